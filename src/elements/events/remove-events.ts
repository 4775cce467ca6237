import type { CommentId } from '../../model/adapter.js';
import { PUBLIC } from './event-options.js';

/** The backend has removed a comment at the viewer's request. */
export class CommentsRemoveEvent extends Event {
  constructor(
    readonly id: CommentId,
    /** `subtree`: its replies were removed too. */
    readonly effect: 'gone' | 'tombstone' | 'subtree',
  ) {
    super('comments-remove', PUBLIC);
  }
}
