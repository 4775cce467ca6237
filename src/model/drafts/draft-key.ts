import type { CommentId, Viewer } from '../adapter.js';

/** Where a draft belongs. It never turns up at another article, for another comment or for another person. */
export interface DraftPlace {
  readonly discussion: string;
  /** The comment the draft replies to. Absent, as are `report` and `edit`: a new top-level comment. */
  readonly reply?: CommentId | null;
  /** The comment it reports. */
  readonly report?: CommentId;
  /** The comment it edits. */
  readonly edit?: CommentId;
  readonly viewer: Viewer;
}

/**
 * A new draft id: a random UUID, version 4 of RFC 9562. Pages without TLS have `crypto.getRandomValues`, but lack
 * `crypto.randomUUID`.
 */
export function createDraftId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The beginning of the keys of all drafts. */
export const DRAFT_PREFIX = 'article-comments:draft:';

/** The key of one draft. A place holds several where several tabs have written there; `id` tells them apart. */
export function draftKey(place: DraftPlace, id: string): string {
  return `${placePrefix(place)}${JSON.stringify(id)}]`;
}

/** The beginning of the keys of all drafts at one place. */
export function placePrefix({ discussion, reply, report, edit, viewer }: DraftPlace): string {
  // JSON keeps the parts apart. It also escapes lone surrogates, which a backend may leave where it truncates a name.
  const parts = [discussion, viewer.author?.id ?? viewer.author?.name, reply, report, edit];
  return `${DRAFT_PREFIX}${JSON.stringify(parts).slice(0, -1)},`;
}

/** The beginning of the keys of all drafts in one discussion. */
export function discussionPrefix(discussion: string): string {
  return `${DRAFT_PREFIX}${JSON.stringify([discussion]).slice(0, -1)},`;
}

/** Reads a key: which draft it names, and the comment that draft replies to. */
export function parseDraftKey(key: string): { readonly id: string; readonly reply: CommentId | null } {
  const [, , reply, , , id] = JSON.parse(key.slice(DRAFT_PREFIX.length)) as [
    discussion: string,
    writer: string | null,
    reply: CommentId | null,
    report: CommentId | null,
    edit: CommentId | null,
    id: string,
  ];
  return { id, reply };
}

export function isSamePlace(one: DraftPlace, other: DraftPlace): boolean {
  return placePrefix(one) === placePrefix(other);
}
