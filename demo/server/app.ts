import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { fastify, type FastifyInstance } from 'fastify';
import type { ServerConfig } from './config.js';
import { readContract } from './contract/document.js';
import { addRoutes } from './contract/routes.js';
import { Validators } from './contract/validators.js';
import { addDemoRoutes } from './demo-routes.js';
import type { EventHub } from './events/event-hub.js';
import { addCaching } from './http/caching.js';
import { answerErrors, problemOf, sendProblem } from './http/error-answers.js';
import { addOrigins, originTest } from './http/origins.js';
import { Problem } from './http/problem.js';
import { Identifier } from './identity/identify.js';
import { Sessions } from './identity/sessions.js';
import { addSignIn } from './identity/sign-in-routes.js';
import { createHandlers } from './operations/handlers.js';
import type { Store } from './store.js';

/** Path that everything stands below. */
export const prefix = '/api';

/** Requests a minute of one address, at one instance. A reader needs a handful; what needs more is a program gone wild. */
const requestsPerMinute = 1200;

const noFigures = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false };

/** The server without its port. */
export async function createApp(config: ServerConfig, store: Store, hub: EventHub): Promise<FastifyInstance> {
  const app = fastify({
    logger: { level: 'error' },
    trustProxy: config.proxies > 0 && ((_address: string, hop: number) => hop < config.proxies),
    bodyLimit: 256 * 1024,
    // Room for the longest key and address, each of whose characters may take nine bytes.
    http: { maxHeaderSize: 64 * 1024 },
    routerOptions: { maxParamLength: 2000 },
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    frameworkErrors: (error, request, reply) => void sendProblem(reply, problemOf(error, request)),
    clientErrorHandler: refuseConnection,
  });
  answerErrors(app);
  const isKnownOrigin = originTest(config);
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"] } },
    // Answers are for pages of other origins too; which ones, the origins' list says.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    // Without any referrer, browsers send the sign-in page's own form with the origin "null".
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: config.publicUrl?.startsWith('https:') ?? false,
  });
  await app.register(rateLimit, {
    max: requestsPerMinute,
    // Figures that differ from answer to answer tell a reader's page nothing.
    addHeaders: noFigures,
    addHeadersOnExceeding: noFigures,
    errorResponseBuilder: (_request, { ttl }) =>
      new Problem('rate-limited', 'These are many requests at once. Please wait a moment.', { retryAfter: ttl / 1000 }),
  });
  addCaching(app);
  await addOrigins(app, isKnownOrigin);

  const sessions = new Sessions(store.database, store.now);
  const identifier = new Identifier(sessions, store.secret);
  const contract = readContract();
  const validators = new Validators(contract);
  await app.register(
    async (api) => {
      acceptJsonOnly(api);
      const signInPage = `${config.publicUrl ?? ''}${prefix}/sign-in?return={return}`;
      const handlers = createHandlers({ store, hub, identifier, signInPage });
      addRoutes(api, contract, validators, handlers, (request, reply) => identifier.identify(request, reply));
    },
    { prefix },
  );
  await app.register(async (pages) => addSignIn(pages, { sessions, identifier, secret: store.secret, isKnownOrigin }), { prefix });
  await app.register(
    async (demo) => {
      acceptJsonOnly(demo);
      addDemoRoutes(demo, store, sessions, identifier);
    },
    { prefix },
  );
  return app;
}

/** Forms of foreign sites cannot send it without asking first. An empty body needs no type. */
function acceptJsonOnly(api: FastifyInstance): void {
  const parse = api.getDefaultJsonParser('error', 'error');
  api.removeAllContentTypeParsers();
  api.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, String(body), done);
  });
}

/** What is not even a request: a header without an end, or one that is too long. */
function refuseConnection({ code }: NodeJS.ErrnoException, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) return;
  const status = code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
  const body = JSON.stringify(new Problem('invalid', 'The request cannot be read.'));
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/problem+json\r\nconnection: close`;
  socket.end(`${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
