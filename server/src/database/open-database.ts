import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { DatabaseConfig } from '../rules/config.js';
import type { Log } from './data.js';
import { closeToOthers, lockFolder, openPrivately } from './data-folder.js';
import { migrate } from './migrations.js';
import { PGlitePool } from './pglite-pool.js';
import type { Tables } from './tables.js';
import { lockTimeout } from './transaction.js';

export interface OpenDatabase {
  readonly database: Kysely<Tables>;
  close(): Promise<void>;
}

/** Statement time-out in milliseconds. */
const statementTimeout = 10_000;

/** OID of PostgreSQL's `bigint`, which `pg` parses to a string and PGlite to a number. No count here exceeds 2^53. */
const bigint = 20;

/** Opens the database and applies pending migrations in the schemas. Undefined: the schema of the connection. */
export async function openDatabase(
  config: DatabaseConfig,
  log: Log,
  schemas: readonly (string | undefined)[] = [undefined],
): Promise<OpenDatabase> {
  const { pool, unlock } =
    config.kind === 'postgres'
      ? { pool: postgresPool(config.url, log), unlock: undefined }
      : await pglitePool(config.folder);
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const close = async (): Promise<void> => {
    await database.destroy();
    await unlock?.();
  };
  try {
    for (const schema of schemas) await migrate(database, schema);
    await checkLocale(database, log);
  } catch (error) {
    await close();
    throw error;
  }
  return { database, close };
}

/** Warns if the database takes upper and lower case for different letters: only those of ASCII are safe in the locale C. */
async function checkLocale(database: Kysely<Tables>, log: Log): Promise<void> {
  const { rows } = await sql<{ readonly folds: boolean }>`select lower('Ü') = 'ü' as folds`.execute(database);
  if (!rows[0]?.folds)
    log.warn(
      "In the locale of the database, Ü and ü are different letters: searches and listed words on the moderation pages miss names and words with such letters. Create the database with the options TEMPLATE template0 LOCALE 'C.UTF-8', or with the locale of your language in UTF-8.",
    );
}

function postgresPool(url: string, log: Log): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5000,
    statement_timeout: statementTimeout,
    lock_timeout: lockTimeout,
    idle_in_transaction_session_timeout: statementTimeout,
    types: {
      getTypeParser: (id, format) =>
        Number(id) === bigint ? Number : (pg.types.getTypeParser(id, format) as (text: string) => unknown),
    },
  });
  // An idle connection broke. The pool has already dropped it and opens another on demand.
  pool.on('error', (error) => log.error({ err: error }, 'Lost an idle database connection.'));
  return pool;
}

async function pglitePool(folder: string | undefined): Promise<{ pool: PGlitePool; unlock?: () => Promise<void> }> {
  if (folder === undefined) return { pool: new PGlitePool(await PGlite.create()) };
  await openPrivately(folder);
  const unlock = await lockFolder(folder);
  try {
    const pool = new PGlitePool(await PGlite.create(join(folder, 'pglite')));
    await closeToOthers(folder);
    return { pool, unlock };
  } catch (error) {
    await unlock();
    throw error;
  }
}
