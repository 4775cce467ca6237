/**
 * Serves the pages of the demo beside a backend of somebody else's, which it starts with a conversation in it:
 * `npm run demo:waline`, and so on. `PORT` chooses the port of the pages (default 8000).
 */
import { checkPort, forwardTo, startPages } from '../pages-server.mjs';
import { ConfigError, readConfig } from '../server/config.js';
import { run } from '../server/run.js';
import { Unavailable } from '../../test/backends/servers/unavailable.js';
import type { StartBackend } from './demo-backend.js';

const backends: Readonly<Record<string, () => Promise<{ readonly start: StartBackend }>>> = {
  bluesky: () => import('./bluesky.js'),
  ghost: () => import('./ghost.js'),
  mastodon: () => import('./mastodon.js'),
  waline: () => import('./waline.js'),
};

/** Paths of the demo's own. */
const isOfPages = (path: string): boolean => /^\/(demo|dist|src|node_modules|__wds|__web-dev-server)/.test(path);

await run(async () => {
  const name = process.argv[2] ?? '';
  const load = backends[name];
  if (!load) throw new ConfigError(`There is no demo of "${name}": name one of ${Object.keys(backends).join(', ')}.`);
  const { port } = readConfig(process.env, 8000);
  await checkPort(port);
  console.log(`Starting ${name}, which takes minutes when it has to be installed…`);
  const { start } = await load();
  const { addresses, listener, stop } = await start(`http://localhost:${port}`).catch((error: unknown) => {
    throw error instanceof Unavailable ? new ConfigError(error.message) : error;
  });
  const theirs = listener && forwardTo(listener, (path: string) => !isOfPages(path));
  const pages = await startPages({ port, middleware: theirs ? [theirs] : [] });
  const close = async (): Promise<void> => {
    await pages.stop();
    await stop();
  };
  return { message: addresses.map(([what, address]) => `\n${what}:\n  ${address}`).join('\n'), close };
});
