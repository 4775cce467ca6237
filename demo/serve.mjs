/**
 * Serves the demo. `PORT` chooses the port (default 8000).
 *
 * Pages get TypeScript from `/src` as modules, and the built files from `/dist/cdn` as a publisher's page would.
 */
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { startDevServer } from '@web/dev-server';

const rootDir = dirname(import.meta.dirname);
const port = Number(process.env.PORT ?? 8000);

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Asks for the port before the server does: its own message about a taken one is a stack trace. */
function checkPort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(port, () => probe.close(resolve));
  });
}

if (!Number.isInteger(port) || port < 1 || port > 65535) fail(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`);

try {
  await checkPort();
} catch (error) {
  const reasons = {
    EADDRINUSE: `Port ${port} is taken. Set PORT to a free one, for instance: PORT=8001 npm start`,
    EACCES: `Port ${port} may not be used by this account. Set PORT to one above 1023.`,
  };
  fail(reasons[error.code] ?? `Port ${port} cannot be used: ${error.message}`);
}

/** The bare address leads to the front page. */
function redirectToDemo(context, next) {
  if (context.path !== '/' && context.path !== '/demo') return next();
  context.redirect('/demo/');
  return undefined;
}

await startDevServer({
  readCliArgs: false,
  readFileConfig: false,
  logStartMessage: false,
  config: {
    rootDir,
    port,
    // A script of the server's own would break the pages that stand under a strict content security policy.
    injectWebSocket: false,
    // The build that readers get. Lit's development build warns on the console of every page.
    nodeResolve: { exportConditions: ['production', 'default'] },
    plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: `${rootDir}/tsconfig.json` })],
    middleware: [redirectToDemo],
  },
});
console.log(`http://localhost:${port}/`);
