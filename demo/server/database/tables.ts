/** The tables as Kysely knows them; `migrations.ts` makes them. */
import type { Generated, Selectable } from 'kysely';
import type { Author, Body, SubmitResult } from '../../../src/model/adapter.js';

export interface Tables {
  readonly secrets: { name: string; value: string };
  readonly sessions: { token_hash: string; person: string; expires_at: Date };
  readonly discussions: DiscussionTable;
  readonly comments: CommentTable;
  readonly votes: { discussion: string; comment: string; voter: string; value: number };
  readonly past_scores: PastScoreTable;
  readonly reports: ReportTable;
  readonly events: EventTable;
  readonly paces: { who: string; free_at: Date };
}

interface DiscussionTable {
  /** SHA-256 of the key: short enough for an index, however long the key. */
  id: string;
  key: string;
  url: string;
  title: string | null;
  created_at: Date;
  closes_at: Date | null;
  closed_at: Date | null;
  /** Visible comments. */
  total: Generated<number>;
  /** Numbers of the newest comment and of the newest event. Whoever raises them has locked this row. */
  last_comment: Generated<number>;
  last_event: Generated<number>;
}

interface CommentTable {
  discussion: string;
  id: string;
  /** Place in the order of arrival. */
  number: number;
  /** Empty at the top level: as a value, and not as null, it takes part in the order of an index. */
  parent: string;
  depth: number;
  reply_to: string | null;
  reply_to_name: string | null;
  /** `person:…` or `guest:…`; null for what came with the demo. */
  owner: string | null;
  author: string | null;
  body: string;
  format: Body['format'];
  /** `gone`: removed without a trace. */
  status: 'visible' | 'pending' | 'deleted' | 'hidden' | 'gone';
  /** What a removed comment was before, and who removed it. */
  status_before: 'visible' | 'pending' | null;
  removed_by: string | null;
  created_at: Date;
  edited_at: Date | null;
  revision: Generated<number>;
  pinned: Generated<boolean>;
  featured: Generated<boolean>;
  up: Generated<number>;
  down: Generated<number>;
  score: Generated<number>;
  /** Number of the event since which `score` holds. */
  score_since: number;
  /** Direct replies that everybody sees; tombstones are among them. */
  replies: Generated<number>;
  /** Direct replies that wait for an editor. */
  held_replies: Generated<number>;
  submit_key: string | null;
  /** SHA-256 of what was submitted, so that the same key with another text is noticed. */
  submit_hash: string | null;
  outcome: SubmitResult['outcome'] | null;
}

/** A score that held from the event `since` until before the event `until`. */
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
  reporter: string;
  reason: string;
  detail: string;
  revision: string | null;
  reference: string;
  created_at: Date;
}

interface EventTable {
  discussion: string;
  /** Without gaps in each discussion, and in the order of the commits. */
  number: number;
  type: 'added' | 'changed' | 'discussion';
  /** Empty for an event of the discussion itself. */
  comment: string;
  created_at: Date;
}

export type DiscussionRow = Selectable<DiscussionTable>;
export type CommentRow = Selectable<CommentTable>;
export type EventRow = Selectable<EventTable>;

/** The author as the column `author` holds it. */
export const authorText = (author: Author | null): string | null => author && JSON.stringify(author);
