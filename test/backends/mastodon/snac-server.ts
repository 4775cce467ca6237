/**
 * A snac for tests: a small server from Debian that speaks Mastodon's API. Its data are in a temporary folder that `stop` deletes.
 *
 * `npx tsx test/backends/mastodon/snac-server.ts` runs one until Ctrl+C.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { skipWithout } from '../../support/skip-without.mjs';
import { answers, startInBackground, type BackgroundProcess } from '../background-process.js';
import { onFreePort } from '../servers/on-free-port.js';

/** `desk` publishes the articles, and the others reply. */
const ACCOUNTS = ['desk', 'ada', 'bob'] as const;

export type SnacAccount = (typeof ACCOUNTS)[number];

export interface SnacServer {
  /** Without a trailing slash. */
  readonly url: string;
  readonly tokens: Readonly<Record<SnacAccount, string>>;
  /** Sends a request, and delivers what it posts before it resolves. An edit waits for the next second, so that it always changes the id. */
  readonly fetch: typeof fetch;
  /** Posts a status, delivers it and returns its id. `replyTo`: the id of another one. */
  post(by: SnacAccount, text: string, replyTo?: string): Promise<string>;
  /**
   * Brings all statuses to all accounts. An account sees only what has reached it, which takes a follow and several seconds; tests
   * do not wait for that.
   */
  deliver(): void;
  stop(): Promise<void>;
}

/** The option `skip` of suites that start snac. */
export const skipWithoutSnac = (): string | false =>
  skipWithout(
    spawnSync('snac', { stdio: 'ignore' }).error && 'snac is missing: apt-get install --no-install-recommends snac2',
  );

/** Changes a file of settings. */
function configure(file: string, settings: object): void {
  const configuration = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...configuration, ...settings }));
}

/** Creates an account and returns its password. */
function createAccount(data: string, name: SnacAccount): string {
  const printed = execFileSync('snac', ['adduser', data, name], { encoding: 'utf8' });
  const [, password] = /^User password is (\S+)$/m.exec(printed) ?? [];
  if (password === undefined) throw new Error(`snac printed no password for ${name}:\n${printed}`);
  configure(join(data, 'user', name, 'user.json'), { name: name[0]?.toUpperCase() + name.slice(1) });
  return password;
}

/** snac closes each connection without saying so, which a request on the same one would find out too late. */
const send: typeof fetch = (address, init) =>
  fetch(address, { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), connection: 'close' } });

/** An id begins with the second of the last change. So an edit changes it, except within the second in which the text was posted. */
const untilNextSecond = (): Promise<void> => pause(1000 - (Date.now() % 1000));

/** The type of a stored object. Undefined while snac is still writing it: the request that stores it delivers it later. */
function objectType(file: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { readonly type: string }).type;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Objects are stored as `object/ab/abcdef….json`, and an account's copies are links to them. */
function deliverAll(data: string): void {
  for (const folder of readdirSync(join(data, 'object')))
    for (const name of readdirSync(join(data, 'object', folder))) {
      const object = join(data, 'object', folder, name);
      const copies = ACCOUNTS.map((account) => join(data, 'user', account, 'private', name));
      if (!name.endsWith('.json') || copies.every(existsSync)) continue;
      if (objectType(object) !== 'Note') continue;
      for (const copy of copies) if (!existsSync(copy)) linkSync(object, copy);
    }
}

export const startSnac = (): Promise<SnacServer> => onFreePort(startOn);

async function startOn(port: number): Promise<SnacServer> {
  const folder = mkdtempSync(join(tmpdir(), 'snac-'));
  const data = join(folder, 'data');
  let running: BackgroundProcess | undefined;
  const stop = async (): Promise<void> => {
    await running?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const host = `127.0.0.1:${port}`;
    const url = `http://${host}`;
    // It asks for the address, the port, the host, the path and an email address.
    execFileSync('snac', ['init', data], { input: `127.0.0.1\n${port}\n${host}\n\n\n` });
    configure(join(data, 'server.json'), { protocol: 'http', num_threads: 16 });
    const passwords = ACCOUNTS.map((name) => [name, createAccount(data, name)] as const);
    running = await startInBackground({
      command: 'snac',
      args: ['httpd', data],
      log: join(folder, 'snac.log'),
      isReady: async (output) => output.includes(`httpd start ${host}`) && answers(`${url}/api/v1/instance`),
    });
    const tokens = { desk: '', ada: '', bob: '' };
    for (const [login, passwd] of passwords) {
      const response = await send(`${url}/oauth/x-snac-get-token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ login, passwd }),
      });
      tokens[login] = await response.text();
    }
    const deliveringFetch: typeof fetch = async (address, init) => {
      if (init?.method === 'PUT') await untilNextSecond();
      const response = await send(address, init);
      if (init?.method === 'POST') deliverAll(data);
      return response;
    };
    return {
      url,
      tokens,
      fetch: deliveringFetch,
      async post(by, status, replyTo) {
        const response = await deliveringFetch(`${url}/api/v1/statuses`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens[by]}` },
          body: JSON.stringify({ status, visibility: 'public', in_reply_to_id: replyTo }),
        });
        return ((await response.json()) as { readonly id: string }).id;
      },
      deliver: () => deliverAll(data),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await startSnac();
  console.log(server);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void server.stop().then(() => process.exit(0)));
}
