/** State transitions for the viewer's actions: reporting comments, and closing the discussion. */
import type { AdapterError, CommentId, DiscussionInfo, Viewer } from '../adapter.js';
import type { DiscussionState, ReportRecord } from '../state/discussion-state.js';
import { infoLoaded } from './loading.js';

/** Records a report that the backend has accepted. */
export function commentReported(state: DiscussionState, id: CommentId, record: ReportRecord): DiscussionState {
  return { ...state, reports: new Map(state.reports).set(id, record) };
}

/** Removes a report that the viewer has withdrawn. */
export function reportWithdrawn(state: DiscussionState, id: CommentId): DiscussionState {
  const reports = new Map(state.reports);
  reports.delete(id);
  return { ...state, reports };
}

/** Replaces the viewer, whom the info names as well. */
export function viewerReplaced(state: DiscussionState, viewer: Viewer): DiscussionState {
  return { ...state, viewer, info: state.info && { ...state.info, viewer } };
}

/** Closes the discussion if a refused write shows that it is closed. */
export function closureLearned(state: DiscussionState, { kind, message }: AdapterError): DiscussionState {
  if (kind !== 'closed' && kind !== 'disabled') return state;
  const { info } = state;
  return { ...state, info: { ...info, state: kind, stateMessage: message || info?.stateMessage, opensAt: undefined } };
}

/** Records that the viewer closed or opened the discussion. Keeps the fields that the response omits. */
export function closureChanged(state: DiscussionState, info: DiscussionInfo, now: number): DiscussionState {
  const { posting, can, decisions, policy, total, message, feedUrl } = state.info ?? {};
  return infoLoaded(
    state,
    { viewer: state.viewer, posting, can, decisions, policy, total, message, feedUrl, ...info },
    now,
  );
}
