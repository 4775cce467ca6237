import {
  AdapterError,
  type Call,
  type Draft,
  type Edit,
  type Report,
  type ReportReceipt,
  type Vote,
  type Votes,
} from '../../model/adapter.js';
import { isOfKind, orUndefined, requireText } from '../shared/errors.js';
import { type MastodonClient, statusPath } from './client.js';
import { report as reportEntity, type Status, status, statusSource } from './entities.js';
import { type KnownAccounts, leadingMention, withoutMention } from './mentions.js';
import { parseStatusId } from './status-id.js';

/**
 * Mastodon's categories for the section's reasons. All other reasons become `other`, which the reader's text
 * explains.
 */
const CATEGORIES: Readonly<Record<string, string>> = { spam: 'spam', illegal: 'legal' };

/** Posts a reply as the account `ownId`, if that is known, and returns its status. */
export async function postReply(
  client: MastodonClient,
  draft: Draft,
  ownId: string | undefined,
  call: Call,
): Promise<Status> {
  const { discussion, parentId, body, submitKey } = draft;
  // Mastodon would accept a reply that consists only of the mention.
  const text = requireText(body);
  const replyToId = parentId ?? parseStatusId(discussion.key);
  try {
    const { account, visibility } = await client.status(replyToId, call);
    // Without the mention, the parent's author gets no notification, and their instance may never receive
    // the reply.
    const mention = account.id === ownId ? '' : `@${account.acct} `;
    const written = {
      status: mention + text,
      in_reply_to_id: replyToId,
      visibility: visibility === 'unlisted' ? visibility : 'public',
    };
    // A repeated request with the same key returns the result of the first one, for an hour.
    const headers = { 'idempotency-key': submitKey };
    return await client.request({ method: 'POST', path: '/api/v1/statuses', headers, body: written }, call, status);
  } catch (error) {
    if (isOfKind(error, 'not-found') && parentId !== null)
      throw new AdapterError('parent-gone', error.message, error.info);
    throw error;
  }
}

/** The text of a status as it was typed, without a leading mention. */
export async function sourceOf(
  client: MastodonClient,
  id: string,
  accounts: KnownAccounts,
  call: Call,
): Promise<string> {
  const [current, { text }] = await Promise.all([
    client.status(id, call),
    client.request({ path: `${statusPath(id)}/source` }, call, statusSource),
  ]);
  return withoutMention(text, current, accounts);
}

/**
 * Changes the text of a status and keeps its leading mention. Returns the status with its former id, which snac changes with each
 * edit.
 */
export async function editStatus(
  client: MastodonClient,
  { id, body }: Edit,
  accounts: KnownAccounts,
  call: Call,
): Promise<Status> {
  const text = requireText(body);
  const mention = leadingMention(await client.status(id, call), accounts);
  const request = { method: 'PUT', path: statusPath(id), body: { status: mention + text } };
  return { ...(await client.request(request, call, status)), id };
}

/** Deletes a status. Rejects with `unsupported` if the instance does not: some servers with Mastodon's API cannot delete. */
export async function deleteStatus(client: MastodonClient, id: string, call: Call): Promise<void> {
  const deleted = await orUndefined(
    client.request({ method: 'DELETE', path: statusPath(id) }, call, status),
    'not-found',
  );
  if (deleted) return;
  await client.status(id, call);
  throw new AdapterError('unsupported');
}

export async function favourite(client: MastodonClient, { id, value }: Vote, call: Call): Promise<Votes> {
  if (value < 0) throw new AdapterError('unsupported', 'Mastodon has no downvotes.');
  const action = value === 1 ? 'favourite' : 'unfavourite';
  const request = { method: 'POST', path: `${statusPath(id)}/${action}` };
  const { favourites_count: up, favourited } = await client.request(request, call, status);
  return { up, mine: favourited ? 1 : 0 };
}

/** Reports a status to the moderators of the instance. */
export async function report(
  client: MastodonClient,
  { id, reason, detail }: Report,
  call: Call,
): Promise<ReportReceipt> {
  const { account } = await client.status(id, call);
  const category = Object.hasOwn(CATEGORIES, reason) ? CATEGORIES[reason] : 'other';
  const body = { account_id: account.id, status_ids: [id], category, ...(detail !== undefined && { comment: detail }) };
  const created = await client.request({ method: 'POST', path: '/api/v1/reports', body }, call, reportEntity);
  return created.id === undefined ? {} : { reference: created.id };
}
