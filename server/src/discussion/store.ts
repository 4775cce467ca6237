/** What operations work with: the data of a site, what the publisher has decided, and whom changes are reported to. */
import type { Kysely } from 'kysely';
import type { Data } from '../database/data.js';
import type { Tables } from '../database/tables.js';
import type { Altcha } from '../identity/altcha.js';
import type { RateLimiter } from '../identity/rate-limits.js';
import type { HouseRules } from '../rules/house-rules.js';
import type { SendMail } from '../rules/mail.js';
import type { DiscussionKeys } from './discussion-keys.js';
import type { Judge } from './judgement.js';
import type { NewEvent } from './webhook-events.js';

/** What the publisher has decided, and what watches over it. */
export interface Policy {
  readonly rules: HouseRules;
  /** Origins of the publisher's pages. */
  readonly pageOrigins: () => readonly string[];
  readonly keys: DiscussionKeys;
  /** Days after which a removed comment is erased for good; 0: at once. */
  readonly retentionDays: number;
  /** Calendar months after its decision when a notice of illegal content is erased for good. */
  readonly noticeMonths: number;
  /** Calendar months after which the words and the sender of an open report or notice are erased for good. */
  readonly openMonths: number;
  readonly rateLimiter: RateLimiter;
  /** Judges texts before others read them. Undefined: no software does. */
  readonly judge: Judge | undefined;
  /** Proof of work of guests. Undefined: none is required. */
  readonly altcha: Altcha | undefined;
}

/** Events for the publisher's software. */
export interface NewEvents {
  /** Id of the row. */
  readonly discussion: string;
  readonly now: Date;
  readonly events: readonly NewEvent[];
}

/** Tells people and the publisher's software what has happened. */
export interface Delivery {
  /** What it rejects is tried again for some days. Undefined: mails wait in the outbox. */
  readonly sendMail: SendMail | undefined;
  readonly webhooks: {
    /** Call it in the transaction of what the events report. */
    enqueue(database: Kysely<Tables>, events: NewEvents): Promise<void>;
  };
}

export interface Store extends Data, Policy, Delivery {}
