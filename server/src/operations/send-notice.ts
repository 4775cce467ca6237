import { randomUUID } from 'node:crypto';
import type { Report, ReportNotice, ReportReceipt } from 'article-comments/rules.js';
import type { ApiRequest } from '../contract/routes.js';
import type { LegalNoticeRow } from '../database/tables.js';
import { discussionId } from '../discussion/discussion-state.js';
import { findComment } from '../discussion/find-comment.js';
import { Problem } from '../http/problem.js';
import type { PublicOrigin } from '../http/public-origin.js';
import type { Authenticator } from '../identity/authenticator.js';
import { isOwn } from '../identity/caller.js';
import { validateNotice } from '../legal-notices/notice-entry.js';
import { statusPath } from '../legal-notices/status-path.js';
import { findNotice, requireSame, storeNotice } from '../legal-notices/store-notice.js';
import type { Store } from '../store.js';
import type { DiscussionQuery } from './discussion-query.js';

export interface NoticeDependencies {
  readonly store: Store;
  readonly authenticator: Authenticator;
  /** The address of the site, without a slash at its end. */
  readonly addressOf: PublicOrigin;
}

type NoticeRequest = ApiRequest<DiscussionQuery, Omit<Report, 'id'> & { readonly notice: ReportNotice }>;

/** Takes a notice of illegal content. Open to guests, and in closed discussions. */
export async function sendNotice(
  { store, authenticator, addressOf }: NoticeDependencies,
  { caller, query, id, body: { reason, notice, key = randomUUID(), revision }, request, reply }: NoticeRequest,
): Promise<ReportReceipt> {
  const entry = validateNotice(reason, notice, store.rules);
  const place = { discussion: discussionId(query.discussion), comment: id, key };
  const statusUrlOf = (token: string): string => `${addressOf(request)}${statusPath(token)}`;
  const receiptOf = (row: LegalNoticeRow): ReportReceipt => ({
    reference: row.reference,
    receivedAt: row.received_at.toISOString(),
    statusUrl: statusUrlOf(row.token),
    redress: store.rules.redress,
  });
  // Looked up first: a retry succeeds whatever has become of the comment since.
  const earlier = await findNotice(store, place);
  if (earlier) {
    requireSame(earlier, entry);
    return receiptOf(earlier);
  }
  const { discussion, row: comment } = await findComment(store, query.discussion, id, caller);
  if (isOwn(caller, comment)) throw new Problem('forbidden', 'You cannot report your own comment.');
  if (comment.status !== 'visible') throw new Problem('not-found', 'This comment is no longer there.');
  const writer = authenticator.writer(caller);
  const row = await storeNotice(store, {
    ...place,
    about: [discussion, comment],
    entry,
    reporter: writer.identity,
    revision,
    language: request.headers['accept-language'],
    statusUrlOf,
  });
  authenticator.remember(writer, request, reply);
  return receiptOf(row);
}
