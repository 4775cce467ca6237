import type { CoreMessages } from '../../i18n/messages.js';
import count from './en-count.js';

/** The messages of `<comment-quote>`. */
export type QuoteMessages = Pick<
  CoreMessages,
  | 'lang'
  | 'dir'
  | 'anonymous'
  | 'deletedComment'
  | 'removedComment'
  | 'deletedByAuthor'
  | 'removedByEditors'
  | 'notPublished'
  | 'goToComment'
  | 'quoteGone'
> & { readonly controls: Pick<CoreMessages['controls'], 'comment'> };

/** A file of its own, because a page with `<comment-quote>` alone needs no others. */
const quote: QuoteMessages = {
  lang: count.lang,
  dir: count.dir,
  anonymous: 'Anonymous',
  deletedComment: 'Deleted comment',
  removedComment: 'Removed comment',
  controls: { comment: (label, name) => `${label}: ${name}’s comment` },
  deletedByAuthor: 'This comment was deleted by its author.',
  removedByEditors: 'This comment was removed by the editors.',
  notPublished: 'This comment wasn’t published.',
  goToComment: 'Go to the comment',
  quoteGone: 'This comment is no longer there.',
};

export default quote;
