/** The folder of PGlite: for one process at a time, since two would destroy the data and PGlite has no lock of its own, and for its owner only. */
import { randomUUID } from 'node:crypto';
import {
  chmod,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ConfigError } from '../rules/config.js';

export interface LockOptions {
  /** Milliseconds from one sign of life to the next of the process that uses a folder. */
  readonly beat?: number;
  /** Milliseconds without one after which that process counts as ended. */
  readonly patience?: number;
  /** Called if another process has taken the folder, because this one gave no sign of life for a while: it must not write any more. */
  readonly onLost?: () => void;
}

/** Who uses a folder. */
interface Owner {
  /** At random. */
  readonly id: string;
  readonly pid: number;
  /**
   * Where the number of the process means something: of this machine since it was started, and of this container. The server is number 1 in
   * each container.
   */
  readonly processes: string;
}

/** Ids of the locks of this process. */
const held = new Set<string>();

/**
 * Locks a folder that exists. Returns a function that releases the lock. Throws a `ConfigError` if a running process holds it. After a
 * crash in another container, it waits until that process has given no sign of life for 15 seconds.
 */
export async function lockFolder(
  folder: string,
  { beat = 3000, patience = 15_000, onLost = endProcess }: LockOptions = {},
): Promise<() => Promise<void>> {
  const path = join(folder, 'server.pid');
  const self: Owner = { id: randomUUID(), pid: process.pid, processes: await findProcesses() };
  held.add(self.id);
  const own = `${path}.${self.id}`;
  const isOwn = async (): Promise<boolean> => (await readOwner(path))?.id === self.id;
  try {
    for (;;) {
      // Written first and linked afterwards, so that no process reads a partial file.
      await writeFile(own, JSON.stringify(self), { mode: 0o600 });
      if (await link(own, path).then(() => true, ignoring('EEXIST'))) break;
      const owner = await readOwner(path);
      // It has just been released.
      if (!owner) continue;
      if (!hasEnded(owner, self) && (await givesSigns(path, { beat, patience })))
        throw new ConfigError(
          `${owner.processes === self.processes ? `Process ${owner.pid}` : `A process of another machine or container (${owner.processes})`} is using the data in ${folder}. Stop it, set DATA_DIR to another folder, or set DATABASE_URL to a shared PostgreSQL.`,
        );
      // Of several that take the lock of a process that has ended, the last one has it.
      await rename(own, path);
      await setTimeout(beat / 3);
      if (await isOwn()) break;
    }
  } catch (error) {
    held.delete(self.id);
    throw error;
  } finally {
    await rm(own, { force: true });
  }
  const timer = setInterval(() => {
    isOwn().then(
      (isStillOwn) => {
        if (!isStillOwn) return onLost();
        const now = new Date();
        return utimes(path, now, now);
      },
      // Such as too many open files. The next sign of life may come.
      () => undefined,
    );
  }, beat);
  timer.unref();
  return async () => {
    clearInterval(timer);
    held.delete(self.id);
    if (await isOwn()) await rm(path, { force: true });
  };
}

function endProcess(): never {
  console.error('Another process has taken the data folder, because this one gave no sign of life for 15 seconds.');
  process.exit(1);
}

async function findProcesses(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  const namespace = await readlink('/proc/self/ns/pid').catch(() => '');
  return [hostname(), boot.trim(), namespace].filter((part) => part !== '').join(' ');
}

/** Undefined if there is no lock. */
async function readOwner(path: string): Promise<Owner | undefined> {
  const text = await readFile(path, 'utf8').catch(ignoring('ENOENT'));
  if (text === false) return undefined;
  try {
    const { id = '', pid = 0, processes = '' } = Object(JSON.parse(text)) as Partial<Owner>;
    return { id, pid, processes };
  } catch {
    // Empty, after a power failure.
    return { id: '', pid: 0, processes: 'unknown' };
  }
}

/** Whether the process of a lock has certainly ended. */
const hasEnded = ({ id, pid, processes }: Owner, self: Owner): boolean =>
  processes === self.processes && (pid === self.pid ? !held.has(id) : !isAlive(pid));

/** Watches for signs of life. Clocks are not compared: that of another machine may be wrong. */
async function givesSigns(
  path: string,
  { beat, patience }: Required<Pick<LockOptions, 'beat' | 'patience'>>,
): Promise<boolean> {
  const timeOf = (): Promise<number | false> => stat(path).then(({ mtimeMs }) => mtimeMs, ignoring('ENOENT'));
  const first = await timeOf();
  for (const end = performance.now() + patience; performance.now() < end;) {
    await setTimeout(beat / 3);
    const time = await timeOf();
    if (time === false) return false;
    if (time !== first) return true;
  }
  return false;
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

/** Turns an error with this code into `false`. */
const ignoring =
  (code: string) =>
  (error: unknown): false => {
    if (hasCode(error, code)) return false;
    throw error;
  };

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
