/** Imports an export of another system, or a backup of this server. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collect, type CollectOptions, type Discussion, type Report } from 'article-comments-import';
import { type Comment, replyLevel } from 'article-comments/rules.js';
import { type Insertable, sql } from 'kysely';
import { serializeAuthor, type Tables } from '../database/tables.js';
import { changeDiscussion, type DiscussionChange, refByKey } from '../discussion/change-discussion.js';
import type { Store } from '../discussion/store.js';

export interface StoredImport {
  readonly report: Report;
  /** Number of comments that were not there before. */
  readonly added: number;
}

/**
 * Imports files of a format that `article-comments import` reads. Comments that wait for review arrive in the moderators' queue. Email
 * addresses are not imported: the server stores none with comments.
 */
export async function importComments(
  store: Store,
  options: Omit<CollectOptions, 'folder' | 'keepHeld'>,
): Promise<StoredImport> {
  const folder = await mkdtemp(join(tmpdir(), 'article-comments-'));
  try {
    const collection = await collect({ ...options, folder, keepHeld: true });
    let added = 0;
    for await (const discussion of collection.discussions()) added += await storeDiscussion(store, discussion);
    return { report: collection.report, added };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Comments in one transaction. PostgreSQL takes up to 65,535 parameters in a statement. */
const batchSize = 500;

/** Where a comment is in the tree of the server, which has a limited depth. */
interface Placing {
  readonly parent: string;
  readonly depth: number;
  readonly replyTo: Comment['replyTo'];
}

/**
 * Adds the comments that the discussion does not have yet, and returns their number. Comments with a known id stay as they are, so an
 * import that was interrupted is repeated, and decisions of moderators since then remain.
 */
export async function storeDiscussion(store: Store, { article, comments }: Discussion): Promise<number> {
  const placings = placingsOf(comments, store.rules.maxDepth);
  let added = 0;
  for (let start = 0; start < comments.length; start += batchSize) {
    const batch = comments.slice(start, start + batchSize);
    added += await changeDiscussion(store, refByKey(article.key), async (change) => {
      if (change.discussion.last_comment === 0) {
        if (change.discussion.page_by !== 'moderator')
          change.setPage({ url: article.url ?? '', title: article.title ?? null, page_by: 'import' });
        if (article.closed) change.setClosing({ closes_at: null, closed_at: change.now });
      }
      return addBatch(change, batch, placings);
    });
  }
  return added;
}

async function addBatch(
  change: DiscussionChange,
  batch: readonly Comment[],
  placings: ReadonlyMap<string, Placing>,
): Promise<number> {
  const known = await change.trx
    .selectFrom('comments')
    .select('id')
    .where('discussion', '=', change.discussion.id)
    .where(
      'id',
      'in',
      batch.map(({ id }) => id),
    )
    .execute();
  const knownIds = new Set(known.map(({ id }) => id));
  const rows = batch
    .filter(({ id }) => !knownIds.has(id))
    .map((comment) => rowOf(change, comment, placings.get(comment.id)!));
  if (rows.length === 0) return 0;
  await change.trx.insertInto('comments').values(rows).execute();
  change.addVisible(rows.filter(({ status }) => status === 'visible').length);
  await countReplies(change, [...new Set(rows.map(({ parent }) => parent))]);
  return rows.length;
}

function rowOf(change: DiscussionChange, comment: Comment, placing: Placing): Insertable<Tables['comments']> {
  const { id, author = null, body, createdAt, editedAt, pinned = false, votes, status = 'visible' } = comment;
  const isTombstone = status !== 'visible' && status !== 'pending';
  const { score = 0 } = votes ?? {};
  const { up = Math.max(score, 0), down = Math.max(-score, 0) } = votes ?? {};
  return {
    discussion: change.discussion.id,
    id,
    number: change.nextCommentNumber(),
    parent: placing.parent,
    depth: placing.depth,
    reply_to: placing.replyTo?.id ?? null,
    reply_to_name: placing.replyTo?.name ?? null,
    owner: null,
    author: serializeAuthor(author),
    body: body.value,
    format: body.format,
    status: status === 'rejected' ? 'hidden' : status,
    status_before: isTombstone ? 'visible' : null,
    removed_at: isTombstone ? change.now : null,
    // There is nothing left to erase.
    erased_at: isTombstone ? change.now : null,
    created_at: new Date(createdAt),
    edited_at: editedAt === undefined ? null : new Date(editedAt),
    pinned,
    up,
    down,
    score: up - down,
    score_since: change.recordEvent('added', id),
  };
}

/** Counts the replies again, because earlier imports may have counted some. */
async function countReplies({ trx, discussion: { id } }: DiscussionChange, parents: readonly string[]): Promise<void> {
  const replies = (...statuses: readonly string[]) =>
    sql<number>`(select count(*) from ${sql.table('comments')} as reply where reply.discussion = comments.discussion
      and reply.parent = comments.id and reply.status in (${sql.join(statuses)}))`;
  await trx
    .updateTable('comments')
    .set({ replies: replies('visible', 'deleted', 'hidden'), held_replies: replies('pending', 'withheld') })
    .where('discussion', '=', id)
    .where('id', 'in', parents)
    .execute();
}

/** A reply below the deepest level moves up, and names the author that it replies to, as new replies do. */
function placingsOf(comments: readonly Comment[], maxDepth: number): ReadonlyMap<string, Placing> {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const placings = new Map<string, Placing>();
  for (const comment of comments) {
    const waiting: Comment[] = [];
    // Ancestors first. The list has no circles.
    for (let next: Comment | undefined = comment; next && !placings.has(next.id); next = byId.get(next.parentId ?? ''))
      waiting.push(next);
    for (const next of waiting.reverse()) placings.set(next.id, placingOf(next, byId, placings, maxDepth));
  }
  return placings;
}

function placingOf(
  { parentId, replyTo }: Comment,
  byId: ReadonlyMap<string, Comment>,
  placings: ReadonlyMap<string, Placing>,
  maxDepth: number,
): Placing {
  if (parentId == null) return { parent: '', depth: 0, replyTo };
  const direct = placings.get(parentId)!;
  const depth = replyLevel(direct.depth, { maxDepth });
  if (depth > direct.depth) return { parent: parentId, depth, replyTo };
  let above = { id: parentId, ...direct };
  while (above.depth >= depth && above.parent !== '') above = { id: above.parent, ...placings.get(above.parent)! };
  const name = byId.get(parentId)?.author?.name ?? '';
  return { parent: depth === 0 ? '' : above.id, depth, replyTo: { id: parentId, name } };
}
