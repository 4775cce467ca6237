import type { Comment, CommentPage, Sort } from '../../model/adapter.js';
import { flatten } from '../shared/thread.js';
import type { Thread, ThreadNode } from './lexicon.js';
import { mapPost, type ThreadInfo } from './mapping.js';

interface ThreadQuery {
  readonly sort: Sort;
  /** The comment whose replies are listed; null for the replies of the discussed post. */
  readonly parentId: string | null;
}

/** The rest of a branch is loaded by the id of its first post, so the cursor carries no information. */
const BRANCH_CURSOR = 'branch';

interface MappedNode {
  readonly comment: Comment;
  readonly node: ThreadNode;
}

/** The replies of a thread, each after its parent. The direct replies are sorted as requested, the others by time. */
export function mapThread({ thread }: Thread, { sort, parentId }: ThreadQuery, info: ThreadInfo): CommentPage {
  const branches = mapReplies(thread, parentId, info, sort);
  const placed = flatten(branches, ({ node, comment }) => mapReplies(node, comment.id, info, 'oldest'));
  const items = withoutHiddenLeaves(placed.map(({ node }) => node.comment));
  const total = items.reduce(
    (sum, { status, replies }) => sum + Number(status === 'visible') + (replies?.total ?? 0),
    0,
  );
  return { items, ...(parentId === null && { total }) };
}

/** The direct replies of a post. Placeholders for blocked and deleted posts are skipped; they never have replies. */
function mapReplies({ replies = [] }: ThreadNode, parentId: string | null, info: ThreadInfo, sort: Sort): MappedNode[] {
  const mapped = replies.flatMap((node): MappedNode[] => {
    const { post } = node;
    if (post === undefined) return [];
    const comment = mapPost(post, parentId, info);
    const isCutOff = node.replies === undefined && post.replyCount;
    return [
      { node, comment: isCutOff ? { ...comment, replies: { total: post.replyCount, next: BRANCH_CURSOR } } : comment },
    ];
  });
  const time = ({ comment }: MappedNode): number => Date.parse(comment.createdAt);
  const likes = ({ comment }: MappedNode): number => comment.votes?.up ?? 0;
  return mapped.sort((a, b) => {
    const byTime = time(a) - time(b);
    if (sort === 'newest') return -byTime;
    return (sort === 'top' && likes(b) - likes(a)) || byTime;
  });
}

/** Removes hidden comments, except those with replies. */
function withoutHiddenLeaves(comments: readonly Comment[]): readonly Comment[] {
  const parentIds = new Set<string>();
  const listed: Comment[] = [];
  for (const comment of comments.toReversed()) {
    if (comment.status === 'hidden' && !parentIds.has(comment.id) && comment.replies === undefined) continue;
    if (comment.parentId) parentIds.add(comment.parentId);
    listed.push(comment);
  }
  return listed.reverse();
}
