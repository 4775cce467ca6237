import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { addOwnData } from '../erasure/export-person.js';
import { addAltcha } from '../identity/altcha.js';
import { Authenticator } from '../identity/authenticator.js';
import { Cookies, createPublicOrigin, type PublicOrigin } from '../identity/cookies.js';
import { Credentials, noIdentities } from '../identity/credentials.js';
import { addCors, createOriginTest, refuseOtherHosts } from '../identity/origins.js';
import { PublisherTokens } from '../identity/publisher-tokens.js';
import { Sessions } from '../identity/sessions.js';
import { addModeration } from '../moderation/moderation-routes.js';
import { ModeratorGate } from '../moderation/moderator-gate.js';
import { statusPages } from '../notices/status-page.js';
import { addStatusPages } from '../notices/status-routes.js';
import { type FeedUrl } from '../operations/api-request.js';
import { addErrorHandlers } from '../operations/error-responses.js';
import { addressBlock } from '../rules/address-block.js';
import type { ServerConfig } from '../rules/config.js';
import { Problem } from '../rules/problem.js';
import { addCaching } from './caching.js';
import { readContract, Validators } from './contract.js';
import { addDemoRoutes } from './demo-routes.js';
import { addFeed } from './feed.js';
import { createHandlers } from './handlers.js';
import { addRoutes } from './routes.js';
import { addSignIn } from './sign-in.js';
import type { RunningSite } from './start-site.js';

/** Path prefix of the API and of the sign-in page. */
export const prefix = '/api';

/** Path of the pages for moderators. */
export const moderationPath = '/moderation';

const noRateLimitHeaders = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false };

/** Adds a site to a scope of the app, whose prefix is the path of the site. */
export async function addSite(app: FastifyInstance, { site, store, hub }: RunningSite): Promise<void> {
  const { config, path } = site;
  addErrorHandlers(app);
  const isKnownOrigin = createOriginTest(config);
  await app.register(cookie);
  await app.register(rateLimit, {
    max: store.rules.requestsPerMinute,
    keyGenerator: ({ ip }) => addressBlock(ip),
    // Clients need none of these headers.
    addHeaders: noRateLimitHeaders,
    addHeadersOnExceeding: noRateLimitHeaders,
    errorResponseBuilder: (_request, { ttl }) =>
      new Problem('rate-limited', 'Too many requests. Please wait a moment.', { retryAfter: ttl / 1000 }),
  });
  // The root does so for the origin of the server only, with the same value.
  if (config.publicUrl?.startsWith('https:'))
    app.addHook(
      'onRequest',
      async (_request, reply) => void reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains'),
    );
  const originOf = createPublicOrigin(config);
  const addressOf: PublicOrigin = (request) => `${originOf(request)}${path}`;
  const cookies = new Cookies({ originOf, path: path || '/', signer: store.signer });
  const { identities } = config;
  const sessions = identities.kind === 'demo' ? new Sessions(store.database, store.now) : undefined;
  const tokens = identities.kind === 'jwt' ? new PublisherTokens(identities, store) : undefined;
  const source = sessions ?? tokens ?? noIdentities;
  const credentials = new Credentials(cookies, source.cookie);
  const authenticator = new Authenticator({
    store,
    identities: source,
    credentials,
    cookies,
  });
  addCaching(app, credentials);
  await addCors(app, isKnownOrigin, credentials);
  refuseOtherHosts(app, config);

  const contract = readContract();
  const validators = new Validators(contract);
  const signInPage = signInPageOf(config);
  const feedUrl: FeedUrl = (request, key) =>
    `${addressOf(request)}${prefix}/feed?discussion=${encodeURIComponent(store.keys.signed(key))}`;
  await app.register(async (feed) => addFeed(feed, store, feedUrl), { prefix });
  const { altcha } = store;
  if (altcha) await app.register(async (challenges) => addAltcha(challenges, altcha), { prefix });
  await app.register(async (own) => addOwnData(own, store, authenticator), { prefix });
  await app.register(
    async (api) => {
      acceptJsonOnly(api);
      const handlers = createHandlers({ store, hub, authenticator, addressOf, signInPage, feedUrl });
      addRoutes(api, contract, validators, handlers, (request, reply) => authenticator.authenticate(request, reply));
    },
    { prefix },
  );
  // Pages of the origins that may use the API are no moderation pages.
  const isOwnOrigin = createOriginTest({ ...config, origins: [] });
  const gate = new ModeratorGate({
    authenticator,
    signInPage,
    missingSetting: missingSetting(config),
    originOf,
    isOwnOrigin,
    sitePath: path,
  });
  await app.register(async (pages) => addModeration(pages, { store, gate, cookies, siteName: site.name }), {
    prefix: moderationPath,
  });
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

/** What a server needs for its moderators to sign in with a browser, which brings a token only in a cookie. */
function missingSetting({ identities }: ServerConfig): string | undefined {
  if (identities.kind === 'guests')
    return 'Nobody can sign in on this server. Set JWT_SECRET or JWKS_URL, and JWT_COOKIE, or DEMO_SIGN_IN=1 to try things out.';
  if (identities.kind === 'demo') return undefined;
  if (identities.cookie === undefined)
    return 'A browser brings the token of a moderator in a cookie. Set JWT_COOKIE to its name.';
  if (identities.signInUrl === undefined)
    return 'Sign in on the site of the publisher. Set SIGN_IN_URL, and this page leads there.';
  return undefined;
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
