import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, statfs } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openDatabase } from '../../../server/src/database/open-database.js';
import type { Log } from '../../../server/src/database/data.js';
import type { DatabaseConfig } from '../../../server/src/rules/config.js';

const modules = join(import.meta.dirname, '..', '..', '..', 'node_modules');

const run = promisify(execFile);

/** A database that one test owns. */
export interface TestDatabase {
  readonly config: DatabaseConfig;
  drop(): Promise<void>;
}

/** A database that is set up anew gives no reason for a warning. */
const log: Log = { warn: assert.fail, error: ({ err }) => assert.ifError(err) };

const migrations = new URL('../../../server/src/database/migrations.ts', import.meta.url);

/** The data folder of a PGlite with the tables of the server and nothing in them, once for each version of both. */
async function emptyData(): Promise<string> {
  const manifest = await readFile(join(modules, '@electric-sql', 'pglite', 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { readonly version: string };
  const schema = createHash('sha256')
    .update(await readFile(migrations))
    .digest('hex')
    .slice(0, 8);
  const cache = join(modules, '.cache');
  const data = join(cache, `pglite-${version}-${schema}`);
  if (existsSync(data)) return data;
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(`${data}-`);
  const { close } = await openDatabase({ kind: 'pglite', folder: draft }, log);
  await close();
  // Test files run at the same time: the first one to be ready provides the folder.
  await rename(join(draft, 'pglite'), data).catch(() => undefined);
  await rm(draft, { recursive: true });
  return data;
}

/** In memory, a copy takes a tenth of the time. Not on a developer's machine: a run that is aborted would leave it there. */
async function temporaryFolder(): Promise<string> {
  const memory = '/dev/shm';
  if (!process.env['CI']) return tmpdir();
  const free = await statfs(memory).catch(() => undefined);
  return free && free.bavail * free.bsize > ENOUGH ? memory : tmpdir();
}

/** Bytes of a hundred databases. */
const ENOUGH = 100 * 40 * 2 ** 20;

/** A PGlite in a folder of its own, with empty tables. Node's own `cp` takes at least twice the time. */
export async function createPgliteDatabase(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(await temporaryFolder(), 'article-comments-pglite-'));
  await run('cp', ['-r', await emptyData(), join(folder, 'pglite')]);
  return { config: { kind: 'pglite', folder }, drop: () => rm(folder, { recursive: true }) };
}
