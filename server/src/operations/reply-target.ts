import { type Author, replyLevel } from 'article-comments/rules.js';
import type { CommentRow } from '../database/tables.js';
import type { DiscussionChange } from '../discussion/change-discussion.js';
import type { HouseRules } from '../rules/house-rules.js';
import { Problem } from '../rules/problem.js';

type ReplyTarget = Pick<CommentRow, 'parent' | 'depth' | 'reply_to' | 'reply_to_name'>;

/** Where a new comment goes. A reply below the deepest level moves up, and names the author that it replies to. */
export async function resolveReplyTarget(
  change: DiscussionChange,
  parent: string,
  { maxDepth }: Pick<HouseRules, 'maxDepth'>,
): Promise<ReplyTarget> {
  if (parent === '') return { parent, depth: 0, reply_to: null, reply_to_name: null };
  const row = await change.find(parent).catch((error: unknown) => {
    throw error instanceof Problem ? parentGone() : error;
  });
  if (row.status !== 'visible') throw parentGone();
  const depth = replyLevel(row.depth, { maxDepth });
  if (depth > row.depth) return { parent, depth, reply_to: null, reply_to_name: null };
  let above = row;
  while (above.depth >= depth && above.parent !== '') above = await change.find(above.parent);
  const { name } = JSON.parse(row.author ?? '{"name":""}') as Author;
  return { parent: depth === 0 ? '' : above.id, depth, reply_to: row.id, reply_to_name: name };
}

const parentGone = (): Problem => new Problem('parent-gone', 'The comment you are replying to is no longer there.');
