import type { CommentPage, CommentsAdapter, DiscussionInfo } from './adapter.js';

/**
 * What a server has rendered, as the element takes it over: JSON in a `<script type="application/json">` beside the markup. Holds
 * nothing that only some readers may see.
 */
export interface ServedDiscussion {
  readonly version: 1;
  /** The discussion's `key`. */
  readonly discussion: string;
  /** The id of the order. */
  readonly sort: string;
  readonly info: DiscussionInfo;
  readonly page: CommentPage;
  /** What the adapter offered once the backend had answered; see `offerOf`. Absent: what it offers from the start. */
  readonly offer?: string;
  /** ISO 8601 time at which it was rendered, by the server's clock. */
  readonly renderedAt: string;
  /** How times are written. */
  readonly timeStyle: 'relative' | 'absolute';
  /** IANA name. */
  readonly timeZone: string;
}

/** What an adapter offers readers at present, for comparison. Some learn from the first response what their backend can do. */
export function offerOf({ submit, vote, report, features }: CommentsAdapter): string {
  return JSON.stringify([Boolean(submit), Boolean(vote), Boolean(report), features]);
}
