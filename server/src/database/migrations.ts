/**
 * Schema migrations. A released migration is never changed; a new one corrects it. They use only what PostgreSQL shares
 * with its relatives (CockroachDB, YugabyteDB, Citus), and every key starts with the discussion, so that tables can be
 * sharded by it.
 */
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { Tables } from './tables.js';

type Migration = readonly RawBuilder<unknown>[];

const initialSchema: Migration = [
  sql`create table secrets (name text primary key, value text not null)`,
  sql`create table sessions (token_hash text primary key, person text not null, expires_at timestamptz not null)`,
  sql`create table discussions (
    id text primary key,
    key text not null,
    url text not null,
    title text,
    created_at timestamptz not null,
    closes_at timestamptz,
    closed_at timestamptz,
    total bigint not null default 0,
    last_comment bigint not null default 0,
    last_event bigint not null default 0
  )`,
  sql`create table comments (
    discussion text not null references discussions (id),
    id text not null,
    number bigint not null,
    parent text not null,
    depth bigint not null,
    reply_to text,
    reply_to_name text,
    owner text,
    author text,
    body text not null,
    format text not null,
    status text not null,
    status_before text,
    removed_by text,
    created_at timestamptz not null,
    edited_at timestamptz,
    revision bigint not null default 1,
    pinned boolean not null default false,
    featured boolean not null default false,
    up bigint not null default 0,
    down bigint not null default 0,
    score bigint not null default 0,
    score_since bigint not null,
    replies bigint not null default 0,
    held_replies bigint not null default 0,
    submit_key text,
    submit_hash text,
    outcome text,
    primary key (discussion, id),
    unique (discussion, owner, submit_key)
  )`,
  // One per sort order. They leave removed comments out, so that a page never has to skip any.
  sql`create unique index comments_by_time on comments (discussion, parent, number) where status <> 'gone'`,
  sql`create index comments_by_score on comments (discussion, parent, score, number) where status <> 'gone'`,
  sql`create index comments_pinned on comments (discussion, number) where pinned`,
  sql`create table votes (
    discussion text not null,
    comment text not null,
    voter text not null,
    value bigint not null,
    primary key (discussion, comment, voter)
  )`,
  sql`create table past_scores (
    discussion text not null,
    number bigint not null,
    since bigint not null,
    until bigint not null,
    score bigint not null,
    created_at timestamptz not null,
    primary key (discussion, until, number)
  )`,
  // For lists that continue in an order which has changed since.
  sql`create index past_scores_by_score on past_scores (discussion, score, number)`,
  sql`create index past_scores_by_age on past_scores (created_at)`,
  sql`create table reports (
    discussion text not null,
    comment text not null,
    reporter text not null,
    reason text not null,
    detail text not null,
    revision text,
    reference text not null,
    created_at timestamptz not null,
    primary key (discussion, comment, reporter)
  )`,
  sql`create table events (
    discussion text not null,
    number bigint not null,
    type text not null,
    comment text not null,
    created_at timestamptz not null,
    primary key (discussion, number)
  )`,
  sql`create index events_by_age on events (created_at)`,
  sql`create table paces (who text primary key, free_at timestamptz not null)`,
];

/** Removals that expire, the moderators' queues, and the erasure of a person. */
const moderation: Migration = [
  sql`alter table comments add column removed_at timestamptz`,
  sql`alter table comments add column removal_reason text`,
  sql`alter table comments add column removal_note text`,
  sql`alter table comments add column erased_at timestamptz`,
  // Nobody knows when these were removed, so their retention starts now. In milliseconds, like all other times.
  sql`update comments set removed_at = date_trunc('milliseconds', now()) where status in ('deleted', 'hidden', 'gone')`,
  sql`alter table reports add column reporter_name text`,
  sql`alter table reports add column handled_at timestamptz`,
  // The queues and the erasure span all discussions.
  sql`create index comments_held on comments (created_at, discussion, id) where status = 'pending'`,
  sql`create index comments_removed on comments (removed_at, discussion, id)
    where removed_at is not null and erased_at is null`,
  sql`create index comments_by_owner on comments (owner)`,
  sql`create index comments_by_reply_to on comments (discussion, reply_to) where reply_to is not null`,
  sql`create index votes_by_voter on votes (voter)`,
  sql`create index reports_open on reports (discussion, comment, created_at) where handled_at is null`,
  sql`create index reports_handled on reports (handled_at) where handled_at is not null`,
  sql`create index reports_by_reporter on reports (reporter)`,
];

/** A report that is sent again is recognised by its key. */
const reportKeys: Migration = [sql`alter table reports add column report_key text`];

/** The editors' message above a discussion. */
const editorsMessages: Migration = [sql`alter table discussions add column message text`];

/** Bans of single people, and warnings that they have yet to acknowledge. */
const standings: Migration = [
  sql`create table standings (
    identity text primary key,
    banned_at timestamptz,
    warning_id text,
    warning text
  )`,
];

