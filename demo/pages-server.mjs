/**
 * The server of the demo's pages: TypeScript from `/src` as modules, and the built files from `/dist/cdn` as a publisher's page
 * would get them. What stands behind the pages is handed in as `middleware`.
 */
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { startDevServer } from '@web/dev-server';
import { explainPort } from './server/explain-port.ts';

const rootDir = dirname(import.meta.dirname);

/** Asks for the port before the pages' server does: its own message about a taken one is a stack trace. */
export function checkPort(port) {
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

/**
 * Hands over to another server's `listener` what `isTheirs` says of a path, so that both have one origin.
 *
 * @param {import('node:http').RequestListener} listener
 * @param {(path: string) => boolean} isTheirs
 */
export function passTo(listener, isTheirs) {
  return (context, next) => {
    if (!isTheirs(context.path)) return next();
    // What Koa has set in advance is not their answer.
    context.respond = false;
    context.res.statusCode = 200;
    listener(context.req, context.res);
    return undefined;
  };
}

/**
 * Listens on `port`, until `stop()` is called on what it answers with.
 *
 * @param {{ port: number, middleware?: import('@web/dev-server').DevServerConfig['middleware'] }} options
 */
export function startPages({ port, middleware = [] }) {
  return startDevServer({
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
      middleware: [redirectToDemo, ...middleware],
    },
  });
}
