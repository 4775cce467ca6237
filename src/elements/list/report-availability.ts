import type { Comment, CommentsAdapter } from '../../model/adapter.js';
import type { DiscussionState } from '../../model/discussion/discussion-state.js';
import { isOwn } from '../../model/discussion/permissions.js';
import { recode } from '../permalink/permalink.js';

interface Ways {
  readonly adapter: CommentsAdapter | undefined;
  readonly reportHref: string | undefined;
  readonly permalink: string;
}

/**
 * How this viewer may report a comment: `form`, in place; `done`, they have; empty, not at all; else the address where
 * it is done. Nobody reports what is no longer shown, nor their own comment.
 */
export function reportAvailability(comment: Comment, state: DiscussionState, { adapter, reportHref, permalink }: Ways): string {
  const { id, status = 'visible', can } = comment;
  if (status !== 'visible' || can?.report === false || isOwn(comment, state)) return '';
  if (adapter?.report) return state.reports.has(id) ? 'done' : 'form';
  if (!reportHref) return '';
  // A mail that does not place the comment itself carries its address as the text.
  const isBare = /^mailto:(?!.*(\{url\}|[?&]body=))/i.test(reportHref);
  const href = isBare ? `${reportHref}${reportHref.includes('?') ? '&' : '?'}body={url}` : reportHref;
  return href.replaceAll('{id}', recode(encodeURIComponent, id)).replaceAll('{url}', encodeURIComponent(permalink));
}