/** Feeds span all levels of a discussion. */
const feeds: Migration = [sql`create index comments_newest on comments (discussion, number) where status = 'visible'`];

/** The wish to be told of replies. */
const notices: Migration = [sql`alter table comments add column notify boolean not null default false`];

/** The order by replies, and the list of what editors have featured. */
const ordersAndFilters: Migration = [
  sql`create index comments_by_replies on comments (discussion, parent, replies, number) where status <> 'gone'`,
  sql`create index comments_featured on comments (discussion, number) where featured`,
];

/** Notices of illegal content, and the statements of reasons that answer them. */
const legalNotices: Migration = [
  sql`create table legal_notices (
    discussion text not null,
    reference text not null,
    comment text not null,
    revision text,
    reporter text,
    notice_key text not null,
    token text not null,
    reason text not null,
    explanation text not null,
    law text,
    urls text not null,
    name text,
    email text,
    good_faith boolean not null,
    received_at timestamptz not null,
    decision text,
    decided_at timestamptz,
    decided_by text,
    erased_at timestamptz,
    primary key (discussion, reference),
    unique (discussion, comment, notice_key)
  )`,
  // The queue, the senders' pages and the erasure span all discussions.
  sql`create index legal_notices_open on legal_notices (received_at, discussion, reference) where decided_at is null`,
  sql`create index legal_notices_decided on legal_notices (decided_at)
    where decided_at is not null and erased_at is null`,
  sql`create index legal_notices_by_token on legal_notices (token)`,
  sql`create index legal_notices_by_reporter on legal_notices (reporter)`,
  sql`alter table comments add column removal_kept boolean not null default false`,
  sql`alter table comments add column decision text`,
  sql`alter table comments add column decided_at timestamptz`,
  sql`create index comments_decided on comments (decided_at) where decided_at is not null and erased_at is not null`,
];

/** An earlier attempt to post is found by its key, whoever sent it. */
const submitKeys: Migration = [
  sql`create index comments_by_submit_key on comments (discussion, submit_key) where submit_key is not null`,
];

/** Mails that wait to be sent, and what the senders of notices are told by mail. */
const outbox: Migration = [
  sql`create table outbox (
    id text primary key,
    recipient text not null,
    subject text not null,
    text text not null,
    person text,
    attempts bigint not null default 0,
    created_at timestamptz not null,
    due_at timestamptz not null
  )`,
  sql`create index outbox_due on outbox (due_at)`,
  sql`alter table legal_notices add column language text`,
  sql`alter table legal_notices add column status_url text`,
];

/** How long a ban lasts, who decided on it, and the addresses that the ban of a guest covers. */
const bans: Migration = [
  sql`alter table standings add column ban_ends_at timestamptz`,
  sql`alter table standings add column banned_by text`,
  sql`alter table standings add column banned_by_name text`,
  sql`create table addresses (
    identity text not null,
    address text not null,
    seen_at timestamptz not null,
    primary key (identity, address)
  )`,
  sql`create index addresses_by_address on addresses (address)`,
  sql`create index addresses_by_age on addresses (seen_at)`,
];

/** Events that wait to be sent to other software, beside the mails. They are erased with the comment that they are about. */
const webhooks: Migration = [
  sql`alter table outbox add column kind text not null default 'mail'`,
  sql`alter table outbox add column discussion text`,
  sql`alter table outbox add column comment text`,
  sql`alter table outbox add column number bigint generated by default as identity`,
  sql`create index outbox_by_comment on outbox (discussion, comment) where comment is not null`,
];

/** What the publisher's software has said about a text that it did not publish. */
const judgements: Migration = [sql`alter table comments add column judgement text`];

/** The reasons of bans. Automated means that detect a comment are distinguished from those that decide: these had been detected. */
const reasons: Migration = [
  sql`alter table standings add column ban_decision text`,
  sql`update comments set decision = replace(decision, '"automated":', '"automatedDetection":')
    where decision like '%"measure":"rejected"%'`,
];

/** Which comments of a discussion are held. Null: those that the rules of the site hold. */
const holds: Migration = [sql`alter table discussions add column hold text`];

/** Which comment each moderator is working on. By the moderator, who has one at a time. */
const claims: Migration = [
  sql`create table claims (
    moderator text primary key,
    name text not null,
    discussion text not null,
    comment text not null,
    expires_at timestamptz not null
  )`,
];

/** Mails belong to their notice, and wait without being in the way of events. */
const waitingMails: Migration = [
  sql`alter table outbox add column notice text`,
  sql`update outbox set discussion = legal_notices.discussion, notice = legal_notices.reference from legal_notices
    where outbox.kind = 'mail' and erased_at is null and outbox.subject like '%(' || legal_notices.reference || ')'`,
  sql`delete from outbox where kind = 'mail' and notice is null`,
  sql`create index outbox_by_notice on outbox (discussion, notice) where notice is not null`,
  sql`drop index outbox_due`,
  sql`create index outbox_due on outbox (kind, due_at)`,
];

