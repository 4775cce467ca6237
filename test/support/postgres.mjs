/**
 * Starts a temporary PostgreSQL for the tests, from the Debian package, in a folder that is deleted afterwards. It listens on a Unix
 * socket in that folder only, so it needs no port that another program may take.
 *
 * Run as a script, it prints the URL and keeps the server running until Ctrl+C.
 */
import { execFile } from 'node:child_process';
import { accessSync, chownSync, constants, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { skipWithout } from './skip-without.mjs';

const execute = promisify(execFile);

const packages = '/usr/lib/postgresql';

/** The account of the Debian package. PostgreSQL refuses to run as root. */
const account = 'postgres';

const isRoot = process.getuid?.() === 0;

/** Folder of the newest version's programs; undefined if none is installed. */
export function findPostgres() {
  let versions;
  try {
    versions = readdirSync(packages).map(Number).filter(Number.isInteger);
  } catch {
    return undefined;
  }
  return versions
    .sort((a, b) => b - a)
    .map((version) => join(packages, String(version), 'bin'))
    .find(hasServer);
}

function hasServer(folder) {
  try {
    accessSync(join(folder, 'initdb'), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * A new folder that the account can use, in the first folder for temporary files that it may enter. With `TMPDIR=$(mktemp -d)` only the
 * user who runs the tests may enter that one.
 */
async function makeFolder() {
  const places = [tmpdir(), '/tmp', '/var/tmp'];
  for (const place of places) {
    const folder = mkdtempSync(join(place, 'article-comments-postgres-'));
    if (!isRoot) return folder;
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map(async (flag) => Number((await execute('id', [flag, account])).stdout)),
    );
    chownSync(folder, uid, gid);
    const canUse = await execute('runuser', ['-u', account, '--', 'test', '-w', folder]).then(
      () => true,
      () => false,
    );
    if (canUse) return folder;
    rmSync(folder, { recursive: true });
  }
  throw new Error(
    `The account ${account} may enter none of ${places.join(', ')}. Set TMPDIR to a folder that everybody may enter.`,
  );
}

/**
 * Returns the URL of the database and a function that stops it. Throws if PostgreSQL is not installed. `isDurable`: commits wait for
 * the disk, as on a server.
 */
export async function startPostgres({ isDurable = false } = {}) {
  const programs = findPostgres();
  if (programs === undefined)
    throw new Error(`There is no PostgreSQL in ${packages}. On Debian: apt-get install postgresql`);
  const folder = await makeFolder();
  const data = join(folder, 'data');
  const run = async (program, ...rest) => {
    const command = [join(programs, program), '-D', data, ...rest];
    const [file, ...args] = isRoot ? ['runuser', '-u', account, '--', ...command] : command;
    await execute(file, args, { cwd: folder });
  };
  const stop = async () => {
    await run('pg_ctl', '-m', 'immediate', '-w', 'stop').catch((error) => console.error(error.message));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    // Whatever the locale of the machine is.
    await run('initdb', '-U', 'test', '--auth=trust', '-E', 'UTF8', '--locale', 'C.UTF-8', '--no-sync');
    const settings = [
      "listen_addresses=''",
      `unix_socket_directories=${folder}`,
      // In tests, durability does not matter, and disk syncs would dominate the run time.
      ...(isDurable ? [] : ['fsync=off', 'synchronous_commit=off']),
    ];
    const options = settings.flatMap((setting) => ['-c', setting]).join(' ');
    await run('pg_ctl', '-w', '-l', join(folder, 'log'), '-o', options, 'start');
    return { url: `postgres://test@localhost/postgres?host=${encodeURIComponent(folder)}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Sets `TEST_DATABASE_URL` while `work` runs, where PostgreSQL is installed. Keeps a value that is set already. */
export async function withPostgres(work) {
  if (process.env.TEST_DATABASE_URL) return work();
  const missing = skipWithout(
    findPostgres() === undefined &&
      'PostgreSQL is not installed: tests that need it are skipped, and the server runs on PGlite only. On Debian: apt-get install postgresql',
  );
  if (missing) {
    console.log(missing);
    return work();
  }
  const { url, stop } = await startPostgres();
  process.env.TEST_DATABASE_URL = url;
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop().then(() => process.exit(1)));
  try {
    return await work();
  } finally {
    delete process.env.TEST_DATABASE_URL;
    await stop();
  }
}

/** Tests the server on PGlite while `work` runs. Tests that need PostgreSQL are not declared. */
export async function withPgliteOnly(work) {
  const { TEST_DATABASE_URL: url } = process.env;
  delete process.env.TEST_DATABASE_URL;
  process.env.TEST_DATABASE = 'pglite';
  try {
    return await work();
  } finally {
    delete process.env.TEST_DATABASE;
    if (url !== undefined) process.env.TEST_DATABASE_URL = url;
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { url, stop } = await startPostgres();
  console.log(url);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop().then(() => process.exit()));
  // Keeps the process alive.
  process.stdin.resume();
}
