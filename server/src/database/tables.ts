/** Kysely's types of the tables that `migrations.ts` creates. */
import type { Author, Body, SubmitResult } from 'article-comments/rules.js';
import type { Generated, Selectable } from 'kysely';
import type { Hold } from '../rules/hold.js';

export interface Tables {
  readonly secrets: { name: string; value: string };
  readonly sessions: { token_hash: string; person: string; expires_at: Date };
  readonly discussions: DiscussionTable;
  readonly comments: CommentTable;
  readonly votes: { discussion: string; comment: string; voter: string; value: number };
  readonly past_scores: PastScoreTable;
  readonly reports: ReportTable;
  readonly legal_notices: LegalNoticeTable;
  readonly events: EventTable;
  readonly standings: StandingTable;
  readonly outbox: OutboxTable;
  readonly addresses: AddressTable;
  readonly first_writes: FirstWriteTable;
  /** One row. Writers share a lock on it, and whoever changes a standing has it alone: `lockedStanding`. */
  readonly standing_lock: { id: number };
  readonly claims: ClaimTable;
  /** Rate limits by key. `free_at` is when the bucket will be empty. */
  readonly paces: { who: string; free_at: Date };
}

interface DiscussionTable {
  /** SHA-256 of the key, which may be too long for an index. */
  id: string;
  key: string;
  /** Address and title of the page, from `page_by` only. Empty and null if unknown. */
  url: string;
  title: string | null;
  /** Who has said so: a moderator, the publisher with a signed key, the page or the browser of a moderator on it, or an import. */
  page_by: Generated<'moderator' | 'key' | 'page' | 'import' | null>;
  /** Time of the address and the title that the publisher has signed. */
  page_signed_at: Generated<Date | null>;
  /** An address that came with a comment, until the page there is checked. */
  page_suggested: Generated<string | null>;
  /** When a suggested page may be requested. */
  page_due_at: Generated<Date | null>;
  /** Number of checks in a row that found nothing. */
  page_failures: Generated<number>;
  created_at: Date;
  closes_at: Date | null;
  closed_at: Date | null;
  /** The editors' message, in Markdown. */
  message: Generated<string | null>;
  /** Which comments are held, by decision of a moderator. Null: those that the rules of the site hold. */
  hold: Generated<Hold | null>;
  /** Number of visible comments. */
  total: Generated<number>;
  /** Numbers of the newest comment and event. They change only under a lock on this row. */
  last_comment: Generated<number>;
  last_event: Generated<number>;
}

interface CommentTable {
  discussion: string;
  id: string;
  /** Sequence number within the discussion. */
  number: number;
  /** Empty, not null, at the top level, so that indexes can order by it. */
  parent: string;
  depth: number;
  reply_to: string | null;
  reply_to_name: string | null;
  /** `person:…` or `guest:…`; null for seeded comments. */
  owner: string | null;
  author: string | null;
  body: string;
  format: Body['format'];
  /**
   * `gone`: removed without a tombstone. `withheld`: with a tombstone for its author and for moderators only, who read
   * the decision there.
   */
  status: 'visible' | 'pending' | 'deleted' | 'hidden' | 'gone' | 'withheld';
  /** Status of a removed comment before its removal. */
  status_before: 'visible' | 'pending' | null;
  removed_by: string | null;
  removed_at: Date | null;
  /** Why a moderator removed it: the id of a reason, and a note on it. */
  removal_reason: string | null;
  removal_note: string | null;
  /** The measure `hidden`: the text stays until a moderator restores it. */
  removal_kept: Generated<boolean>;
  /** A `Decision` as JSON, and its time. Null if a moderator gave no statement of reasons. */
  decision: string | null;
  decided_at: Date | null;
  /** A `Judgement` as JSON, if the judge did not publish the text at once. */
  judgement: string | null;
  /** When body, author and owner were erased for good. */
  erased_at: Date | null;
  created_at: Date;
  edited_at: Date | null;
  revision: Generated<number>;
  pinned: Generated<boolean>;
  featured: Generated<boolean>;
  up: Generated<number>;
  down: Generated<number>;
  score: Generated<number>;
  /** Number of the event that set `score`. */
  score_since: number;
  /** Number of direct replies that everyone sees, tombstones included. */
  replies: Generated<number>;
  /** Number of direct replies held for review or withheld: they exist for some callers only. */
  held_replies: Generated<number>;
  /** Whether its author wants to be told of replies. */
  notify: Generated<boolean>;
  submit_key: string | null;
  /** SHA-256 of the submission, to detect a key that is reused for another text. */
  submit_hash: string | null;
  outcome: SubmitResult['outcome'] | null;
}

/** A former score, valid from event `since` up to but excluding event `until`. */
interface PastScoreTable {
  discussion: string;
  number: number;
  since: number;
  until: number;
  score: number;
  created_at: Date;
}

