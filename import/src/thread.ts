/** Turns the comments of an article, in any order and state, into a discussion that can be shown. */
import type { Comment } from 'article-comments/rules.js';
import { compare } from './addresses.js';
import type { SourceComment } from './source.js';
import { withUniqueIds } from './unique-ids.js';

/** How many comments of an article were imported, left out or changed. */
export interface ThreadCounts {
  /** Comments that readers can read. */
  visible: number;
  held: number;
  tombstones: number;
  /** Comments that are left out, by reason. */
  readonly leftOut: Map<string, number>;
  /** Replies to a comment that is not in the article. They become top-level comments. */
  lostParents: number;
  /** Comments that were given a new id because theirs was taken. */
  renamed: number;
  /** Comments that replied to each other in a circle. */
  circles: number;
  /** Comments with the time of the article or of the comment before, because they have none. */
  withoutTime: number;
}

export interface Thread {
  /** Oldest first. */
  readonly comments: readonly Comment[];
  readonly counts: ThreadCounts;
}

export interface ThreadOptions {
  /** Keeps comments that wait for review, with their text, as `pending`. */
  readonly keepHeld?: boolean;
  /** Time of the article. */
  readonly createdAt?: string | undefined;
}

const REASONS = {
  held: 'held for review',
  spam: 'spam',
  trashed: 'in the trash',
  deleted: 'deleted, without replies',
  hidden: 'removed by a moderator, without replies',
};

export function thread(source: readonly SourceComment[], { keepHeld = false, createdAt }: ThreadOptions = {}): Thread {
  const counts: ThreadCounts = {
    visible: 0,
    held: 0,
    tombstones: 0,
    leftOut: new Map(),
    lostParents: 0,
    renamed: 0,
    circles: 0,
    withoutTime: 0,
  };
  const leaveOut = (reason: string, times = 1): unknown =>
    counts.leftOut.set(reason, (counts.leftOut.get(reason) ?? 0) + times);

  const { byId, renamed, repeated } = withUniqueIds(source);
  counts.renamed = renamed;
  if (repeated > 0) leaveOut('the same comment again', repeated);

  const parents = new Map<string, string | null>();
  for (const { id, parentId, status } of byId.values()) {
    const isKnown = parentId === null || byId.has(parentId);
    parents.set(id, isKnown ? parentId : null);
    if (!isKnown && status === 'visible') counts.lostParents += 1;
  }
  counts.circles = breakCircles(parents, byId);

  const isKept = ({ status }: SourceComment): boolean => status === 'visible' || (keepHeld && status === 'held');
  /** Comments with a visible reply somewhere below. */
  const ancestors = new Set<string>();
  for (const comment of byId.values()) {
    if (!isKept(comment)) continue;
    let parentId = parents.get(comment.id);
    for (; parentId != null && !ancestors.has(parentId); parentId = parents.get(parentId)) ancestors.add(parentId);
  }

  const comments: Comment[] = [];
  let lastTime = createdAt ?? [...byId.values()].find((comment) => comment.createdAt !== undefined)?.createdAt;
  for (const comment of byId.values()) {
    const { id, status } = comment;
    if (!isKept(comment) && !ancestors.has(id)) {
      if (status !== 'visible') leaveOut(REASONS[status]);
      continue;
    }
    const time = comment.createdAt ?? lastTime;
    if (time === undefined) {
      leaveOut('without a time');
      continue;
    }
    if (comment.createdAt === undefined) counts.withoutTime += 1;
    lastTime = time;
    const parentId = parents.get(id) ?? null;
    if (status === 'visible') counts.visible += 1;
    else if (isKept(comment)) counts.held += 1;
    else counts.tombstones += 1;
    comments.push(isKept(comment) ? shown(comment, parentId, time) : tombstone(comment, parentId, time));
  }
  const timeOf = new Map(comments.map((comment) => [comment.id, Date.parse(comment.createdAt)]));
  comments.sort((a, b) => timeOf.get(a.id)! - timeOf.get(b.id)! || compareIds(a.id, b.id));
  return { comments, counts };
}

/** Numbers by their value, so that 10 comes after 9. */
const compareIds = (a: string, b: string): number =>
  /^\d+$/.test(a) && /^\d+$/.test(b) ? a.length - b.length || compare(a, b) : compare(a, b);

/** Makes the oldest comment of each circle a top-level comment. Returns the number of circles. */
function breakCircles(parents: Map<string, string | null>, byId: ReadonlyMap<string, SourceComment>): number {
  let circles = 0;
  /** The comment from which each one was first reached. */
  const reachedFrom = new Map<string, string>();
  for (const start of parents.keys()) {
    let current: string | null | undefined = start;
    for (; current != null && !reachedFrom.has(current); current = parents.get(current))
      reachedFrom.set(current, start);
    if (current == null || reachedFrom.get(current) !== start) continue;
    const circle = [current];
    for (let next = parents.get(current); next != null && next !== current; next = parents.get(next)) circle.push(next);
    const [oldest] = circle.sort(
      (a, b) => compare(byId.get(a)?.createdAt ?? '', byId.get(b)?.createdAt ?? '') || compareIds(a, b),
    );
    parents.set(oldest!, null);
    circles += 1;
  }
  return circles;
}

/** Lists the members one by one, so that nothing else of the source gets into the output. */
function shown(comment: SourceComment, parentId: string | null, createdAt: string): Comment {
  const { id, author, body, editedAt, votes, pinned, replyTo, status } = comment;
  return {
    id,
    ...(parentId !== null && { parentId }),
    ...(replyTo && { replyTo }),
    author,
    body: { format: body.format, value: body.value },
    createdAt,
    ...(editedAt !== undefined && Date.parse(editedAt) > Date.parse(createdAt) && { editedAt }),
    ...(status === 'held' && { status: 'pending' }),
    ...(votes && { votes }),
    ...(pinned && { pinned: true }),
  };
}

const tombstone = ({ id, status }: SourceComment, parentId: string | null, createdAt: string): Comment => ({
  id,
  ...(parentId !== null && { parentId }),
  author: null,
  body: { format: 'text', value: '' },
  createdAt,
  status: status === 'deleted' ? 'deleted' : 'hidden',
});
