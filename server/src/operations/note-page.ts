import type { DiscussionRef } from 'article-comments/rules.js';
import type { DiscussionChange } from '../discussion/change-discussion.js';
import type { SignedPage } from '../discussion/discussion-keys.js';
import type { Store } from '../discussion/store.js';
import { type Caller, isModerator } from '../identity/caller.js';
import { ownPage, pageTitle, recheckAfter } from '../rules/page.js';

/** A discussion as a page sends it, with its key admitted. */
export interface AdmittedRef extends Pick<DiscussionRef, 'key' | 'url'> {
  readonly title?: string | undefined;
  /** What the publisher has signed. */
  readonly signedPage?: SignedPage | undefined;
}

/**
 * Notes where a comment comes from. What the publisher has signed counts, and the browser of a moderator. The address that any other
 * browser sends is only where the page is looked for: whoever writes last would otherwise rename the article in the feed and on the
 * moderators' pages.
 */
export function notePage(store: Store, change: DiscussionChange, ref: AdmittedRef, writer: Caller): void {
  const { page_by: by, page_due_at: dueAt, page_signed_at: signedAt } = change.discussion;
  if (by === 'moderator') return;
  const { signedPage } = ref;
  if (signedPage) {
    // An earlier one stays valid, and must not bring an earlier title back.
    if (by !== 'key' || signedAt === null || signedAt < signedPage.updated)
      change.setPage({
        url: signedPage.url,
        title: signedPage.title,
        page_by: 'key',
        page_signed_at: signedPage.updated,
        page_suggested: null,
      });
    return;
  }
  const url = ownPage(store, ref.url);
  if (by === 'key' || url === undefined) return;
  if (isModerator(writer))
    change.setPage({
      url,
      title: pageTitle(ref.title ?? ''),
      page_by: 'page',
      page_suggested: null,
      page_due_at: new Date(change.now.getTime() + recheckAfter),
      page_failures: 0,
    });
  else
    change.setPage({
      page_suggested: url,
      page_due_at: dueAt !== null && dueAt > change.now ? dueAt : change.now,
    });
}
