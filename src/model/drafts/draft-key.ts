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

const PREFIX = 'article-comments:draft:';

/** The key that a draft is stored under in the browser. */
export function draftKey({ discussion, reply, report, edit, viewer }: DraftPlace): string {
  // JSON keeps the parts apart. It also escapes lone surrogates, which a backend may leave where it truncates a name.
  const parts = [discussion, reply, report, viewer.author?.id ?? viewer.author?.name];
  // Only edits have a last part: drafts stored before edits existed keep their keys.
  return `${PREFIX}${JSON.stringify(edit === undefined ? parts : [...parts, edit])}`;
}

/** The beginning of all draft keys of one discussion. */
export function draftKeyPrefix(discussion: string): string {
  return `${PREFIX}${JSON.stringify([discussion]).slice(0, -1)},`;
}

/** The comment that the draft under this key replies to; null if it is not a reply. */
export function repliedToBy(key: string): CommentId | null {
  const [, reply] = JSON.parse(key.slice(PREFIX.length)) as [discussion: string, reply: CommentId | null];
  return reply;
}
