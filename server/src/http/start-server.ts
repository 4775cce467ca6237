import type { FastifyInstance } from 'fastify';
import { type Bus, LocalBus, PollingBus, SharedBus } from '../database/bus.js';
import type { Log } from '../database/data.js';
import { openDatabase } from '../database/open-database.js';
import { PostgresBus } from '../database/postgres-bus.js';
import { deliveryInterval } from '../delivery/rounds.js';
import type { Resolve } from '../delivery/sender.js';
import type { SendingStore } from '../delivery/webhooks.js';
import { addErrorHandlers } from '../operations/error-responses.js';
import type { ServerConfig } from '../rules/config.js';
import { defaultRules, type HouseRules } from '../rules/house-rules.js';
import type { SendMail } from '../rules/mail.js';
import { onlySite, type Site } from '../rules/site.js';
import { addSite } from './app.js';
import { addHealth, createWaitingCount } from './health.js';
import { addMetrics } from './metrics.js';
import { createRoot, type LogOptions } from './root.js';
import { checkSite, createSite, type RunningSite } from './start-site.js';

/** Replaced in tests and in the demo. */
export interface ServerOverrides {
  readonly rules?: HouseRules;
  readonly now?: () => Date;
  /** Milliseconds that a request may take to arrive. Default 30 seconds. */
  readonly requestTimeout?: number | undefined;
  /** Finds the addresses of webhooks. Default: the DNS. */
  readonly resolve?: Resolve | undefined;
  /** Milliseconds between two deliveries of mails and events, and between checks of pages. Default 10 seconds. */
  readonly interval?: number | undefined;
  readonly log?: LogOptions | undefined;
  /** Origins of pages besides `PUBLIC_URL` and `ORIGINS`. */
  readonly pageOrigins?: () => readonly string[];
  /** Instead of the mail server of the settings. */
  readonly sendMail?: SendMail | undefined;
  /** Does nothing of its own accord: it sends no mail and no event, requests no page and erases nothing. Default false. */
  readonly isIdle?: boolean;
}

export interface SitesServer {
  /** The app, not listening yet. */
  readonly app: FastifyInstance;
  /** By the ids of the sites. */
  readonly stores: ReadonlyMap<string, SendingStore>;
  /** Ends the streams, finishes running requests and closes the database. */
  close(): Promise<void>;
}

export interface Server extends SitesServer {
  /** Of the only site. */
  readonly store: SendingStore;
}

/** Milliseconds that running requests get to finish on shutdown. */
const shutdownTimeout = 3000;

/** Starts everything but the port, which the caller opens: `server.app.listen(…)`. */
export async function startServer(config: ServerConfig, overrides: ServerOverrides = {}): Promise<Server> {
  const site = onlySite(config, overrides.rules ?? defaultRules);
  const server = await startSites(config, [site], overrides);
  return { ...server, store: server.stores.get(site.id)! };
}

/** As `startServer`, for several sites. `config`: of the server. */
export async function startSites(
  config: ServerConfig,
  sites: readonly Site[],
  {
    rules = defaultRules,
    now = () => new Date(),
    requestTimeout,
    resolve,
    interval = deliveryInterval,
    log,
    pageOrigins = () => [],
    sendMail,
    isIdle = false,
  }: ServerOverrides = {},
): Promise<SitesServer> {
  for (const site of sites) checkSite(site);
  const app = await createRoot(config, { requestPace: rules.requestPace, requestTimeout, log });
  const { database, close: closeDatabase } = await openDatabase(
    config.database,
    app.log,
    sites.map(({ schema }) => schema),
  );
  try {
    const bus = new SharedBus(createBus(config, database, app.log));
    const running: RunningSite[] = [];
    for (const site of sites)
      running.push(
        await createSite(site, { database, bus, now, resolve, interval, pageOrigins, sendMail, log: app.log }),
      );
    // Before requests: a change that is published before anything listens would be noticed late.
    for (const { hub } of running) await hub.start();
    await bus.start();
    if (running.every(({ site }) => site.path !== '')) addErrorHandlers(app);
    const stores = running.map(({ store }) => store);
    const countWaiting = createWaitingCount(stores);
    addHealth(app, countWaiting);
    addMetrics(app, { countWaiting, hubs: running.map(({ hub }) => hub), config, sites });
    for (const one of running) await app.register(async (scope) => addSite(scope, one), { prefix: one.site.path });
    // Open streams would keep the server from closing.
    app.addHook('preClose', async () => {
      for (const { hub } of running) await hub.stop();
      await bus.stop();
    });
    if (!isIdle) for (const one of running) await one.start();
    const close = async (): Promise<void> => {
      // Browsers open spare connections, and one without a request would delay the shutdown by a minute.
      const forceClose = setTimeout(() => app.server.closeAllConnections(), shutdownTimeout);
      await app.close();
      clearTimeout(forceClose);
      await Promise.all(running.map((one) => one.stop()));
      await closeDatabase();
    };
    return { app, stores: new Map(running.map(({ site, store }) => [site.id, store])), close };
  } catch (error) {
    await closeDatabase();
    throw error;
  }
}

function createBus({ bus, database: config }: ServerConfig, database: SendingStore['database'], log: Log): Bus {
  if (bus === 'listen' && config.kind === 'postgres') return new PostgresBus(config.url, database, log);
  return bus === 'poll' ? new PollingBus() : new LocalBus();
}
