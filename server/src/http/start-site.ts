import type { FastifyBaseLogger } from 'fastify';
import type { SharedBus } from '../database/bus.js';
import type { OpenDatabase } from '../database/open-database.js';
import { loadSigner } from '../database/signer.js';
import { KeyedQueue } from '../database/transaction.js';
import { startPageChecks } from '../delivery/check-pages.js';
import { PublishersJudge } from '../delivery/judge.js';
import { Mailer } from '../delivery/mailer.js';
import { startDelivery } from '../delivery/rounds.js';
import { type Resolve, Sender } from '../delivery/sender.js';
import { type SendingStore, Webhooks } from '../delivery/webhooks.js';
import { DiscussionKeys } from '../discussion/discussion-keys.js';
import { EventHub } from '../discussion/event-hub.js';
import { startCleanUp } from '../erasure/clean-up.js';
import { Altcha } from '../identity/altcha.js';
import { RateLimiter } from '../identity/rate-limits.js';
import { ConfigError, type OutgoingConfig } from '../rules/config.js';
import type { SendMail } from '../rules/mail.js';
import { rulesInForce, type Site } from '../rules/site.js';

/** What the sites of a server share. */
export interface Shared {
  readonly database: OpenDatabase['database'];
  readonly bus: SharedBus;
  readonly now: () => Date;
  readonly resolve: Resolve | undefined;
  /** Milliseconds between two deliveries of mails and events, and between checks of pages. */
  readonly interval: number;
  /** Origins of pages besides those of each site. */
  readonly pageOrigins: () => readonly string[];
  /** Instead of the mail server of the settings. */
  readonly sendMail: SendMail | undefined;
  readonly log: FastifyBaseLogger;
}

export interface RunningSite {
  readonly site: Site;
  readonly store: SendingStore;
  readonly hub: EventHub;
  /** Starts what the site does without a request. */
  start(): Promise<void>;
  /** Stops that and waits for what is in progress. */
  stop(): Promise<void>;
}

/** How many changes to one discussion may run and wait. More would take longer than a reader waits. */
const maxWaitingChanges = 500;

const noServices: OutgoingConfig = { policy: { allowsHttp: false, allowsPrivate: false }, webhooks: [] };

/** Throws a `ConfigError` if no one could comment. */
export function checkSite({ id, rules, config }: Site): void {
  if (rules.guests === 'none' && config.identities.kind === 'guests')
    throw new ConfigError(
      `Nobody can comment${id && ` on "${id}"`}: guests is "none" in the house rules, and nobody can sign in. Set JWT_SECRET or JWKS_URL, or allow guests.`,
    );
}

export async function createSite(
  site: Site,
  { bus, now, resolve, interval, pageOrigins, sendMail, log, ...shared }: Shared,
): Promise<RunningSite> {
  const { config, schema } = site;
  const rules = rulesInForce(site);
  const database = schema === undefined ? shared.database : shared.database.withSchema(schema);
  const signer = await loadSigner(database, config.secret, site.id);
  const { policy, webhooks, judge } = config.outgoing ?? noServices;
  const sender = new Sender(policy, resolve);
  // The pages of a development machine are not known by the default that lets every port of it use the API.
  const ownOrigins = [config.publicUrl ?? [], config.origins === 'localhost' ? [] : config.origins].flat();
  const mailer = sendMail === undefined && config.mail ? new Mailer(config.mail) : undefined;
  const store: SendingStore = {
    database,
    bus: bus.of(site.id),
    signer,
    rules,
    pageOrigins: () => [...ownOrigins, ...pageOrigins()],
    // The operator has named these origins. Pages may be on http, or in the network of the server.
    pageSender: new Sender({ allowsHttp: true, allowsPrivate: true }, resolve),
    keys: new DiscussionKeys(config.keys, database),
    retentionDays: config.retentionDays,
    noticeMonths: config.noticeMonths,
    openMonths: config.openMonths,
    rateLimiter: new RateLimiter({ database, signer, rules, now }),
    sendMail: sendMail ?? mailer?.send,
    webhooks: new Webhooks(webhooks, sender),
    judge: judge && new PublishersJudge({ receiver: judge, sender, rules: rules.judge, now, log }),
    altcha: config.requireAltcha ? new Altcha({ database, signer, now }) : undefined,
    changes: new KeyedQueue(maxWaitingChanges),
    now,
    log,
  };
  const stops: (() => Promise<void>)[] = [];
  return {
    site,
    store,
    hub: new EventHub(store),
    async start() {
      stops.push(await startCleanUp(store));
      stops.unshift(startDelivery(store, interval), startPageChecks(store, interval));
    },
    async stop() {
      for (const stop of stops) await stop();
      mailer?.close();
    },
  };
}
