/** The folder of PGlite: for one process at a time, since two would destroy the data and PGlite has no lock of its own, and for its owner only. */
import { randomUUID } from 'node:crypto';
import { chmod, link, lstat, mkdir, readdir, readFile, readlink, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '../rules/config.js';

/** Milliseconds from one sign of life to the next of a process that uses a folder, and those for which one counts. */
const beat = 3000;
const beatCounts = 15_000;

/** Who uses a folder. */
interface Owner {
  readonly pid: number;
  /** Where the number of the process means something: containers each have numbers of their own, and the server is number 1 in all of them. */
  readonly processes: string;
}

/** Locks a folder that exists. Returns a function that releases the lock. Throws a `ConfigError` if a running process holds it. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'server.pid');
  const self: Owner = {
    pid: process.pid,
    processes: `${hostname()} ${await readlink('/proc/self/ns/pid').catch(() => '')}`,
  };
  // Written first and linked afterwards, so that no process reads a partial file.
  const own = `${path}.${randomUUID()}`;
  await writeFile(own, JSON.stringify(self), { mode: 0o600 });
  for (;;) {
    try {
      await link(own, path);
      break;
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
      const user = await findUser(path, self);
      if (user !== undefined) {
        await rm(own);
        throw new ConfigError(
          `${user} is using the data in ${folder}. Stop it, set DATA_DIR to another folder, or set DATABASE_URL to a shared PostgreSQL.`,
        );
      }
      await rm(path, { force: true });
    }
  }
  await rm(own);
  const timer = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, beat);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await rm(path, { force: true });
  };
}

/** Who uses the folder of this lock, in words. Undefined: nobody any more. */
async function findUser(path: string, self: Owner): Promise<string | undefined> {
  let owner: Partial<Owner>;
  let age: number;
  try {
    owner = Object(JSON.parse(await readFile(path, 'utf8'))) as Partial<Owner>;
    age = Date.now() - (await stat(path)).mtimeMs;
  } catch {
    // It has just been released.
    return undefined;
  }
  const { pid = 0, processes } = owner;
  if (processes === self.processes) return pid !== self.pid && isAlive(pid) ? `Process ${pid}` : undefined;
  return age < beatCounts
    ? `A process of another machine or container (${String(processes)}), or one that has ended less than ${beatCounts / 1000} seconds ago,`
    : undefined;
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
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
