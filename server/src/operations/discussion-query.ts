/** Query of the operations on a comment: the key of its discussion. */
export interface DiscussionQuery {
  readonly discussion: string;
}
