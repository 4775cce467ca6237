import type { Comment, CommentsAdapter } from '../model/adapter.js';
import type { DiscussionState } from '../model/state/discussion-state.js';
import { isOwn } from '../model/state/permissions.js';
import { encodeId } from './comment-address.js';

/** How this viewer can report a comment: in a form, at an address, or not at all. `reported`: the viewer has reported it. */
export type ReportAvailability =
  { readonly type: 'none' | 'form' | 'reported' } | { readonly type: 'link'; readonly href: string };

interface ReportWays {
  readonly adapter: CommentsAdapter | undefined;
  /** The publisher's address for reports if the adapter accepts none. */
  readonly reportHref: string | undefined;
  readonly permalink: string;
}

/** Returns how the viewer can report a comment. Viewers cannot report their own comments, nor comments that are not public. */
export function reportAvailability(
  comment: Comment,
  state: DiscussionState,
  { adapter, reportHref, permalink }: ReportWays,
): ReportAvailability {
  const { id, status = 'visible', can } = comment;
  if (status !== 'visible' || can?.report === false || isOwn(comment, state)) return { type: 'none' };
  if (adapter?.report) return { type: state.reports.has(id) ? 'reported' : 'form' };
  if (!reportHref) return { type: 'none' };
  const href = withBody(reportHref).replaceAll('{id}', encodeId(id)).replaceAll('{url}', encodeURIComponent(permalink));
  return { type: 'link', href };
}

/** Adds the address of the comment as the body of a `mailto:` link that does not contain it. */
function withBody(href: string): string {
  const isBare = /^mailto:(?!.*(\{url\}|[?&]body=))/i.test(href);
  return isBare ? `${href}${href.includes('?') ? '&' : '?'}body={url}` : href;
}
