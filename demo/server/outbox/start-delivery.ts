import type { Store } from '../store.js';
import { deliverDue } from './outbox.js';

/** Milliseconds between two looks at the outbox. */
export const deliveryInterval = 10_000;

/** Sends mails and events from now on. Returns a function that stops it and waits for what is being sent. */
export function startDelivery(store: Store, logError: (error: unknown) => void, interval: number): () => Promise<void> {
  const stop = new AbortController();
  const deliver = (): Promise<void> => deliverDue(store, logError, stop.signal).catch(logError);
  let round = deliver();
  const timer = setInterval(() => {
    round = round.then(deliver);
  }, interval);
  timer.unref();
  return async () => {
    clearInterval(timer);
    stop.abort();
    await round;
  };
}
