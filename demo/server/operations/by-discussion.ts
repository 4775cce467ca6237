/** The parameter that names the discussion of a comment. */
export interface ByDiscussion {
  readonly discussion: string;
}
