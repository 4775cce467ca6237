import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { sha256 } from '../database/signer.js';
import type { Waiting } from '../delivery/outbox.js';
import type { EventHub } from '../discussion/event-hub.js';
import { sendError } from '../operations/error-responses.js';
import { isThisMachine, type ServerConfig } from '../rules/config.js';
import { Problem } from '../rules/problem.js';
import type { Site } from '../rules/site.js';

export interface Measured {
  readonly countWaiting: () => Promise<Waiting>;
  readonly hubs: readonly EventHub[];
  readonly config: Pick<ServerConfig, 'metricsToken' | 'proxies'>;
  readonly sites: readonly Site[];
}

/** `GET /metrics`: counts and times of this instance in the text format of Prometheus, without personal data. */
export function addMetrics(app: FastifyInstance, { countWaiting, hubs, config, sites }: Measured): void {
  // Behind a proxy, every request comes from this machine.
  const isLocalServer =
    config.proxies === 0 &&
    sites.every(({ config: { publicUrl, origins } }) =>
      [publicUrl ?? [], origins === 'localhost' ? [] : origins]
        .flat()
        .every((origin) => isThisMachine(new URL(origin))),
    );
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Seconds from a request to the end of its response.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.025, 0.1, 0.5, 1, 5],
    registers: [registry],
  });
  new Gauge({
    name: 'comments_event_streams',
    help: 'Open event streams.',
    registers: [registry],
    collect() {
      this.set(hubs.reduce((sum, hub) => sum + hub.size, 0));
    },
  });
  const late = new Gauge({
    name: 'comments_outbox_late',
    help: 'Those of them that have waited for more than ten minutes.',
    registers: [registry],
  });
  new Gauge({
    name: 'comments_outbox_waiting',
    help: 'Mails and events that wait to be sent, in all instances.',
    labelNames: ['kind'],
    registers: [registry],
    async collect() {
      this.reset();
      late.reset();
      try {
        const waiting = await countWaiting();
        this.set({ kind: 'mail' }, waiting.mails);
        this.set({ kind: 'event' }, waiting.events);
        late.set({}, waiting.late);
      } catch (err) {
        // Without the database, there are still the other figures.
        app.log.error({ err }, 'The database does not answer.');
      }
    },
  });
  app.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request;
    // An event stream lasts as long as its page.
    if (!String(reply.getHeader('content-type')).startsWith('text/event-stream'))
      // The route, because an address has keys and tokens in it.
      seconds.observe(
        { method, route: routeOptions.url ?? 'none', status: reply.statusCode },
        reply.elapsedTime / 1000,
      );
    done();
  });
  app.get(
    '/metrics',
    { errorHandler: (error, request, reply) => void sendError(error, request, reply) },
    async (request, reply) => {
      requireReader(request, config.metricsToken, isLocalServer);
      return reply
        .header('cache-control', 'no-store')
        .type(registry.contentType)
        .send(await registry.metrics());
    },
  );
}

/** What proxies add. */
const forwarding = /^(forwarded|via|x-forwarded-.*|x-real-ip|.*-connecting-ip|.*client-ip)$/;

/** Whether a program on this machine has sent a request, not a proxy, and not a page whose name leads here. */
const isLocal = ({ socket, headers, hostname }: FastifyRequest): boolean =>
  /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '') &&
  isThisMachine({ hostname }) &&
  !Object.keys(headers).some((name) => forwarding.test(name));

function requireReader(request: FastifyRequest, token: string | undefined, isLocalServer: boolean): void {
  const { authorization = '' } = request.headers;
  const isAllowed =
    token === undefined
      ? isLocalServer && isLocal(request)
      : timingSafeEqual(Buffer.from(sha256(authorization)), Buffer.from(sha256(`Bearer ${token}`)));
  if (isAllowed) return;
  throw new Problem(
    'forbidden',
    token === undefined
      ? 'Only a server for this machine shows its metrics without a token. Set METRICS_TOKEN, and send it as a bearer token.'
      : 'Send METRICS_TOKEN as a bearer token.',
  );
}
