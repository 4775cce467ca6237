/** Locks PGlite's data folder. Two processes in one folder would destroy the data, and PGlite has no lock of its own. */
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError } from '../config.js';

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
