/** The demo: its pages, and the server under `/api` and `/moderation`, with the sign-in of the demo's people. */
import { moderationPath, prefix, seed, startServer } from 'article-comments-server';
import { seedComments } from './front/seed-comments.ts';
import { houseRules } from './house-rules.ts';
import { checkPort, forwardTo, startPages } from './pages-server.mjs';
import { serveDresses } from './rendering/serve-dresses.mjs';
import { serveFrontPage } from './rendering/serve-front-page.mjs';

/** Discussions of the front page that start with comments. */
const seededKeys = ['harbour-ferry-pier', 'harbour-gazette-library', 'harbour-gazette-tram'];

/** Everyone trying the demo shares one IP address, and the conformance page posts faster than any person. */
const quick = { burst: 1000, secondsEach: 1 };
const rules = {
  ...houseRules,
  rateLimits: { comment: quick, edit: quick, remove: quick, vote: quick, report: quick },
  requestsPerMinute: 20_000,
  requestPace: { ...houseRules.requestPace, burst: 2000, perSecond: 1000 },
  eventStreams: { ...houseRules.eventStreams, perAddress: 500 },
};

/**
 * Listens on the port of `config`, or on a free one if it is 0, until it is closed.
 *
 * @param {import('article-comments-server').ServerConfig} config
 * @param {{ delay?: number }} options `delay`: milliseconds until the late script of `served.html` comes.
 */
export async function startDemo(config, options) {
  const { port } = config;
  const pageOrigins = [];
  await checkPort(port);
  // The pages of the demo have no other origin, so their titles can be taken from them.
  const server = await startServer(config, { rules, pageOrigins: () => pageOrigins });
  await server.app.ready();
  const api = forwardTo(
    (request, response) => server.app.routing(request, response),
    (path) => path.startsWith(`${prefix}/`) || path === moderationPath || path.startsWith(`${moderationPath}/`),
  );
  const getSrc = () => `${pages.origin}${prefix}`;
  const pages = await startPages({ port, middleware: [api, serveFrontPage(getSrc), serveDresses(getSrc, options)] });
  pageOrigins.push(pages.origin);
  const now = Date.now();
  for (const key of seededKeys) await seed(server.store, key, `${pages.origin}/demo/`, seedComments(key, now));
  return {
    origin: pages.origin,
    async close() {
      // The page server cuts all connections, so the API goes first and finishes its requests.
      await server.close();
      await pages.stop();
    },
  };
}
