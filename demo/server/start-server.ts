import type { FastifyInstance } from 'fastify';
import { createApp } from './app.js';
import { startCleanUp } from './clean-up.js';
import { ConfigError, type OutgoingConfig, type ServerConfig } from './config.js';
import { KeyedQueue } from './database/keyed-queue.js';
import { openDatabase } from './database/open-database.js';
import { loadSigner } from './database/signer.js';
import { DiscussionKeys } from './discussion/discussion-keys.js';
import { withHold } from './discussion/hold.js';
import type { Bus } from './events/bus.js';
import { EventHub } from './events/event-hub.js';
import { LocalBus } from './events/local-bus.js';
import { PollingBus } from './events/polling-bus.js';
import { PostgresBus } from './events/postgres-bus.js';
import { houseRules, type HouseRules } from './house-rules.js';
import { Judge } from './judgement/judge.js';
import { deliveryInterval, startDelivery } from './outbox/start-delivery.js';
import { Sender, type Resolve } from './outgoing/sender.js';
import { RateLimiter } from './rate-limits/rate-limiter.js';
import type { Store } from './store.js';
import { Webhooks } from './webhooks/webhooks.js';

/** Replaced in tests and in the demo. */
export interface ServerOverrides {
  readonly rules?: HouseRules;
  readonly now?: () => Date;
  /** Milliseconds that a request may take to arrive. Default 30 seconds. */
  readonly requestTimeout?: number | undefined;
  /** Finds the addresses of webhooks. Default: the DNS. */
  readonly resolve?: Resolve | undefined;
  /** Milliseconds between two deliveries of mails and events. Default 10 seconds. */
  readonly interval?: number | undefined;
}

export interface Server {
  /** The app, not listening yet. */
  readonly app: FastifyInstance;
  readonly store: Store;
  /** Ends the streams, finishes running requests and closes the database. */
  close(): Promise<void>;
}

/** How many changes to one discussion may run and wait. More would take longer than a reader waits. */
const maxWaitingChanges = 500;

/** Milliseconds that running requests get to finish on shutdown. */
const shutdownTimeout = 3000;

const noServices: OutgoingConfig = { policy: { allowsHttp: false, allowsPrivate: false }, webhooks: [] };

/** Starts everything but the port, which the caller opens: `server.app.listen(…)`. */
export async function startServer(
  config: ServerConfig,
  {
    rules = houseRules,
    now = () => new Date(),
    requestTimeout,
    resolve,
    interval = deliveryInterval,
  }: ServerOverrides = {},
): Promise<Server> {
  if (rules.guests === 'none' && config.identities.kind === 'guests')
    throw new ConfigError(
      'Nobody can comment: guests is "none" in demo/server/house-rules.ts, and nobody can sign in. Set JWT_SECRET or JWKS_URL, or allow guests.',
    );
  const decisions = { ...rules.decisions, required: rules.decisions.required || config.requireReasons === true };
  const { database, close: closeDatabase } = await openDatabase(config.database);
  try {
    const signer = await loadSigner(database, config.secret);
    const { policy, webhooks, judge } = config.outgoing ?? noServices;
    const sender = new Sender(policy, resolve);
    const logError = (error: unknown): void => app.log.error(error);
    const store: Store = {
      database,
      bus: createBus(config, database),
      signer,
      rules: withHold({ ...rules, decisions }, config.hold),
      pageOrigins: config.origins === 'localhost' ? 'any' : [config.publicUrl ?? [], config.origins].flat(),
      keys: new DiscussionKeys(config.keys, database),
      retentionDays: config.retentionDays,
      noticeMonths: config.noticeMonths,
      openMonths: config.openMonths,
      rateLimiter: new RateLimiter({ database, signer, rules, now }),
      webhooks: new Webhooks(webhooks, sender),
      judge: judge && new Judge({ receiver: judge, sender, rules: rules.judge, now, logError }),
      changes: new KeyedQueue(maxWaitingChanges),
      now,
    };
    const hub = new EventHub(store);
    await hub.start();
    const app = await createApp(config, store, hub, { requestTimeout });
    // Open streams would keep the server from closing.
    app.addHook('preClose', () => hub.stop());
    const stopCleanUp = await startCleanUp(store, logError);
    const stopDelivery = startDelivery(store, logError, interval);
    const close = async (): Promise<void> => {
      // Browsers open spare connections, and one without a request would delay the shutdown by a minute.
      const forceClose = setTimeout(() => app.server.closeAllConnections(), shutdownTimeout);
      await app.close();
      clearTimeout(forceClose);
      await stopDelivery();
      await stopCleanUp();
      await closeDatabase();
    };
    return { app, store, close };
  } catch (error) {
    await closeDatabase();
    throw error;
  }
}

function createBus({ bus, database: config }: ServerConfig, database: Store['database']): Bus {
  if (bus === 'listen' && config.kind === 'postgres') return new PostgresBus(config.url, database);
  return bus === 'poll' ? new PollingBus() : new LocalBus();
}