/** Guests whose cookies have not come back yet; and the order of writes and bans. Not an advisory lock: see `migrate`. */
const firstWrites: Migration = [
  sql`create table first_writes (
    identity text primary key,
    discussion text not null,
    comment text not null,
    report text not null,
    taken_over boolean not null default false,
    number bigint generated by default as identity,
    created_at timestamptz not null
  )`,
  sql`create index first_writes_by_comment on first_writes (discussion, comment)`,
  sql`create table standing_lock (id bigint primary key)`,
  sql`insert into standing_lock (id) values (1)`,
];

/** Where the address and the title of a page come from, and the addresses that are to be checked. */
const pages: Migration = [
  sql`alter table discussions add column page_by text`,
  sql`alter table discussions add column page_signed_at timestamptz`,
  sql`alter table discussions add column page_suggested text`,
  sql`alter table discussions add column page_due_at timestamptz`,
  sql`alter table discussions add column page_failures bigint not null default 0`,
  // Where nothing was posted, both come from an import. Otherwise the last browser that posted has sent them: they have to be checked.
  sql`update discussions set page_by = 'import' where url <> '' and not exists
    (select 1 from comments where comments.discussion = discussions.id and comments.submit_key is not null)`,
  sql`update discussions set page_suggested = url, page_due_at = created_at, url = '', title = null
    where url <> '' and page_by is null`,
  sql`create index discussions_page_due on discussions (page_due_at) where page_suggested is not null`,
];

const migrations: readonly Migration[] = [
  initialSchema,
  moderation,
  reportKeys,
  editorsMessages,
  standings,
  feeds,
  notices,
  ordersAndFilters,
  legalNotices,
  submitKeys,
  outbox,
  bans,
  webhooks,
  judgements,
  reasons,
  holds,
  claims,
  waitingMails,
  firstWrites,
  pages,
];

/**
 * Applies pending migrations. When several instances start at once, one migrates and the others wait.
 *
 * @param schema Created if it is missing. Default: the schema of the connection.
 */
export async function migrate(database: Kysely<Tables>, schema?: string): Promise<void> {
  if (schema !== undefined) await createSchema(database, schema);
  await createOnce(
    database,
    schema,
    sql`create table if not exists migrated (id bigint primary key, version bigint not null)`,
  );
  await patiently(database, schema, async (trx) => {
    // The instance that comes first holds this row until it has migrated. Not an advisory lock: those are specific to
    // PostgreSQL.
    await sql`insert into migrated (id, version) values (1, 0) on conflict (id) do nothing`.execute(trx);
    const { rows } = await sql<{ version: number }>`select version from migrated where id = 1 for update`.execute(trx);
    const version = rows[0]?.version ?? 0;
    if (version > migrations.length)
      throw new Error(
        `The database has schema version ${version}, but this server knows only ${migrations.length}. Use a newer server.`,
      );
    for (const statement of migrations.slice(version).flat()) await statement.execute(trx);
    await sql`update migrated set version = ${migrations.length} where id = 1`.execute(trx);
  });
}

async function createSchema(database: Kysely<Tables>, schema: string): Promise<void> {
  // Looked up first: an account that may not create schemas can use one that exists.
  const { rows } = await sql`select nspname from pg_catalog.pg_namespace where nspname = ${schema}`.execute(database);
  if (rows.length === 0) await createOnce(database, undefined, sql`create schema if not exists ${sql.id(schema)}`);
}

async function createOnce(
  database: Kysely<Tables>,
  schema: string | undefined,
  statement: RawBuilder<unknown>,
): Promise<void> {
  try {
    await patiently(database, schema, (trx) => statement.execute(trx));
  } catch (error) {
    // When two instances create the same at once, PostgreSQL reports a duplicate to the second despite "if not exists": a
    // catalogue row (23505), the schema (42P06), the table (42P07) or its type (42710).
    if (!(
      error instanceof Error &&
      'code' in error &&
      ['23505', '42P06', '42P07', '42710'].includes(String(error.code))
    ))
      throw error;
  }
}

/** A transaction that waits for another instance, and works on large tables, as long as that takes. */
function patiently(
  database: Kysely<Tables>,
  schema: string | undefined,
  work: (trx: Transaction<Tables>) => Promise<unknown>,
): Promise<void> {
  return database.transaction().execute(async (trx) => {
    await sql`set local lock_timeout = 0`.execute(trx);
    await sql`set local statement_timeout = 0`.execute(trx);
    if (schema !== undefined) await sql`set local search_path to ${sql.id(schema)}`.execute(trx);
    await work(trx);
  });
}
