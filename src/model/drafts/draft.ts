/** A draft: its text, the key that it belongs to, and the storage key made from that. */
import type { Author, CommentId, GuestField, Viewer } from '../adapter.js';

/** What a draft belongs to. It never appears at another article, for another comment or for another viewer. */
export interface DraftKey {
  readonly discussion: string;
  /** The comment the draft replies to. A draft without `reply`, `report` and `edit` is a new top-level comment. */
  readonly reply?: CommentId | null;
  /** The comment the draft reports. */
  readonly report?: CommentId;
  /** The comment the draft edits. */
  readonly edit?: CommentId;
  readonly viewer: Viewer;
}

/** Text that a viewer has written and not yet posted. */
export interface DraftText {
  readonly body: string;
  /** The chosen reason of a report. */
  readonly reason?: string;
  /** What a notice of illegal content holds besides its explanation, which is the body. */
  readonly notice?: { readonly law?: string; readonly urls?: readonly string[] } | undefined;
  /** The version of the comment that an edit started from. */
  readonly revision?: string;
  /** What a guest filled in. Never leaves the tab. */
  readonly guest?: Readonly<Partial<Record<GuestField, string>>> | undefined;
  /** A submission without a clear result. */
  readonly sent?: SentText | undefined;
}

/** A submission that the backend may have stored: the same text again is the same intent, and keeps its key. */
export interface SentText {
  readonly submitKey: string;
  readonly body: string;
  /** See `Intent.uncertainSince`. */
  readonly since: number;
  /** The signed-in viewer who sent it; undefined if a guest did. */
  readonly author?: Pick<Author, 'id' | 'name'> | undefined;
}

/** Drafts that the browser's storage refused, being full or blocked, by their storage key, as stored. They last until the page is left. */
export const pageDrafts = new Map<string, string>();

/** The prefix of the storage keys of all drafts. */
export const DRAFT_PREFIX = 'article-comments:draft:';

/**
 * A new draft id: a random UUID, version 4 of RFC 9562. Pages without TLS have `crypto.getRandomValues`, but lack
 * `crypto.randomUUID`.
 */
export function createDraftId(): string {
  const digit = (): string => ((crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % 16).toString(16);
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replaceAll('x', digit);
}

/** The storage key of one draft. Several tabs may each store a draft under the same `DraftKey`; `id` tells them apart. */
export function storageKey(key: DraftKey, id: string): string {
  return `${keyPrefix(key)}${JSON.stringify(id)}]`;
}

/** The prefix of the storage keys of all drafts that belong to a key. */
export function keyPrefix({ discussion, reply, report, edit, viewer }: DraftKey): string {
  // JSON keeps the parts apart. It also escapes lone surrogates, which a backend may leave where it truncates a name.
  const parts = [discussion, viewer.author?.id ?? viewer.author?.name, reply, report, edit];
  return `${DRAFT_PREFIX}${JSON.stringify(parts).slice(0, -1)},`;
}

/** The prefix of the storage keys of all drafts in one discussion. */
export function discussionPrefix(discussion: string): string {
  return `${DRAFT_PREFIX}${JSON.stringify([discussion]).slice(0, -1)},`;
}

export function isSameKey(one: DraftKey, other: DraftKey): boolean {
  return keyPrefix(one) === keyPrefix(other);
}
