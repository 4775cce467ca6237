import type { Log } from '../database/data.js';
import { deliverDue } from './outbox.js';
import type { SendingStore } from './webhooks.js';

/**
 * Repeats work in the background from now on, one round after the other.
 *
 * @param interval Milliseconds between the beginnings of two rounds.
 * @returns A function that aborts the signal and waits for the current round.
 */
export function startRounds(
  work: (signal: AbortSignal) => Promise<void>,
  log: Log,
  interval: number,
): () => Promise<void> {
  const stop = new AbortController();
  const next = (): Promise<void> => work(stop.signal).catch((err: unknown) => log.error({ err }));
  let round = next();
  const timer = setInterval(() => {
    round = round.then(next);
  }, interval);
  timer.unref();
  return async () => {
    clearInterval(timer);
    stop.abort();
    await round;
  };
}

/** Milliseconds between two looks at the outbox. */
export const deliveryInterval = 10_000;

/** Sends mails and events from now on. Returns a function that stops it and waits for what is being sent. */
export const startDelivery = (store: SendingStore, interval: number): (() => Promise<void>) =>
  startRounds((signal) => deliverDue(store, signal), store.log, interval);
