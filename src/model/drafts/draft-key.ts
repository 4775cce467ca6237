import type { CommentId, Viewer } from '../adapter.js';

/** Where a draft belongs: never to another article, another comment or another person. */
export interface DraftPlace {
  readonly discussion: string;
  /** What is written: a comment, an answer to one, a report of one, a change to one. Default: a comment. */
  readonly reply?: CommentId | null;
  readonly report?: CommentId;
  readonly edit?: CommentId;
  readonly viewer: Viewer;
}

/** The key that a draft is stored under in the browser. */
export function draftKey({ discussion, reply, report, edit, viewer }: DraftPlace): string {
  // As JSON no two places meet, and half a character, which a backend may leave at the end of a name, does no harm.
  const place = [discussion, reply, report, viewer.author?.id ?? viewer.author?.name];
  // At the end, and only where it is one: what was written before there were edits keeps its key.
  return `article-comments:draft:${JSON.stringify(edit === undefined ? place : [...place, edit])}`;
}

/** Writes a draft down; false when there is no storage for it. */
export function keepDraft(place: DraftPlace, draft: object, storage: () => Pick<Storage, 'setItem'>): boolean {
  try {
    storage().setItem(draftKey(place), JSON.stringify(draft));
    return true;
  } catch {
    // Full, forbidden or switched off: whoever asked knows what that means.
    return false;
  }
}
