import type { Comment } from 'article-comments/rules.js';
import { serializeAuthor } from '../database/tables.js';
import { changeDiscussion, type DiscussionChange, refByKey } from '../discussion/change-discussion.js';
import type { Store } from '../discussion/store.js';

/** Adds comments to a discussion that has none yet. Parents come before their replies. */
export async function seed(store: Store, key: string, url: string, comments: readonly Comment[]): Promise<void> {
  await changeDiscussion(store, refByKey(key), async (change) => {
    if (change.discussion.last_comment > 0) return;
    change.setPage({ url, page_by: 'import' });
    const depths = new Map<string, number>();
    for (const comment of comments) {
      const parent = comment.parentId ?? '';
      const depth = parent === '' ? 0 : (depths.get(parent) ?? 0) + 1;
      depths.set(comment.id, depth);
      await insert(change, comment, parent, depth);
    }
  });
}

async function insert(change: DiscussionChange, comment: Comment, parent: string, depth: number): Promise<void> {
  const { id, author = null, body, createdAt, editedAt, featured = false, pinned = false, replyTo, votes } = comment;
  const status = comment.status === 'pending' || comment.status === 'hidden' ? comment.status : 'visible';
  const { up = 0, down = 0 } = votes ?? {};
  if (status === 'visible') change.addVisible(1);
  await change.addReplies(parent, status === 'pending' ? { held: 1 } : { replies: 1 });
  await change.trx
    .insertInto('comments')
    .values({
      discussion: change.discussion.id,
      id,
      number: change.nextCommentNumber(),
      parent,
      depth,
      reply_to: replyTo?.id ?? null,
      reply_to_name: replyTo?.name ?? null,
      owner: null,
      author: serializeAuthor(author),
      body: body.value,
      format: body.format,
      status,
      status_before: status === 'hidden' ? 'visible' : null,
      removed_at: status === 'hidden' ? change.now : null,
      created_at: new Date(createdAt),
      edited_at: editedAt === undefined ? null : new Date(editedAt),
      pinned,
      featured,
      up,
      down,
      score: up - down,
      score_since: change.recordEvent('added', id),
    })
    .execute();
}
