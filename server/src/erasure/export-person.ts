import type { Decision } from 'article-comments/rules.js';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Data } from '../database/data.js';
import type { Store } from '../discussion/store.js';
import type { Authenticator } from '../identity/authenticator.js';
import { Problem } from '../rules/problem.js';
import { accountOf } from './personal-data.js';

/**
 * Everything that the database holds about a person, for that person: Articles 15 and 20 of the GDPR. The erasure removes the same.
 *
 * @param identity `person:…` or `guest:…`.
 */
export async function exportPerson(store: Store, identity: string): Promise<object> {
  const [comments, votes, reports, notices, mails, sessions, standing, addresses, firstWrites, moderation] =
    await Promise.all([
      commentsOf(store, identity),
      votesOf(store, identity),
      reportsOf(store, identity),
      noticesOf(store, identity),
      mailsOf(store, identity),
      sessionsOf(store, identity),
      standingOf(store, identity),
      addressesOf(store, identity),
      firstWritesOf(store, identity),
      moderationOf(store, identity),
    ]);
  return {
    person: identity,
    exportedAt: store.now(),
    comments,
    votes,
    reports,
    notices,
    mails,
    sessions,
    standing,
    addresses,
    firstWrites,
    moderation,
  };
}

async function commentsOf({ database }: Data, identity: string): Promise<readonly object[]> {
  const rows = await database
    .selectFrom('comments')
    .innerJoin('discussions', 'discussions.id', 'comments.discussion')
    .selectAll('comments')
    .select(['discussions.key', 'discussions.url'])
    .where('owner', '=', identity)
    .orderBy('comments.created_at')
    .execute();
  return rows.map((row) => ({
    discussion: row.key,
    page: row.url,
    id: row.id,
    parentId: row.parent || null,
    replyTo: row.reply_to_name,
    author: parse(row.author),
    body: { format: row.format, value: row.body },
    status: row.status,
    createdAt: row.created_at,
    editedAt: row.edited_at,
    removal: row.removed_at && { at: row.removed_at, reason: row.removal_reason, note: row.removal_note },
    decision: parse(row.decision) as Decision | null,
    judgement: parse(row.judgement),
    tellOfReplies: row.notify,
  }));
}

function votesOf({ database }: Data, identity: string): Promise<readonly object[]> {
  return database
    .selectFrom('votes')
    .innerJoin('discussions', 'discussions.id', 'votes.discussion')
    .select(['discussions.key as discussion', 'votes.comment', 'votes.value'])
    .where('voter', '=', identity)
    .execute();
}

function reportsOf({ database }: Data, identity: string): Promise<readonly object[]> {
  return database
    .selectFrom('reports')
    .innerJoin('discussions', 'discussions.id', 'reports.discussion')
    .select([
      'discussions.key as discussion',
      'reports.comment',
      'reports.reference',
      'reports.reason',
      'reports.detail',
      'reports.reporter_name as name',
      'reports.created_at as sentAt',
      'reports.handled_at as handledAt',
    ])
    .where('reporter', '=', identity)
    .execute();
}

async function noticesOf({ database }: Data, identity: string): Promise<readonly object[]> {
  const rows = await database
    .selectFrom('legal_notices')
    .innerJoin('discussions', 'discussions.id', 'legal_notices.discussion')
    .selectAll('legal_notices')
    .select('discussions.key')
    .where('reporter', '=', identity)
    .execute();
  return rows.map((row) => ({
    discussion: row.key,
    comment: row.comment,
    reference: row.reference,
    reason: row.reason,
    explanation: row.explanation,
    law: row.law,
    urls: parse(row.urls),
    name: row.name,
    email: row.email,
    receivedAt: row.received_at,
    decision: parse(row.decision),
  }));
}

/** Those that wait to be sent: none is kept afterwards. Events for other software only repeat what is above. */
function mailsOf({ database }: Data, identity: string): Promise<readonly object[]> {
  return database
    .selectFrom('outbox')
    .select(['recipient as to', 'subject', 'text', 'created_at as createdAt'])
    .where('person', '=', identity)
    .where('kind', '=', 'mail')
    .execute();
}

function sessionsOf({ database }: Data, identity: string): Promise<readonly object[]> {
  return database
    .selectFrom('sessions')
    .select('expires_at as expiresAt')
    .where('person', '=', accountOf(identity) ?? '')
    .execute();
}

async function standingOf({ database }: Data, identity: string): Promise<object | null> {
  const row = await database
    .selectFrom('standings')
    .select(['banned_at as bannedAt', 'ban_ends_at as banEndsAt', 'ban_decision', 'warning'])
    .where('identity', '=', identity)
    .executeTakeFirst();
  if (!row) return null;
  const { ban_decision: decision, ...standing } = row;
  return { ...standing, banDecision: parse(decision) };
}

/** HMACs of the addresses from which a person has written. */
function addressesOf({ database }: Data, identity: string): Promise<readonly object[]> {
  return database
    .selectFrom('addresses')
    .select(['address as hash', 'seen_at as seenAt'])
    .where('identity', '=', identity)
    .execute();
}

/** What a guest has written first, if their cookie has not come back since. */
function firstWritesOf({ database }: Data, identity: string): Promise<readonly object[]> {
  return database
    .selectFrom('first_writes')
    .innerJoin('discussions', 'discussions.id', 'first_writes.discussion')
    .select(['discussions.key as discussion', 'first_writes.comment', 'first_writes.created_at as sentAt'])
    .where('identity', '=', identity)
    .execute();
}

/** What the person has decided as a moderator. */
async function moderationOf({ database }: Data, identity: string): Promise<object> {
  const removed = await database
    .selectFrom('comments')
    .innerJoin('discussions', 'discussions.id', 'comments.discussion')
    .select(['discussions.key as discussion', 'comments.id', 'comments.removed_at as removedAt'])
    .where('removed_by', '=', identity)
    .where('owner', 'is distinct from', identity)
    .execute();
  const decided = await database
    .selectFrom('legal_notices')
    .select(['reference', 'decided_at as decidedAt'])
    .where('decided_by', '=', identity)
    .execute();
  const banned = await database
    .selectFrom('standings')
    .select('banned_at as bannedAt')
    .where('banned_by', '=', identity)
    .execute();
  const handling = await database
    .selectFrom('claims')
    .innerJoin('discussions', 'discussions.id', 'claims.discussion')
    .select(['discussions.key as discussion', 'claims.comment', 'claims.expires_at as until'])
    .where('moderator', '=', identity)
    .execute();
  return { removed, decided, banned, handling };
}

const parse = (json: string | null): unknown => (json === null ? null : JSON.parse(json));

export function addOwnData(app: FastifyInstance, store: Store, authenticator: Authenticator): void {
  app.get('/personal-data', async (request, reply) => {
    const { identity } = await authenticator.authenticate(request, reply);
    if (identity === undefined)
      throw new Problem('sign-in-required', 'Sign in, or use the browser with which you have posted as a guest.');
    return sendExport(reply, await exportPerson(store, identity));
  });
}

/** Sends personal data as a file to keep, and to no cache. */
export function sendExport(reply: FastifyReply, data: object): FastifyReply {
  return reply
    .headers({ 'content-disposition': 'attachment; filename="comments.json"', 'cache-control': 'no-store' })
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(data, null, 2));
}
