/** What the operations work with. */
import type { Kysely } from 'kysely';
import type { Secret } from './database/secret.js';
import type { Tables } from './database/tables.js';
import type { Bus } from './events/bus.js';
import type { HouseRules } from './house-rules.js';

export interface Store {
  readonly database: Kysely<Tables>;
  readonly bus: Bus;
  readonly secret: Secret;
  readonly rules: HouseRules;
  /** The server's clock. Readers' clocks decide nothing. */
  readonly now: () => Date;
}
