/** The badges next to an author's name. */
import type { CoreMessages } from '../i18n/messages.js';
import type { Badge, BadgeLabel } from '../model/adapter.js';
import type { CommentView } from './comment-view.js';
import { shownAuthor } from './shown-author.js';

export interface ShownBadge {
  readonly text: string;
  /** Value of the attribute `part`. */
  readonly part: string;
  readonly className: string;
  /** Whether the text is from the backend: it may be long and in any language. */
  readonly isLabel?: boolean;
}

/** Returns the badges of the author, then those of the comment: banned author, pinned, featured, new. */
export function badgesOf({ placed: { comment }, messages, isNew, banned = '' }: CommentView): readonly ShownBadge[] {
  const own = [
    banned,
    comment.pinned ? messages.pinned : '',
    comment.featured ? messages.featured : '',
    isNew ? messages.isNew : '',
  ];
  return [
    ...(shownAuthor(comment)?.badges?.map((badge) => shownBadge(badge, messages)) ?? []),
    ...own.map((text) => ({ text, part: 'badge', className: 'badge mark' })),
  ].filter(({ text }) => text);
}

function shownBadge(badge: Badge | BadgeLabel, { badges }: CoreMessages): ShownBadge {
  const part = 'badge';
  if (typeof badge === 'object') {
    // A space would end the part's name, and CSS selectors would have to escape other characters.
    const id = badge.id.replaceAll(/[^\p{L}\p{N}_-]/gu, '-');
    return { text: badge.label, part: `${part} badge-${id}`, className: part, isLabel: true };
  }
  // A badge may have the name of a property that every object inherits.
  const text = (Object.hasOwn(badges, badge) && badges[badge]) || badge;
  return { text, part, className: badge === 'guest' ? 'muted' : part };
}
