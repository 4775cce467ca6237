import type { FastifyInstance } from 'fastify';
import { countWaiting, type Waiting } from '../delivery/outbox.js';
import type { SendingStore } from '../delivery/webhooks.js';

/** Milliseconds that the database has to answer. Those who ask give up after ten seconds or so. */
const timeout = 5000;

/** What waits to be sent, in all sites. Rejects if the database does not answer in time. */
export async function waitingOf(stores: readonly SendingStore[]): Promise<Waiting> {
  const counts = await withTimeout(Promise.all(stores.map(countWaiting)));
  const sum = (name: keyof Waiting): number => counts.reduce((total, count) => total + count[name], 0);
  return { mails: sum('mails'), events: sum('events'), late: sum('late') };
}

async function withTimeout<Result>(promise: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`The database has not answered in ${timeout / 1000} seconds.`)), timeout);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * `GET /health`, for what restarts the server or sends readers elsewhere: 200 if it works, 503 if the database does not answer. What waits
 * in the outbox makes it no less healthy, since a restart would not help.
 */
export function addHealth(app: FastifyInstance, stores: readonly SendingStore[]): void {
  app.get('/health', async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    try {
      const outbox = await waitingOf(stores);
      return await reply.send({ status: 'ok', database: 'ok', outbox });
    } catch (error) {
      request.log.error({ err: error }, 'The database does not answer.');
      return reply.code(503).send({ status: 'unavailable', database: 'unavailable' });
    }
  });
}
