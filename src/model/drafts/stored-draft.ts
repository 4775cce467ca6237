/** How drafts are read from the browser's storage. */
import type { CommentId } from '../adapter.js';
import { DRAFT_PREFIX, type DraftText } from './draft.js';

export interface StoredDraft extends DraftText {
  /** In milliseconds since the epoch. */
  readonly savedAt: number;
}

/** How long a draft is stored, in milliseconds: 30 days. */
const LIFETIME = 30 * 24 * 60 * 60_000;

const isText = (value: unknown): value is string => typeof value === 'string';

/** Whether a stored value is an object or a list whose members are all texts. */
export const areTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === 'object' && Object.values(value ?? [value]).every(isText);

/** Reads a stored text. Undefined if that throws: another script or another version of this one has written the text. */
function parse<T>(stored: string | undefined, read: (value: object) => T | undefined): T | undefined {
  try {
    return read(JSON.parse(stored ?? '') as object);
  } catch {
    return undefined;
  }
}

/** Parses a storage key. Returns the id of its draft and the comment that the draft replies to. Undefined if it cannot be read. */
export const parseStorageKey = (
  stored: string,
): { readonly id: string; readonly reply: CommentId | undefined } | undefined =>
  parse(stored.slice(DRAFT_PREFIX.length), (parts) => {
    const [, , reply, , , id, more] = parts as readonly (string | null)[];
    return isText(id) && isText(reply ?? id) && more === undefined ? { id, reply: reply ?? undefined } : undefined;
  });

/** Parses a stored draft. Undefined if it cannot be read, or if it has expired. */
export const parseDraft = (stored: string | undefined): StoredDraft | undefined =>
  parse(stored, (value) => {
    const draft = value as StoredDraft;
    const { body, savedAt, guest, notice, sent } = draft;
    const texts = [
      body,
      notice?.law ?? body,
      ...(notice?.urls ?? []),
      sent?.submitKey ?? body,
      ...Object.values(guest ?? {}),
    ];
    return savedAt > Date.now() - LIFETIME && texts.every(isText) ? draft : undefined;
  });
