import type { Store } from '../store.js';
import type { ModeratorGate } from './moderator-gate.js';
import type { Notices } from './notice.js';
import type { PageSender } from './page-sender.js';

/** What the routes of the moderation pages share. */
export interface PageTools {
  readonly store: Store;
  readonly gate: ModeratorGate;
  readonly notices: Notices;
  readonly sender: PageSender;
}
