/** Keeps a second process out of PGlite's folder, which nothing else does and which would destroy the data. */
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError } from '../config.js';

/** Answers with what gives the folder back. Throws a `ConfigError` when a living process has it. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'server.pid');
  const unlock = (): Promise<void> => rm(path, { force: true });
  // Written first and linked then, so that nobody ever reads half of it.
  const own = `${path}.${process.pid}`;
  await writeFile(own, String(process.pid));
  for (;;) {
    try {
      await link(own, path);
      await rm(own);
      return unlock;
    } catch (error) {
      if (!isError(error, 'EEXIST')) throw error;
      const owner = Number(await readFile(path, 'utf8').catch(() => ''));
      if (isAlive(owner)) {
        await rm(own);
        throw new ConfigError(
          `The data in ${folder} belong to the running process ${owner}. Stop it, or set DATA_DIR to another folder, or DATABASE_URL to a PostgreSQL that both share.`,
        );
      }
      await unlock();
    }
  }
}

function isAlive(pid: number): boolean {
  if (!(pid > 0) || pid === process.pid) return false;
  try {
    // Signal 0 only asks.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isError(error, 'EPERM');
  }
}

const isError = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code;
