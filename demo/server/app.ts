import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import { fastify, type FastifyInstance } from 'fastify';
import type { ServerConfig } from './config.js';
import { readContract } from './contract/openapi-document.js';
import { addRoutes } from './contract/routes.js';
import { Validators } from './contract/validators.js';
import { addDemoRoutes } from './demo-routes.js';
import { addOwnData } from './erasure/export-routes.js';
import type { EventHub } from './events/event-hub.js';
import { addressBlock } from './http/address-block.js';
import { addFeed, type FeedUrl } from './feed/feed-route.js';
import { addCaching } from './http/caching.js';
import { Cookies } from './http/cookies.js';
import { addPacing } from './http/pacing.js';
import { addErrorHandlers, toProblem, sendProblem } from './http/error-responses.js';
import { addCors, createOriginTest } from './http/origins.js';
import { Problem } from './http/problem.js';
import { createPublicOrigin } from './http/public-origin.js';
import { Authenticator } from './identity/authenticator.js';
import { Credentials } from './identity/credentials.js';
import { noIdentities } from './identity/identity-source.js';
import { PublisherTokens } from './identity/publisher-tokens.js';
import { Sessions } from './identity/sessions.js';
import { addSignIn } from './identity/sign-in-routes.js';
import { statusPages } from './legal-notices/status-path.js';
import { addStatusPages } from './legal-notices/status-routes.js';
import { addModeration } from './moderation/moderation-routes.js';
import { ModeratorGate } from './moderation/moderator-gate.js';
import { createHandlers } from './operations/handlers.js';
import type { Store } from './store.js';

/** Path prefix of the API and of the sign-in page. */
export const prefix = '/api';

/** Path of the pages for moderators. */
export const moderationPath = '/moderation';

const noRateLimitHeaders = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false };

/** Milliseconds that a request may take to arrive, body included. */
const longestRequest = 30_000;

/** Creates the app. The caller opens a port. */
export async function createApp(
  config: ServerConfig,
  store: Store,
  hub: EventHub,
  { requestTimeout = longestRequest }: { readonly requestTimeout?: number | undefined } = {},
): Promise<FastifyInstance> {
  const app = fastify({
    logger: { level: 'error' },
    trustProxy: config.proxies > 0 && ((_address: string, hop: number) => hop < config.proxies),
    bodyLimit: 256 * 1024,
    // Room for the longest discussion key and URL, percent-encoded.
    http: {
      maxHeaderSize: 64 * 1024,
      requestTimeout,
      // By default 60 seconds, and the longer of the two limits is the one for bodies.
      headersTimeout: requestTimeout,
      // By default, Node looks for late requests only every 30 seconds.
      connectionsCheckingInterval: requestTimeout / 10,
    },
    routerOptions: { maxParamLength: 2000 },
    requestTimeout,
    forceCloseConnections: 'idle',
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    frameworkErrors: (error, request, reply) => void sendProblem(reply, toProblem(error, request)),
    clientErrorHandler: rejectMalformedRequest,
  });
  addErrorHandlers(app);
  addPacing(app, store.rules.requestPace);
  const isKnownOrigin = createOriginTest(config);
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"] },
    },
    // Pages of other origins read responses too. CORS decides which.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    // With `no-referrer`, browsers submit the sign-in form with the origin "null".
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: config.publicUrl?.startsWith('https:') ?? false,
  });
  await app.register(rateLimit, {
    max: store.rules.requestsPerMinute,
    keyGenerator: ({ ip }) => addressBlock(ip),
    // Clients need none of these headers.
    addHeaders: noRateLimitHeaders,
    addHeadersOnExceeding: noRateLimitHeaders,
    errorResponseBuilder: (_request, { ttl }) =>
      new Problem('rate-limited', 'Too many requests. Please wait a moment.', { retryAfter: ttl / 1000 }),
  });
  const originOf = createPublicOrigin(config);
  const cookies = new Cookies(originOf);
  const { identities } = config;
  const sessions = identities.kind === 'demo' ? new Sessions(store.database, store.now) : undefined;
  const tokens = identities.kind === 'jwt' ? new PublisherTokens(identities, store.now) : undefined;
  const source = sessions ?? tokens ?? noIdentities;
  const credentials = new Credentials(source.cookie);
  const authenticator = new Authenticator({
    store,
    identities: source,
    credentials,
    cookies,
  });
  addCaching(app, credentials);
  await addCors(app, isKnownOrigin, credentials);

  const contract = readContract();
  const validators = new Validators(contract);
  const signInPage = signInPageOf(config);
  const feedUrl: FeedUrl = (request, key) =>
    `${originOf(request)}${prefix}/feed?discussion=${encodeURIComponent(store.keys.signed(key))}`;
  await app.register(async (feed) => addFeed(feed, store, feedUrl), { prefix });
  await app.register(async (own) => addOwnData(own, store, authenticator), { prefix });
  await app.register(
    async (api) => {
      acceptJsonOnly(api);
      const handlers = createHandlers({ store, hub, authenticator, originOf, signInPage, feedUrl });
      addRoutes(api, contract, validators, handlers, (request, reply) => authenticator.authenticate(request, reply));
    },
    { prefix },
  );
  // Pages of the origins that may use the API are no moderation pages.
  const isOwnOrigin = createOriginTest({ ...config, origins: [] });
  const gate = new ModeratorGate({ authenticator, signInPage, originOf, isOwnOrigin });
  await app.register(async (pages) => addModeration(pages, { store, gate, cookies }), { prefix: moderationPath });
  await app.register(async (pages) => addStatusPages(pages, store), { prefix: statusPages });
  if (sessions) {
    await app.register(
      async (pages) => addSignIn(pages, { sessions, signer: store.signer, cookies, originOf, isKnownOrigin }),
      { prefix },
    );
    await app.register(
      async (demo) => {
        acceptJsonOnly(demo);
        addDemoRoutes(demo, store, sessions, authenticator);
      },
      { prefix },
    );
  }
  return app;
}

function signInPageOf({ identities, publicUrl = '' }: ServerConfig): string | undefined {
  switch (identities.kind) {
    case 'demo':
      return `${publicUrl}${prefix}/sign-in?return={return}`;
    case 'jwt':
      return identities.signInUrl;
    case 'guests':
      return undefined;
  }
}

/** Accepts JSON and empty bodies only. A form of another site cannot send JSON without a CORS preflight. */
function acceptJsonOnly(api: FastifyInstance): void {
  const parse = api.getDefaultJsonParser('error', 'error');
  api.removeAllContentTypeParsers();
  api.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, String(body), done);
  });
}

/** Statuses of requests that Node rejects. Default 400. */
const rejections: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** Responds to requests that cannot be parsed, such as oversized headers, or that do not arrive. */
function rejectMalformedRequest({ code = '' }: NodeJS.ErrnoException, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) return;
  const status = rejections[code] ?? 400;
  const problem =
    status === 408
      ? new Problem('timeout', 'The request took too long.', { stored: 'no' })
      : new Problem('invalid', 'The request is malformed.');
  const body = JSON.stringify(problem);
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/problem+json\r\nconnection: close`;
  socket.end(`${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
