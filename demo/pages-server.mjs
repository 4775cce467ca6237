/**
 * The server of the demo pages: TypeScript from `/src` as modules, and the built files from `/dist/cdn` as a publisher
 * would get them. Backends are passed in as `middleware`.
 */
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { startDevServer } from '@web/dev-server';
import { serveDocumentation } from './documentation/serve-pages.mjs';
import { serveIntegrityPage } from './integrity/serve-page.mjs';
import { serveLanguageSources } from './serve-language-sources.mjs';
import { serveUntouched } from './serve-untouched.mjs';
import { describePortError } from 'article-comments-server';

const rootDir = dirname(import.meta.dirname);

/** Checks that the port is free. The dev server reports a taken port with a stack trace only. */
export function checkPort(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(describePortError(error, port)));
    probe.listen(port, () => probe.close(resolve));
  });
}

/** Redirects `/` to the front page, and the addresses that people guess to the pages of the demo. */
function redirectToDemo(context, next) {
  const target = {
    '/': '/demo/',
    '/demo': '/demo/',
    '/states.html': '/demo/states.html',
    '/states': '/demo/states.html',
  }[context.path];
  if (target === undefined) return next();
  context.redirect(target + context.search);
  return undefined;
}

/**
 * Middleware that forwards matching paths to another server's `listener`, so that both share one origin.
 *
 * @param {import('node:http').RequestListener} listener
 * @param {(path: string) => boolean} matches
 */
export function forwardTo(listener, matches) {
  return (context, next) => {
    if (!matches(context.path)) return next();
    // Koa has already set a 404.
    context.respond = false;
    context.res.statusCode = 200;
    listener(context.req, context.res);
    return undefined;
  };
}

/**
 * Listens on `port`, or on a free one if it is 0, until `stop` is called.
 *
 * @param {{ port: number, middleware?: import('@web/dev-server').DevServerConfig['middleware'] }} options
 */
export async function startPages({ port, middleware = [] }) {
  const devServer = await startDevServer({
    readCliArgs: false,
    readFileConfig: false,
    logStartMessage: false,
    autoExitProcess: false,
    config: {
      rootDir,
      port,
      // An injected script would break the pages with a strict content security policy.
      injectWebSocket: false,
      // Lit's development build logs a warning on every page.
      nodeResolve: { exportConditions: ['production', 'default'] },
      plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: `${rootDir}/tsconfig.json` })],
      middleware: [
        redirectToDemo,
        serveLanguageSources,
        serveDocumentation(),
        serveIntegrityPage,
        serveUntouched(['dist/cdn']),
        ...middleware,
      ],
    },
  });
  return {
    origin: `http://localhost:${devServer.server.address().port}`,
    stop: () => devServer.stop(),
  };
}
