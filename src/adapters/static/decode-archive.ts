import { AdapterError, type Comment, type DiscussionInfo } from '../../model/adapter.js';
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

/** Decodes a discussion. Mistakes that do not make it unusable are passed to `note`. */
function decodeDiscussion(value: unknown, discussionPlace: string, note: (mistake: string) => unknown): Archive {
  /** The location of each comment by its id. */
  const places = new Map<string, string>();
  // Two comments with the same id would be shown twice or never.
  const uniqueComment: Decoder<Comment> = (item, place, reading) => {
    const decoded = archivedComment(item, place, reading);
    const { id } = decoded;
    const first = places.get(id);
    if (first) {
      const mistake = `${place} › id is ${JSON.stringify(id)}: ${first} has the same id; give each comment its own`;
      throw new AdapterError('bad-response', mistake);
    }
    places.set(id, place);
    return decoded;
  };
  const discussion = object({ comments: list(uniqueComment) }, { info: archivedInfo });
  const { comments, info = {} } = discussion(asObject(value), discussionPlace, { note });
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  /** The descendant from which each comment was first reached, by the comment's id. */
  const reachedFrom = new Map<string, Comment>();
  for (const start of comments) {
    let current: Comment | undefined = start;
    for (; current && !reachedFrom.has(current.id); current = byId.get(current.parentId ?? ''))
      reachedFrom.set(current.id, start);
    if (!current || reachedFrom.get(current.id) !== start) continue;
    // The comments of a circle would never be shown.
    const place = `${places.get(current.id)} › parentId is ${JSON.stringify(current.parentId)}`;
    note(`${place}: the comments reply to each other in a circle; set the first one to null`);
    byId.set(current.id, { ...current, parentId: null });
  }
  return { info, comments: oldestFirst([...byId.values()]) };
}

/** Without the comments that were never published. Those without a usable time come first. */
const oldestFirst = (comments: readonly Comment[]): readonly Comment[] =>
  comments.filter(({ status }) => status !== 'pending' && status !== 'rejected').sort((a, b) => timeOf(a) - timeOf(b));

const timeOf = ({ createdAt }: Comment): number => Date.parse(createdAt) || 0;
