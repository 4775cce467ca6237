import type { Author, PostingRefusal } from 'article-comments/rules.js';

/** A signed-in reader. */
export interface Person {
  readonly id: string;
  readonly author: Author & { readonly id: string };
  readonly isModerator: boolean;
  readonly refusal?: PostingRefusal;
  /** Keys of the private discussions that the person may read, or the beginnings of keys followed by an asterisk. */
  readonly reads?: readonly string[];
}
