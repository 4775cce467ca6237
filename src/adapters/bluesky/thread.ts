import type { Comment, CommentPage, Sort } from '../../model/adapter.js';
import type { Thread, ThreadNode } from './lexicon.js';
import { presentPost, type Setting } from './present-post.js';

interface Wanted {
  readonly sort: Sort;
  /** Whose replies stand at the top of the page: null for those of the post that is discussed. */
  readonly parentId: string | null;
}

/** Any branch that an answer has cut off is asked for by its uppermost post, so a cursor has nothing to tell. */
const BRANCH = 'branch';

/** The replies of a thread, each before those that answer it. Replies to comments stand in the order of time. */
export function pageOf({ thread }: Thread, { sort, parentId }: Wanted, setting: Setting): CommentPage {
  const comments: Comment[] = [];
  // A stack instead of recursion: branches may be a thousand posts deep.
  const waiting = present(thread, parentId, setting, sort).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    comments.push(next.comment);
    waiting.push(...present(next.node, next.comment.id, setting, 'oldest').reverse());
  }
  const items = withoutEmptyPlaces(comments);
  const total = items.reduce((sum, { status, replies }) => sum + Number(status === 'visible') + (replies?.total ?? 0), 0);
  return { items, ...(parentId === null && { total }) };
}

interface Presented {
  readonly comment: Comment;
  readonly node: ThreadNode;
}

/** The direct replies of a post. Those that the answer only says are blocked or gone never have replies of their own. */
function present({ replies = [] }: ThreadNode, parentId: string | null, setting: Setting, sort: Sort): Presented[] {
  const presented = replies.flatMap((node): Presented[] => {
    const { post } = node;
    if (post === undefined) return [];
    const comment = presentPost(post, parentId, setting);
    const isCut = node.replies === undefined && post.replyCount;
    return [{ node, comment: isCut ? { ...comment, replies: { total: post.replyCount, next: BRANCH } } : comment }];
  });
  const time = ({ comment }: Presented): number => Date.parse(comment.createdAt);
  const likes = ({ comment }: Presented): number => comment.votes?.up ?? 0;
  return presented.sort((one, other) => {
    const byTime = time(one) - time(other);
    return sort === 'newest' ? -byTime : (sort === 'top' && likes(other) - likes(one)) || byTime;
  });
}

/** A hidden comment is only there for the sake of what stands below it. */
function withoutEmptyPlaces(comments: readonly Comment[]): readonly Comment[] {
  const answered = new Set<string>();
  const kept: Comment[] = [];
  for (const comment of comments.toReversed()) {
    if (comment.status === 'hidden' && !answered.has(comment.id) && comment.replies === undefined) continue;
    if (comment.parentId) answered.add(comment.parentId);
    kept.push(comment);
  }
  return kept.reverse();
}
