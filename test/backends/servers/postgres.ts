import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../support/free-port.mjs';
import { run } from './run.js';
import { Unavailable } from './unavailable.js';

const versions = '/usr/lib/postgresql';

/** Starts a temporary PostgreSQL on a free loopback port, from the Debian package. `stop` deletes it. */
export async function startPostgres(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const [version] = existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a)) : [];
  if (version === undefined) throw new Unavailable('PostgreSQL is missing: install the Debian package postgresql.');
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  // PostgreSQL refuses to run as root; the Debian package creates an account for it.
  const isRoot = process.getuid?.() === 0;
  const inCluster = (program: string, ...args: string[]): Promise<string> => {
    const path = join(versions, version, 'bin', program);
    return isRoot
      ? run('runuser', ['-u', 'postgres', '--', path, ...args], { cwd: folder })
      : run(path, args, { cwd: folder });
  };
  if (isRoot) chownSync(folder, Number(await run('id', ['-u', 'postgres'], { cwd: folder })), -1);
  const data = join(folder, 'data');
  const port = await freePort();
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off -c synchronous_commit=off`;
  await inCluster('initdb', '-D', data, '-U', 'test', '--auth=trust', '-E', 'UTF8', '--no-sync');
  await inCluster('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start');
  return {
    url: `postgres://test@127.0.0.1:${port}/postgres`,
    async stop() {
      await inCluster('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
      rmSync(folder, { recursive: true });
    },
  };
}
