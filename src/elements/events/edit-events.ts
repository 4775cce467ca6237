import type { Comment } from '../../model/adapter.js';
import { PUBLIC } from './event-options.js';

/** The backend has accepted an edit. */
export class CommentsEditEvent extends Event {
  constructor(
    /** The comment after the edit. */
    readonly comment: Comment,
  ) {
    super('comments-edit', PUBLIC);
  }
}
