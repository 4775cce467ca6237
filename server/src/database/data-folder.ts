/** Locks PGlite's data folder. Two processes in one folder would destroy the data, and PGlite has no lock of its own. */
import { chmod, link, lstat, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError } from '../rules/config.js';

/** Locks a folder that exists. Returns a function that releases the lock. Throws a `ConfigError` if a running process holds it. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'server.pid');
  const unlock = (): Promise<void> => rm(path, { force: true });
  // Written first and linked afterwards, so that no process reads a partial file.
  const own = `${path}.${process.pid}`;
  await writeFile(own, String(process.pid), { mode: 0o600 });
  for (;;) {
    try {
      await link(own, path);
      await rm(own);
      return unlock;
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
      const owner = Number(await readFile(path, 'utf8').catch(() => ''));
      if (isAlive(owner)) {
        await rm(own);
        throw new ConfigError(
          `Process ${owner} is using the data in ${folder}. Stop it, set DATA_DIR to another folder, or set DATABASE_URL to a shared PostgreSQL.`,
        );
      }
      await unlock();
    }
  }
}

function isAlive(pid: number): boolean {
  if (!(pid > 0) || pid === process.pid) return false;
  try {
    // Signal 0 only checks that the process exists.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** The permissions of the group and of others. */
const ofOthers = 0o077;

/** On Windows, folders have access lists instead. Those in a user's profile are closed to others. */
const hasModes = process.platform !== 'win32';

/** Creates a folder for its owner only. Throws a `ConfigError` if it exists and others can use it. */
export async function openPrivately(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const refusal = hasModes ? refusalOf(folder, await stat(folder), process.geteuid?.()) : undefined;
  if (refusal !== undefined) throw new ConfigError(refusal);
}

/**
 * Why a folder cannot be used, with the remedy.
 *
 * @param user Id of the user of this process.
 */
export function refusalOf(
  folder: string,
  { mode, uid }: { readonly mode: number; readonly uid: number },
  user: number | undefined,
): string | undefined {
  const another = 'or set DATA_DIR to another folder.';
  if (user !== undefined && uid !== user)
    return `The data in ${folder} belongs to another user of this machine (${uid}). Run chown ${user} '${folder}', ${another}`;
  if ((mode & ofOthers) !== 0)
    return `Other users of this machine can use the data in ${folder}: its mode is ${(mode & 0o777).toString(8)}. Run chmod 700 '${folder}', ${another}`;
  return undefined;
}

/**
 * Takes the permissions of others from all files in a folder, so that copies of them are private, too. PGlite creates its files for
 * everyone to read and write, whatever the umask is.
 */
export async function closeToOthers(folder: string): Promise<void> {
  if (!hasModes) return;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() && !entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    const { mode } = await lstat(path);
    if ((mode & ofOthers) !== 0) await chmod(path, mode & 0o700);
  }
}
