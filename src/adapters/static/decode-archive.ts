import type { Comment, DiscussionInfo } from '../../model/adapter.js';
import { archivedComment, archivedInfo } from '../../model/contract/archive.js';
import { type Decoder, list, object, optional, record } from '../../model/contract/schema.js';

/** One discussion of the file. */
export interface Archive {
  readonly info: Partial<DiscussionInfo>;
  /** Oldest first. Comments with the same time keep the order of the file. */
  readonly comments: readonly Comment[];
}

/** A decoded file. */
export interface ArchiveFile {
  /** Finds a discussion by its key. Undefined if the file holds several and the key is not among them. Throws if it is unusable. */
  readonly find: (key: string) => Archive | undefined;
  /** The mistakes in the file, one sentence each, whichever discussion they are in. */
  readonly mistakes: readonly string[];
}

const ARCHIVE = 'The archive';

/** Decodes a parsed file. Throws `bad-response` if it is not an archive. */
export function decodeArchive(value: unknown): ArchiveFile {
  const mistakes: string[] = [];
  const note = (mistake: string): unknown => mistakes.push(mistake);
  /** Returns a function with the result of the decoding: it returns the archive, or throws the error. */
  const decode = (discussion: unknown, place: string): (() => Archive) => {
    try {
      const archive = decodeDiscussion(discussion, place, note);
      return () => archive;
    } catch (thrown) {
      note((thrown as Error).message);
      return () => {
        throw thrown;
      };
    }
  };
  const file = record(asObject(value), ARCHIVE);
  const several = optional(record)(file.discussions, `${ARCHIVE} › discussions`);
  if (!several) return { find: decode(file, ARCHIVE), mistakes };
  const archives = new Map(
    Object.entries(several).map(([key, item]) => [
      key,
      decode(item, `${ARCHIVE} › discussions[${JSON.stringify(key)}]`),
    ]),
  );
  return { find: (key) => archives.get(key)?.(), mistakes };
}

/** A discussion may be just the array of its comments. */
const asObject = (discussion: unknown): unknown => (Array.isArray(discussion) ? { comments: discussion } : discussion);

/** A comment and its location in the file. */
interface Placed {
  readonly comment: Comment;
  readonly place: string;
}

const placedComment: Decoder<Placed> = (value, place, reading) => ({
  comment: archivedComment(value, place, reading),
  place,
});

const discussion = object({ comments: list(placedComment) }, { info: archivedInfo });

function decodeDiscussion(value: unknown, place: string, note: (mistake: string) => unknown): Archive {
  const { comments, info = {} } = discussion(asObject(value), place, { note });
  return { info, comments: oldestFirst(threaded(comments, note)) };
}

/** The comments with unique ids, none its own ancestor: otherwise a comment would be shown twice or never. */
function threaded(items: readonly Placed[], note: (mistake: string) => unknown): readonly Comment[] {
  const byId = new Map<string, Placed>();
  for (const item of items) {
    const { id } = item.comment;
    const first = byId.get(id);
    if (first)
      note(`${item.place} › id is ${JSON.stringify(id)}: ${first.place} has the same id; give each comment its own`);
    else byId.set(id, item);
  }
  /** The descendant from which each comment was first reached, by the comment's id. */
  const reachedFrom = new Map<string, Placed>();
  for (const start of byId.values()) {
    let current: Placed | undefined = start;
    for (; current && !reachedFrom.has(current.comment.id); current = byId.get(current.comment.parentId ?? ''))
      reachedFrom.set(current.comment.id, start);
    if (!current || reachedFrom.get(current.comment.id) !== start) continue;
    const { comment, place } = current;
    const parent = JSON.stringify(comment.parentId);
    note(`${place} › parentId is ${parent}: the comments reply to each other in a circle; set the first one to null`);
    byId.set(comment.id, { comment: { ...comment, parentId: null }, place });
  }
  return [...byId.values()].map(({ comment }) => comment);
}

/** Without the comments that were never published. Those without a usable time come first. */
const oldestFirst = (comments: readonly Comment[]): readonly Comment[] =>
  comments.filter(({ status }) => status !== 'pending' && status !== 'rejected').sort((a, b) => timeOf(a) - timeOf(b));

const timeOf = ({ createdAt }: Comment): number => Date.parse(createdAt) || 0;
