/**
 * Starts a third-party backend with a conversation in it, and serves the demo pages next to it: `npm run demo:waline` and
 * so on. `PORT` sets the port of the pages (default 8000).
 */
import { checkPort, forwardTo, startPages } from '../pages-server.mjs';
import { ConfigError, readConfig, run } from 'article-comments-server';
import { Unavailable } from '../../test/backends/servers/unavailable.js';
import type { StartBackend } from './demo-backend.js';

const backends: Readonly<Record<string, () => Promise<{ readonly start: StartBackend }>>> = {
  bluesky: () => import('./bluesky.js'),
  ghost: () => import('./ghost.js'),
  mastodon: () => import('./mastodon.js'),
  waline: () => import('./waline.js'),
};

/** Whether a path belongs to the page server. */
const isPagePath = (path: string): boolean => /^\/(demo|dist|src|node_modules|__wds|__web-dev-server)/.test(path);

await run(async () => {
  const name = process.argv[2] ?? '';
  const load = backends[name];
  if (!load) throw new ConfigError(`There is no demo of "${name}". Choose one of ${Object.keys(backends).join(', ')}.`);
  const { port } = readConfig(process.env, 8000);
  await checkPort(port);
  console.log(`Starting ${name}. Installing it first takes a few minutes…`);
  const { start } = await load();
  const { addresses, listener, stop } = await start(`http://localhost:${port}`).catch((error: unknown) => {
    throw error instanceof Unavailable ? new ConfigError(error.message) : error;
  });
  const forwarding = listener && forwardTo(listener, (path: string) => !isPagePath(path));
  const pages = await startPages({ port, middleware: forwarding ? [forwarding] : [] });
  const close = async (): Promise<void> => {
    await pages.stop();
    await stop();
  };
  return { message: addresses.map(([what, address]) => `\n${what}:\n  ${address}`).join('\n'), close };
});
