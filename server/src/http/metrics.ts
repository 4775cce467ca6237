import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { sha256 } from '../database/signer.js';
import type { SendingStore } from '../delivery/webhooks.js';
import type { EventHub } from '../discussion/event-hub.js';
import { sendError } from '../operations/error-responses.js';
import { Problem } from '../rules/problem.js';
import { waitingOf } from './health.js';

export interface Measured {
  readonly stores: readonly SendingStore[];
  readonly hubs: readonly EventHub[];
  /** What a program that reads them sends. Undefined: only this machine may. */
  readonly token: string | undefined;
}

/** `GET /metrics`: counts and times of this instance in the text format of Prometheus, without personal data. */
export function addMetrics(app: FastifyInstance, { stores, hubs, token }: Measured): void {
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
        const waiting = await waitingOf(stores);
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
      requireReader(request, token);
      return reply
        .header('cache-control', 'no-store')
        .type(registry.contentType)
        .send(await registry.metrics());
    },
  );
}

/** Whether a request was made on this machine and not passed on by a proxy. */
const isLocal = ({ socket, headers }: FastifyRequest): boolean =>
  /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '') &&
  headers['x-forwarded-for'] === undefined &&
  headers.forwarded === undefined;

function requireReader(request: FastifyRequest, token: string | undefined): void {
  const { authorization = '' } = request.headers;
  const isAllowed =
    token === undefined
      ? isLocal(request)
      : timingSafeEqual(Buffer.from(sha256(authorization)), Buffer.from(sha256(`Bearer ${token}`)));
  if (isAllowed) return;
  throw new Problem(
    'forbidden',
    token === undefined
      ? 'Only this machine may read the metrics. Set METRICS_TOKEN to let others read them.'
      : 'Send METRICS_TOKEN as a bearer token.',
  );
}
