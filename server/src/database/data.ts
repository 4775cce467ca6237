import type { Kysely } from 'kysely';
import type { Bus } from './bus.js';
import type { Signer } from './signer.js';
import type { Tables } from './tables.js';
import type { KeyedQueue } from './transaction.js';

/** Where problems are reported, without personal data. */
export interface Log {
  warn(message: string): void;
  error(details: { readonly err: unknown }, message?: string): void;
}

/** What a site has stored, and what keeps changes to it in order. */
export interface Data {
  readonly database: Kysely<Tables>;
  readonly bus: Bus;
  readonly signer: Signer;
  /** Changes to discussions wait here for each other, by the id of the discussion. */
  readonly changes: KeyedQueue;
  /** The server's clock. Clients' clocks are never used. */
  readonly now: () => Date;
  readonly log: Log;
}
