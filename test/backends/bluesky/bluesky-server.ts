import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPostgres, startPostgres } from '../../support/postgres.mjs';
import { compile, packageFolder } from '../servers/package-folder.js';
import { startRedis } from '../servers/redis.js';
import { run } from '../servers/run.js';
import { Unavailable } from '../servers/unavailable.js';

/** The last version for Node 20. */
const VERSION = '0.3.215';

/** A local Bluesky network. */
export interface Bluesky {
  /** URL of the AppView, which is public. */
  readonly service: string;
  /** URL of the personal data server. */
  readonly pds: string;
  /** Creates an account with an access token. */
  createAccount(name: string): Promise<{ readonly did: string; readonly handle: string; readonly accessJwt: string }>;
  stop(): Promise<void>;
}

async function install(): Promise<string> {
  const folder = packageFolder('bluesky', VERSION);
  if (!existsSync(join(folder, 'node_modules/@atproto/dev-env/package.json'))) {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    await run(
      'npm',
      ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--silent', `@atproto/dev-env@${VERSION}`],
      {
        cwd: folder,
      },
    );
  }
  await compile(join(folder, 'node_modules/better-sqlite3'), 'build/Release/better_sqlite3.node');
  return folder;
}

/** Starts the network and its databases on free loopback ports. Takes about ten seconds once installed. */
export async function startBluesky(): Promise<Bluesky> {
  if (findPostgres() === undefined) throw new Unavailable('PostgreSQL is missing: apt-get install postgresql');
  const redis = await startRedis();
  const folder = await install().catch(async (error: unknown) => {
    await redis.stop();
    throw error;
  });
  const postgres = await startPostgres().catch(async (error: unknown) => {
    await redis.stop();
    throw error;
  });
  const network = fork(join(import.meta.dirname, 'bluesky-network.mjs'), [folder], {
    env: { ...process.env, DB_POSTGRES_URL: postgres.url, REDIS_HOST: redis.host, LOG_ENABLED: 'false' },
    // Without the tests' loader.
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const stop = async (): Promise<void> => {
    if (network.exitCode === null) {
      network.kill('SIGKILL');
      await once(network, 'exit');
    }
    await postgres.stop();
    await redis.stop();
  };
  const [addresses] = (await Promise.race([
    once(network, 'message'),
    once(network, 'exit').then(() => [undefined]),
  ])) as [{ service: string; pds: string } | undefined];
  if (addresses === undefined) {
    await stop();
    throw new Error('The Bluesky network exited during start-up; see its output above.');
  }
  return {
    ...addresses,
    async createAccount(name) {
      const handle = `${name}.test`;
      const response = await fetch(`${addresses.pds}/xrpc/com.atproto.server.createAccount`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ handle, email: `${name}@example.test`, password: `password-of-${name}` }),
      });
      if (!response.ok) throw new Error(`The account ${handle} was not created: ${await response.text()}`);
      return (await response.json()) as { did: string; handle: string; accessJwt: string };
    },
    stop,
  };
}

if (process.argv[1] === import.meta.filename && process.argv[2] === 'install') await install();
