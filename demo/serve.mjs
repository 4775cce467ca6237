/**
 * Serves the demo: its pages, and below `/api` the server that their discussions can live at. `PORT` chooses the port
 * (default 8000); what else the environment says is in `server/config.ts`.
 *
 * Pages get TypeScript from `/src` as modules, and the built files from `/dist/cdn` as a publisher's page would.
 */
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { startDevServer } from '@web/dev-server';
import { frontComments } from './front-comments.ts';
import { prefix } from './server/app.ts';
import { readConfig } from './server/config.ts';
import { explainPort } from './server/explain-port.ts';
import { houseRules } from './server/house-rules.ts';
import { run } from './server/run.ts';
import { seed } from './server/seed.ts';
import { startServer } from './server/start-server.ts';

const rootDir = dirname(import.meta.dirname);

/** Discussions of the front page that are there from the beginning. */
const seeded = ['harbour-ferry-pier', 'harbour-gazette-library', 'harbour-gazette-tram'];

/** Whoever tries the demo out comes from one address, and the page with the checks posts faster than any person. */
const rules = { ...houseRules, pace: { atOnce: 1000, seconds: 1 }, requestsPerMinute: 20_000 };

/** Asks for the port before the pages' server does: its own message about a taken one is a stack trace. */
function checkPort(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(explainPort(error, port)));
    probe.listen(port, () => probe.close(resolve));
  });
}

/** The bare address leads to the front page. */
function redirectToDemo(context, next) {
  if (context.path !== '/' && context.path !== '/demo') return next();
  context.redirect('/demo/');
  return undefined;
}

/** Hands over what is for the API, so that pages and API have one origin. */
function passTo(app) {
  return (context, next) => {
    if (!context.path.startsWith(`${prefix}/`)) return next();
    // What Koa has set in advance is not the API's answer.
    context.respond = false;
    context.res.statusCode = 200;
    app.routing(context.req, context.res);
    return undefined;
  };
}

await run(async () => {
  const config = readConfig(process.env, 8000);
  const { port } = config;
  await checkPort(port);
  const server = await startServer(config, { rules });
  await server.app.ready();
  const now = Date.now();
  for (const key of seeded) await seed(server.store, key, `http://localhost:${port}/demo/`, frontComments(key, now));
  const pages = await startDevServer({
    readCliArgs: false,
    readFileConfig: false,
    logStartMessage: false,
    autoExitProcess: false,
    config: {
      rootDir,
      port,
      // A script of the server's own would break the pages that stand under a strict content security policy.
      injectWebSocket: false,
      // The build that readers get. Lit's development build warns on the console of every page.
      nodeResolve: { exportConditions: ['production', 'default'] },
      plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: `${rootDir}/tsconfig.json` })],
      middleware: [redirectToDemo, passTo(server.app)],
    },
  });
  const close = async () => {
    // First what still answers, then the pages' server, which cuts all connections.
    await server.close();
    await pages.stop();
  };
  return { message: `http://localhost:${port}/`, close };
});
