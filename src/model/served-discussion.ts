import type { CommentPage, CommentsAdapter, DiscussionInfo } from './adapter.js';

/**
 * The data of a discussion that a server has rendered, for the element: JSON in a `<script type="application/json">` next to the
 * markup. It contains nothing that only some readers may see.
 */
export interface ServedDiscussion {
  readonly version: 1;
  /** The discussion's `key`. */
  readonly discussion: string;
  /** The id of the order. */
  readonly sort: string;
  readonly info: DiscussionInfo;
  readonly page: CommentPage;
  /** What the adapter offered after the backend's response; see `offerOf`. Absent: the same as before. */
  readonly offer?: string;
  /** ISO 8601 time at which it was rendered, by the server's clock. */
  readonly renderedAt: string;
  /** The format of times. */
  readonly timeStyle: 'relative' | 'absolute';
  /** IANA name. */
  readonly timeZone: string;
}

/** What an adapter offers readers now, for comparison. Some adapters learn it from the first response. */
export function offerOf({ submit, vote, report, features }: CommentsAdapter): string {
  return JSON.stringify([Boolean(submit), Boolean(vote), Boolean(report), features]);
}
