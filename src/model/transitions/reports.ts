/** State transitions for the viewer's reports. */
import type { CommentId } from '../adapter.js';
import type { DiscussionState, ReportRecord } from '../state/discussion-state.js';

/** Records a report the backend has accepted. */
export function commentReported(state: DiscussionState, id: CommentId, record: ReportRecord): DiscussionState {
  return { ...state, reports: new Map(state.reports).set(id, record) };
}

/** Forgets a report the viewer has withdrawn. */
export function reportWithdrawn(state: DiscussionState, id: CommentId): DiscussionState {
  const reports = new Map(state.reports);
  reports.delete(id);
  return { ...state, reports };
}
