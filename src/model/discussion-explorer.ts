// placeholder until the explorer lands
import type { Comment, CommentId } from './adapter.js';
import type { DiscussionStore, Outcome } from './discussion-store.js';
export class DiscussionExplorer {
  constructor(readonly store: DiscussionStore) {}
  loadReplies(_id: CommentId): Promise<Outcome<readonly Comment[]>> {
    return Promise.resolve({ type: 'aborted' });
  }
  showNew(_below: CommentId | null): Comment | undefined {
    return undefined;
  }
  find(_id: CommentId): Promise<Outcome<Comment | undefined>> {
    return Promise.resolve({ type: 'aborted' });
  }
}
