/**
 * A Waline server for tests, with its data in a temporary folder that `stop` deletes.
 *
 * `npx tsx test/backends/waline/waline-server.ts install` installs the package (see package-folder.ts), which takes a few minutes
 * because it builds SQLite. Without `install` it runs a server until Ctrl+C.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { skipWithout } from '../../support/skip-without.mjs';
import { answers, startInBackground, type BackgroundProcess } from '../background-process.js';
import { onFreePort } from '../servers/on-free-port.js';
import { compile, packageFolder } from '../servers/package-folder.js';
import { run } from '../servers/run.js';

const VERSION = '1.39.3';
const here = import.meta.dirname;
const home = packageFolder('waline', VERSION);
const binary = join('node_modules', 'sqlite3', 'build', 'Release', 'node_sqlite3.node');

export interface WalineServer {
  /** Without a trailing slash. */
  readonly url: string;
  /** Tokens of the administrator and of two users. */
  readonly tokens: { readonly admin: string; readonly reader: string; readonly writer: string };
  /** Inserts comments of a path into the database, one second apart, and returns their ids. */
  fill(path: string, comments: readonly Row[]): Promise<readonly string[]>;
  /** Lets the next two requests both check for duplicates before either inserts its comment. */
  letTwoMeet(): void;
  stop(): Promise<void>;
}

/** A comment in the database. `pid` is its parent, `rid` the top of its branch. */
export interface Row {
  readonly comment: string;
  readonly pid?: number;
  readonly rid?: number;
  readonly status?: string;
}

export interface WalineSettings {
  /** Holds every comment. */
  readonly audit?: boolean;
  /** Minimum seconds between two comments from one IP address. Default 0. */
  readonly wait?: number;
  /** Requires a sign-in. */
  readonly login?: 'force';
  /** A word that makes a comment spam. */
  readonly forbidden?: string;
  /** A captcha secret. The captcha service is never called. */
  readonly turnstile?: string;
}

/** Why Waline cannot be started here, and how to fix it; undefined if it can. */
export function missingForWaline(): string | undefined {
  return existsSync(join(home, binary))
    ? undefined
    : `Waline is not in ${home}: npx tsx test/backends/waline/waline-server.ts install`;
}

/** The option `skip` of suites that start Waline. */
export const skipWithoutWaline = (): string | false => skipWithout(missingForWaline());

/** Installs into a new folder and renames it, so that an incomplete installation is never used. Safe to run concurrently. */
export async function installWaline(): Promise<void> {
  if (missingForWaline() === undefined) return;
  const cwd = mkdtempSync(`${home}-`);
  try {
    writeFileSync(join(cwd, 'package.json'), '{ "private": true }\n');
    await run(
      'npm',
      ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', `@waline/vercel@${VERSION}`],
      { cwd },
    );
    await compile(join(cwd, 'node_modules', 'sqlite3'), join('build', 'Release', 'node_sqlite3.node'));
    rmSync(home, { recursive: true, force: true });
    renameSync(cwd, home);
  } catch (error) {
    rmSync(cwd, { recursive: true, force: true });
    // Another process may have installed it meanwhile.
    if (missingForWaline() !== undefined) throw error;
  }
}

/** A fake of the server that Waline asks for its sign-in services. It has none. */
async function startServices(): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer((_request, response) =>
    response.setHeader('content-type', 'application/json').end('{"services":[]}'),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

export const startWaline = (settings: WalineSettings = {}): Promise<WalineServer> =>
  onFreePort((port) => startOn(port, settings));

async function startOn(
  port: number,
  { audit = false, wait = 0, login, forbidden, turnstile }: WalineSettings,
): Promise<WalineServer> {
  const folder = mkdtempSync(join(tmpdir(), 'waline-'));
  const { server: services, url: servicesUrl } = await startServices();
  let running: BackgroundProcess | undefined;
  const stop = async (): Promise<void> => {
    await running?.stop();
    await new Promise((resolve) => {
      services.close(resolve);
      services.closeAllConnections();
    });
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    execFileSync(process.execPath, [join(here, 'schema.cjs'), home, join(folder, 'waline.sqlite')], { stdio: 'pipe' });
    const url = `http://127.0.0.1:${port}`;
    running = await startInBackground({
      command: process.execPath,
      args: [join(here, 'serve.cjs'), String(port)],
      cwd: folder,
      env: {
        ...{
          SQLITE_PATH: folder,
          SQLITE_DB: 'waline',
          JWT_TOKEN: 'a key for tests',
          AKISMET_KEY: 'false',
          DISABLE_REGION: 'true',
        },
        ...{
          OAUTH_URL: servicesUrl,
          SITE_NAME: 'The Harbour Gazette',
          SITE_URL: url,
          SERVER_URL: url,
          // Waline looks for comments that are newer than the start of the request minus this. With 0 it finds one that is
          // posted at the same moment, so "no wait" is an interval in the future.
          IPQPS: String(wait || -60),
        },
        WALINE_HOME: home,
        ...(audit && { COMMENT_AUDIT: 'true' }),
        ...(login && { LOGIN: login }),
        ...(forbidden && { FORBIDDEN_WORDS: forbidden }),
        ...(turnstile && { TURNSTILE_SECRET: turnstile }),
      },
      log: join(folder, 'waline.log'),
      isReady: async (output) =>
        output.includes(`Listening on ${port}`) && answers(`${url}/api/comment?type=count&url=a`),
    });
    const post = async (path: string, body: object): Promise<unknown> => {
      const response = await fetch(`${url}/api/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return response.json();
    };
    // The first account is the administrator.
    const register = async (name: string): Promise<string> => {
      const credentials = { email: `${name}@example.test`, password: `${name}-password` };
      await post('user', { ...credentials, display_name: name, url: '' });
      return ((await post('token', credentials)) as { data: { token: string } }).data.token;
    };
    // Registering would need the captcha, too.
    const tokens = { admin: '', reader: '', writer: '' };
    if (!turnstile) for (const name of ['admin', 'reader', 'writer'] as const) tokens[name] = await register(name);
    const fill = (path: string, comments: readonly Row[]): Promise<readonly string[]> => {
      const input = JSON.stringify({ path, comments });
      const printed = execFileSync(process.execPath, [join(here, 'fill.cjs'), home, join(folder, 'waline.sqlite')], {
        input,
      });
      return Promise.resolve(JSON.parse(printed.toString()) as string[]);
    };
    // `serve.cjs` waits for the second request where this file exists.
    const letTwoMeet = (): void => writeFileSync(join(folder, 'meeting'), '');
    return { url, tokens, fill, letTwoMeet, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] === 'install') await installWaline();
  else {
    const server = await startWaline();
    console.log(server);
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => void server.stop().then(() => process.exit(0)));
  }
}
