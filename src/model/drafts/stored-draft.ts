/** The shape of a draft in the browser's storage. */
import type { Author, GuestField } from '../adapter.js';

/** Text that someone has written and not yet posted. */
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
  /** A submission whose fate is unknown. */
  readonly sent?: SentText | undefined;
}

/** A submission that the backend may have stored: the same text again is the same intent, and keeps its key. */
export interface SentText {
  readonly submitKey: string;
  readonly body: string;
  /** See `Intent.uncertainSince`. */
  readonly since: number;
  /** Who sent it; absent where that was a guest. */
  readonly author?: Pick<Author, 'id' | 'name'> | undefined;
}

export interface StoredDraft extends DraftText {
  /** In milliseconds since the epoch. */
  readonly savedAt: number;
}

/** How long a draft is kept, in milliseconds: 30 days. */
const LIFETIME = 30 * 24 * 60 * 60_000;

/** Undefined for anything that is not a draft, because another script wrote to its key, and for one that has expired. */
export function parseDraft(value: string | undefined): StoredDraft | undefined {
  if (value === undefined) return undefined;
  try {
    const draft = JSON.parse(value) as StoredDraft;
    return typeof draft.body === 'string' && draft.savedAt > Date.now() - LIFETIME ? draft : undefined;
  } catch {
    return undefined;
  }
}
