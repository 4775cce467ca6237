import type { Comment, CommentsAdapter } from '../model/adapter.js';
import type { DiscussionState } from '../model/discussion-state.js';

/** How this viewer may report a comment: in place, at an address, not at all; or has done so. */
export type Reporting =
  { readonly way: 'form' | 'none' | 'done'; readonly href?: undefined } | { readonly way: 'link'; readonly href: string };

interface Ways {
  readonly adapter: CommentsAdapter | undefined;
  readonly reportHref: string | undefined;
  readonly permalink: string;
}

/** Nobody reports what is no longer shown, nor their own comment. */
export function reportingOf(
  comment: Comment,
  { viewer, reports, posted }: DiscussionState,
  { adapter, reportHref, permalink }: Ways,
): Reporting {
  const { id, status = 'visible', author, can } = comment;
  if (status !== 'visible' || can?.report === false) return { way: 'none' };
  if (posted.includes(comment) || (author?.id !== undefined && author.id === viewer.author?.id)) return { way: 'none' };
  if (adapter?.report) return { way: reports.has(id) ? 'done' : 'form' };
  return reportHref ? { way: 'link', href: reportAddress(reportHref, id, permalink) } : { way: 'none' };
}

/** The publisher's address with the comment in it; a mail names the comment in its text unless the publisher placed it. */
function reportAddress(href: string, id: string, url: string): string {
  const filled = href.replaceAll('{id}', encodeURIComponent(id)).replaceAll('{url}', encodeURIComponent(url));
  if (!/^mailto:/i.test(href) || href !== filled || /[?&]body=/i.test(href)) return filled;
  return `${filled}${filled.includes('?') ? '&' : '?'}body=${encodeURIComponent(url)}`;
}
