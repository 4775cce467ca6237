import type { Author } from '../../../src/model/adapter.js';
import type { CommentRow } from '../database/tables.js';
import type { HouseRules } from '../house-rules.js';
import { Problem } from '../http/problem.js';
import type { DiscussionChange } from './change-discussion.js';

type Place = Pick<CommentRow, 'parent' | 'depth' | 'reply_to' | 'reply_to_name'>;

/** Where a new comment goes. At the deepest level an answer stands beside what it answers and says whom it means. */
export async function replyPlace(change: DiscussionChange, parent: string, { maxDepth }: HouseRules): Promise<Place> {
  if (parent === '') return { parent, depth: 0, reply_to: null, reply_to_name: null };
  const row = await change.find(parent).catch((error: unknown) => {
    throw error instanceof Problem ? gone() : error;
  });
  if (row.status !== 'visible') throw gone();
  if (row.depth < maxDepth) return { parent, depth: row.depth + 1, reply_to: null, reply_to_name: null };
  const { name } = JSON.parse(row.author ?? '{"name":""}') as Author;
  return { parent: row.parent, depth: row.depth, reply_to: row.id, reply_to_name: name };
}

const gone = (): Problem => new Problem('parent-gone', 'The comment that you are answering is no longer there.');
