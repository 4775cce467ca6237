/** The badges next to an author's name. */
import type { CoreMessages } from '../i18n/messages.js';
import type { Badge, BadgeLabel } from '../model/adapter.js';
import type { CommentView } from './comment-view.js';
import { shownAuthor } from './shown-author.js';

export interface ShownBadge {
  readonly text: string;
  /** Value of the attribute `part`. */
  readonly part: string;
  /** Whether the text is from the backend: it may be long and in any language. */
  readonly isLabel?: boolean;
}

/** Returns the badges of the author, followed by those of the comment: pinned, featured, new. */
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

function shownBadge(badge: Badge | BadgeLabel, { badges }: CoreMessages): ShownBadge {
  if (typeof badge === 'object')
    // A space would end the part's name, and CSS selectors would have to escape other characters.
    return { text: badge.label, part: `badge badge-${badge.id.replaceAll(/[^\p{L}\p{N}_-]/gu, '-')}`, isLabel: true };
  // A badge may have the name of a property that every object inherits.
  return { text: (Object.hasOwn(badges, badge) && badges[badge]) || badge, part: 'badge' };
}
