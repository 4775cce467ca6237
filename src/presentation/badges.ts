/** The badges beside an author's name. */
import type { Messages } from '../i18n/messages.js';
import type { Badge, BadgeLabel } from '../model/adapter.js';
import type { CommentView } from './comment-view.js';
import { shownAuthor } from './shown-author.js';

export interface ShownBadge {
  readonly text: string;
  /** The names of its part. */
  readonly part: string;
  /** Whether the words are the backend's, which may be long and in any language. */
  readonly isLabel?: boolean;
}

/** What the author is to the site, and what the editors and this reader know of the comment. */
export function badgesOf({ placed: { comment }, messages, isNew }: CommentView): readonly ShownBadge[] {
  const own = [
    comment.pinned ? messages.pinned : '',
    comment.featured ? messages.featured : '',
    isNew ? messages.isNew : '',
  ];
  return [
    ...(shownAuthor(comment)?.badges?.map((badge) => shownBadge(badge, messages)) ?? []),
    ...own.map((text) => ({ text, part: 'badge' })),
  ].filter(({ text }) => text);
}

function shownBadge(badge: Badge | BadgeLabel, { badges }: Messages): ShownBadge {
  if (typeof badge === 'object')
    // Where a name of a part ends at a space, an id may go on; and CSS would have to escape what is no letter.
    return { text: badge.label, part: `badge badge-${badge.id.replaceAll(/[^\p{L}\p{N}_-]/gu, '-')}`, isLabel: true };
  // A badge may be named like what every object inherits.
  return { text: (Object.hasOwn(badges, badge) && badges[badge]) || badge, part: 'badge' };
}
