import type { Store } from '../store.js';
import { deliverDue } from './outbox.js';

/** Milliseconds between two looks at the outbox. */
const interval = 10_000;

/** Sends mails from now on. Returns a function that stops it and waits for the mail that is being sent. */
export function startDelivery(store: Store, logError: (error: unknown) => void): () => Promise<void> {
  const deliver = (): Promise<void> => deliverDue(store, logError).catch(logError);
  let round = deliver();
  const timer = setInterval(() => {
    round = round.then(deliver);
  }, interval);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}
