import type { FastifyInstance } from 'fastify';
import { countWaiting as countOfSite, type Waiting } from '../delivery/outbox.js';
import type { SendingStore } from '../delivery/webhooks.js';

/** Milliseconds that the database has to answer. Those who ask give up after ten seconds or so. */
const timeout = 5000;

/** Milliseconds for which a count holds. Counting takes the database the longer, the more waits, and everybody may ask. */
const freshness = 5000;

/**
 * Counts what waits to be sent, in all sites. The returned function rejects if the database does not answer in time. All who ask within
 * five seconds get the same count, or the same failure.
 */
export function createWaitingCount(stores: readonly SendingStore[]): () => Promise<Waiting> {
  let last: { readonly at: number; readonly counted: Promise<Waiting> } | undefined;
  return () => {
    const now = stores[0]?.now().getTime() ?? 0;
    if (last === undefined || Math.abs(now - last.at) >= freshness)
      last = { at: now, counted: withTimeout(countAll(stores)) };
    return last.counted;
  };
}

async function countAll(stores: readonly SendingStore[]): Promise<Waiting> {
  const counts = await Promise.all(stores.map(countOfSite));
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
export function addHealth(app: FastifyInstance, countWaiting: () => Promise<Waiting>): void {
  app.get('/health', async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    try {
      const outbox = await countWaiting();
      return await reply.send({ status: 'ok', database: 'ok', outbox });
    } catch (error) {
      request.log.error({ err: error }, 'The database does not answer.');
      return reply.code(503).send({ status: 'unavailable', database: 'unavailable' });
    }
  });
}
