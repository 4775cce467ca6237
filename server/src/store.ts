/** Dependencies shared by all operations. */
import type { Kysely } from 'kysely';
import type { Altcha } from './altcha/altcha.js';
import type { KeyedQueue } from './database/keyed-queue.js';
import type { Signer } from './database/signer.js';
import type { Tables } from './database/tables.js';
import type { DiscussionKeys } from './discussion/discussion-keys.js';
import type { Bus } from './events/bus.js';
import type { HouseRules } from './house-rules.js';
import type { Judge } from './judgement/judge.js';
import type { Sender } from './outgoing/sender.js';
import type { RateLimiter } from './rate-limits/rate-limiter.js';
import type { Webhooks } from './webhooks/webhooks.js';

export interface Store {
  readonly database: Kysely<Tables>;
  readonly bus: Bus;
  readonly signer: Signer;
  readonly rules: HouseRules;
  /** Origins of the publisher's pages. */
  readonly pageOrigins: () => readonly string[];
  /** Requests pages of these origins. */
  readonly pageSender: Sender;
  readonly keys: DiscussionKeys;
  /** Days after which a removed comment is erased for good; 0: at once. */
  readonly retentionDays: number;
  /** Calendar months after its decision when a notice of illegal content is erased for good. */
  readonly noticeMonths: number;
  /** Calendar months after which the words and the sender of an open report or notice are erased for good. */
  readonly openMonths: number;
  readonly rateLimiter: RateLimiter;
  /** Reports events to the publisher's software. */
  readonly webhooks: Webhooks;
  /** Judges texts before others read them. Undefined: no software does. */
  readonly judge: Judge | undefined;
  /** Proof of work of guests. Undefined: none is required. */
  readonly altcha: Altcha | undefined;
  /** Changes to discussions wait here for each other, by the id of the discussion. */
  readonly changes: KeyedQueue;
  /** The server's clock. Clients' clocks are never used. */
  readonly now: () => Date;
}
