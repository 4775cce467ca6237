import type { CommentPage, DiscussionInfo, DiscussionRef } from '../model/adapter.js';
import { accessAt } from '../model/state/access.js';
import { type DiscussionState, UNOPENED } from '../model/state/discussion-state.js';
import { firstPageLoaded, infoLoaded } from '../model/transitions/loading.js';

export interface ServedResponses {
  readonly discussion: DiscussionRef;
  readonly sort: string;
  readonly info: DiscussionInfo;
  readonly page: CommentPage;
}

interface Circumstances {
  /** Milliseconds since the epoch, by the server's clock. */
  readonly now: number;
  readonly closedByPublisher: boolean;
}

/** Creates the state of a discussion for an anonymous reader. */
export function servedState(
  { discussion, sort, info, page }: ServedResponses,
  { now, closedByPublisher }: Circumstances,
): DiscussionState {
  const opened = infoLoaded({ ...UNOPENED, discussion, sort }, info, now);
  const access = accessAt(info, { now: now + opened.clockOffset, closedByPublisher });
  return { ...firstPageLoaded(opened, page), access };
}
