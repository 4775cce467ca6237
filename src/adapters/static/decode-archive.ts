import { AdapterError, type Comment, type DiscussionInfo } from '../../model/adapter.js';
import { archivedComment, archivedInfo } from '../../model/contract/archive.js';
import { count, type Decoder, list, object, optional, record } from '../../model/contract/schema.js';

/** One discussion of the file. */
export interface Archive {
  readonly info: Partial<DiscussionInfo>;
  /** Oldest first. Comments with the same time keep the order of the file. */
  readonly comments: readonly Comment[];
  /** Number of files that the discussion is in. */
  readonly parts: number;
  /** Number of comments that everyone can read, in all files. */
  readonly total: number;
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
  /** Returns the archive, or the error that makes it unusable. */
  const decode = (discussion: unknown, place: string): Archive | AdapterError => {
    try {
      return decodeDiscussion(discussion, place, note);
    } catch (thrown) {
      note((thrown as Error).message);
      return thrown as AdapterError;
    }
  };
  const file = record(asObject(value), ARCHIVE);
  const several = optional(record)(file.discussions, `${ARCHIVE} › discussions`);
  const only = several ? undefined : decode(file, ARCHIVE);
  const archives = new Map<string, Archive | AdapterError>();
  for (const [key, item] of Object.entries(several ?? {}))
    archives.set(key, decode(item, `${ARCHIVE} › discussions[${JSON.stringify(key)}]`));
  const find = (key: string): Archive | undefined => {
    const archive = only ?? archives.get(key);
    if (archive instanceof AdapterError) throw archive;
    return archive;
  };
  return { find, mistakes };
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
  const discussion = object({ comments: list(uniqueComment) }, { info: archivedInfo, parts: count, total: count });
  const { comments, info = {}, parts = 1, total } = discussion(asObject(value), discussionPlace, { note });
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
  // Without the comments that were never published. Those without a usable time come first.
  const published = [...byId.values()]
    .filter(({ status }) => status !== 'pending' && status !== 'rejected')
    .sort((a, b) => timeOf(a) - timeOf(b));
  return { info, comments: published, parts, total: total ?? published.filter(isVisible).length };
}

const isVisible = ({ status = 'visible' }: Comment): boolean => status === 'visible';

const timeOf = ({ createdAt }: Comment): number => Date.parse(createdAt) || 0;