interface ReportTable {
  discussion: string;
  comment: string;
  /** `person:…` or `guest:…`. */
  reporter: string;
  /** Null for guests. */
  reporter_name: string | null;
  reason: string;
  detail: string;
  revision: string | null;
  reference: string;
  /** `Report.key`. Null if the report has none. */
  report_key: string | null;
  created_at: Date;
  /** When a moderator dismissed the report or removed the comment. Null while it waits. */
  handled_at: Date | null;
}

/** A notice of illegal content. */
interface LegalNoticeTable {
  discussion: string;
  reference: string;
  comment: string;
  /** The revision that its sender saw. */
  revision: string | null;
  /** `person:…` or `guest:…`; null once it is erased. */
  reporter: string | null;
  /** `Report.key`, or one of the server's own. */
  notice_key: string;
  /** What the address of the page for its sender ends with. */
  token: string;
  /** That address. Null in notices from before mails were sent. */
  status_url: string | null;
  /** What the sender's browser asks for, as in `Accept-Language`. */
  language: string | null;
  reason: string;
  explanation: string;
  law: string | null;
  /** A list as JSON. */
  urls: string;
  name: string | null;
  email: string | null;
  good_faith: boolean;
  received_at: Date;
  /** A `Decision` as JSON. Null while the notice waits. */
  decision: string | null;
  decided_at: Date | null;
  decided_by: string | null;
  /** When everything personal in it was erased for good. */
  erased_at: Date | null;
}

interface EventTable {
  discussion: string;
  /** Gapless within a discussion, in commit order. */
  number: number;
  /** `held`: back into review. Whoever may not read it loses it. */
  type: 'added' | 'changed' | 'held' | 'discussion';
  /** Empty for events of the discussion itself. */
  comment: string;
  created_at: Date;
}

/** What moderators have decided about one person. */
interface StandingTable {
  /** `person:…` or `guest:…`. */
  identity: string;
  /** When the person was banned. Null: not banned. */
  banned_at: Date | null;
  /** Null: until a moderator lifts the ban. */
  ban_ends_at: Date | null;
  /** Identity and name of the moderator. */
  banned_by: string | null;
  banned_by_name: string | null;
  /** The statement of reasons of the ban, a `Decision` as JSON. Null if the moderator gave none. */
  ban_decision: string | null;
  /** A warning that is not acknowledged yet. */
  warning_id: string | null;
  warning: string | null;
}

/** A mail, or an event for other software, that waits to be sent. */
interface OutboxTable {
  id: string;
  kind: Generated<'mail' | 'event'>;
  /** The address of a person, or the URL of a webhook. */
  recipient: string;
  /** Of an event: its type. */
  subject: string;
  /** Of an event: its message, as JSON. */
  text: string;
  /** Whose data it is: `person:…` or `guest:…`. */
  person: string | null;
  /** The comment that an event is about, or the discussion of the notice that a mail is about. */
  discussion: Generated<string | null>;
  comment: Generated<string | null>;
  /** Reference of the notice that a mail is about. */
  notice: Generated<string | null>;
  /** The order in which they were stored. */
  number: Generated<number>;
  attempts: Generated<number>;
  created_at: Date;
  /** When it may be sent, or be tried again. */
  due_at: Date;
}

/** An address from which somebody has written a comment. */
interface AddressTable {
  /** `guest:…` or `person:…`. */
  identity: string;
  /** HMAC of the address block. */
  address: string;
  /** When they last wrote from there. */
  seen_at: Date;
}

/** A guest whose cookie was handed out with the first write, and has not come back yet. */
interface FirstWriteTable {
  /** `guest:…`. */
  identity: string;
  discussion: string;
  comment: string;
  /** Reference of the report of that comment. Empty: the write is the comment. */
  report: string;
  /** Whether a retry without the cookie has the write now. */
  taken_over: Generated<boolean>;
  /** The order in which the cookies were handed out. */
  number: Generated<number>;
  created_at: Date;
}

/** The comment that a moderator is working on. */
interface ClaimTable {
  /** `person:…`. */
  moderator: string;
  name: string;
  discussion: string;
  comment: string;
  /** When the claim ends if the moderator does nothing more. */
  expires_at: Date;
}

export type DiscussionRow = Selectable<DiscussionTable>;
export type CommentRow = Selectable<CommentTable>;
export type LegalNoticeRow = Selectable<LegalNoticeTable>;
export type EventRow = Selectable<EventTable>;
export type FirstWriteRow = Selectable<FirstWriteTable>;
export type OutboxRow = Selectable<OutboxTable>;

/** The author as stored in the column `author`. */
export const serializeAuthor = (author: Author | null): string | null => author && JSON.stringify(author);

/** PostgreSQL stores times from 4713 BC on, and `pg` writes years of four digits. */
const [first, last] = [Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')];

/** Whether the database can store a time. False for an invalid one. */
export const isStorableTime = (time: Date): boolean => time.getTime() >= first && time.getTime() <= last;
