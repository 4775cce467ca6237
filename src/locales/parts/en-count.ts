import type { CountMessages } from '../../i18n/messages.js';

/** A file of its own, because a page with `<comment-count>` alone needs no others. */
const count: CountMessages = {
  lang: 'en',
  dir: 'ltr',
  commentCount: (count, formatted) =>
    count === 0 ? 'No comments' : count === 1 ? '1 comment' : `${formatted} comments`,
};

export default count;
