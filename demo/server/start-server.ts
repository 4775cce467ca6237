import type { FastifyInstance } from 'fastify';
import { createApp } from './app.js';
import type { ServerConfig } from './config.js';
import { openDatabase } from './database/open-database.js';
import { loadSecret } from './database/secret.js';
import type { Bus } from './events/bus.js';
import { EventHub } from './events/event-hub.js';
import { LocalBus } from './events/local-bus.js';
import { PollingBus } from './events/polling-bus.js';
import { PostgresBus } from './events/postgres-bus.js';
import { trim } from './events/trim.js';
import { houseRules, type HouseRules } from './house-rules.js';
import type { Store } from './store.js';

/** What a test puts in the place of the real thing. */
export interface ServerParts {
  readonly rules?: HouseRules;
  readonly now?: () => Date;
}

export interface Server {
  /** Answers requests, and listens when told to. */
  readonly app: FastifyInstance;
  readonly store: Store;
  /** Ends the streams, lets running requests come to their end, and closes the database. */
  close(): Promise<void>;
}

/** Milliseconds between two looks for what can be deleted. */
const trimEvery = 3_600_000;

/** Milliseconds that running requests have to come to their end when the server is told to. */
const closeWithin = 3000;

/** Everything up to the port, which is the caller's to open: `server.app.listen(…)`. */
export async function startServer(config: ServerConfig, { rules = houseRules, now = () => new Date() }: ServerParts = {}): Promise<Server> {
  const { database, close: closeDatabase } = await openDatabase(config.database);
  try {
    const store: Store = { database, bus: createBus(config, database), secret: await loadSecret(database, config.secret), rules, now };
    const hub = new EventHub(store);
    await hub.start();
    const app = await createApp(config, store, hub);
    // The streams would keep their connections, and so the server, open for ever.
    app.addHook('preClose', () => hub.stop());
    await trim(store);
    const timer = setInterval(() => void trim(store).catch((error: unknown) => app.log.error(error)), trimEvery);
    timer.unref();
    const close = async (): Promise<void> => {
      clearInterval(timer);
      // Browsers open connections in advance, and one without a request would hold up the end for a minute.
      const patience = setTimeout(() => app.server.closeAllConnections(), closeWithin);
      await app.close();
      clearTimeout(patience);
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
