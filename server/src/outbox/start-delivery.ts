import { startRounds } from '../rounds.js';
import type { Store } from '../store.js';
import { deliverDue } from './outbox.js';

/** Milliseconds between two looks at the outbox. */
export const deliveryInterval = 10_000;

/** Sends mails and events from now on. Returns a function that stops it and waits for what is being sent. */
export const startDelivery = (
  store: Store,
  logError: (error: unknown) => void,
  interval: number,
): (() => Promise<void>) => startRounds((signal) => deliverDue(store, logError, signal), logError, interval);
