/**
 * A quick check of an adapter's responses for anything that could break the section or would be lost silently. It is part of the
 * first download, and `mend-response.ts` loads when a check fails.
 */
import type { BadgeLabel, Comment, CommentPage, DiscussionInfo, SubmitResult } from '../adapter.js';

/** The longest text of a comment that is shown, in UTF-16 code units. A limit of 5,000 graphemes allows texts of up to 160,000. */
export const MAX_TEXT_LENGTH = 200_000;

/** The most comments of one response that are shown. */
export const MAX_ITEMS = 20_000;

const areTexts = (...values: readonly unknown[]): boolean => values.every((value) => typeof value === 'string');

const areBadges = (badges: readonly unknown[]): boolean =>
  Array.isArray(badges) &&
  badges.every(
    (badge) => typeof badge === 'string' || areTexts((badge as BadgeLabel)?.id, (badge as BadgeLabel)?.label),
  );

export function isSoundComment(comment: Comment): boolean {
  const { id, parentId, author, body, createdAt, status = 'visible', can, replies } = Object(comment) as Comment;
  return (
    areTexts(id, parentId ?? '', body?.value, (author ?? { name: '' }).name, author?.id ?? '') &&
    !body.value[MAX_TEXT_LENGTH] &&
    areBadges(author?.badges ?? []) &&
    Date.parse(createdAt) > -Infinity &&
    /^(visible|pending|rejected|deleted|hidden)$/.test(status) &&
    can !== null &&
    !Array.isArray(replies) &&
    !('children' in comment)
  );
}

const isSoundPage = ({ items, next = '' }: CommentPage): boolean =>
  Array.isArray(items) && !items[MAX_ITEMS] && items.every(isSoundComment) && areTexts(next);

const isSoundInfo = ({ state, policy }: DiscussionInfo): boolean =>
  /^(open|closed|disabled|missing)$/.test(state) && (!policy?.body || areTexts(policy.body.value));

/** By method, for responses that are objects. Responses of other methods are not checked; `countOf` checks those of `counts`. */
export const quickChecks = {
  open: isSoundInfo,
  setClosed: isSoundInfo,
  list: isSoundPage,
  get: isSoundComment,
  edit: isSoundComment,
  restore: isSoundComment,
  pin: isSoundComment,
  approve: isSoundComment,
  reject: isSoundComment,
  hold: isSoundComment,
  feature: isSoundComment,
  hide: isSoundComment,
  submit: ({ outcome, comment }: SubmitResult) =>
    /^(published|pending|rejected|invisible)$/.test(outcome) && (comment == null || isSoundComment(comment)),
  remove: ({ effect }: { readonly effect: unknown }) => effect,
  vote: () => true,
  signIn: (response: object) => 'state' in response || 'redirect' in response,
};

export type CheckedMethod = keyof typeof quickChecks;
