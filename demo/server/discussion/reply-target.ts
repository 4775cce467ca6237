import type { Author } from '../../../src/model/adapter.js';
import type { CommentRow } from '../database/tables.js';
import type { HouseRules } from '../house-rules.js';
import { Problem } from '../http/problem.js';
import type { DiscussionChange } from './change-discussion.js';

type ReplyTarget = Pick<CommentRow, 'parent' | 'depth' | 'reply_to' | 'reply_to_name'>;

/** Where a new comment goes. Replies to the deepest level become siblings that name the author they reply to. */
export async function resolveReplyTarget(
  change: DiscussionChange,
  parent: string,
  { maxDepth }: HouseRules,
): Promise<ReplyTarget> {
  if (parent === '') return { parent, depth: 0, reply_to: null, reply_to_name: null };
  const row = await change.find(parent).catch((error: unknown) => {
    throw error instanceof Problem ? parentGone() : error;
  });
  if (row.status !== 'visible') throw parentGone();
  if (row.depth < maxDepth) return { parent, depth: row.depth + 1, reply_to: null, reply_to_name: null };
  const { name } = JSON.parse(row.author ?? '{"name":""}') as Author;
  return { parent: row.parent, depth: row.depth, reply_to: row.id, reply_to_name: name };
}

const parentGone = (): Problem => new Problem('parent-gone', 'The comment you are replying to is no longer there.');
