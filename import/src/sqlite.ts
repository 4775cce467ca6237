/** Reads SQLite files with sql.js, in a thread of its own: a query blocks its thread, and a crafted file can make it endless. */
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { DamagedError, ImportError } from './source.js';

export interface SqliteQuery {
  /** The columns that the query reads, in lower case, by their table. */
  readonly tables: Readonly<Record<string, readonly string[]>>;
  /** Reads texts as bytes, with `cast(… as blob)`. */
  readonly query: string;
}

export interface SqliteTask extends SqliteQuery {
  readonly path: string;
}

export interface SqliteRow {
  readonly values: Readonly<Record<string, string | number | null>>;
  /** Names of the values that are not in the encoding of the database. */
  readonly damaged: readonly string[];
}

/** What the thread sends. It waits for an answer after each. */
export type SqliteMessage =
  | { readonly kind: 'open' | 'end' }
  | { readonly kind: 'rows'; readonly rows: readonly SqliteRow[] }
  /** The database is of another program. `reason` completes "<path> cannot be imported: …". */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'damaged'; readonly reason: string };

/**
 * Milliseconds that a query may take for the next 500 rows. In a database of 100 MB they take less than a second on a busy machine, so a
 * query that takes longer does not end.
 */
const TIME_LIMIT = 60_000;

/** Megabytes of JavaScript objects in the thread. The file itself is outside of them. */
const HEAP = 256;

/** Bytes that Node reads at once. */
const MAX_SIZE = 2 ** 31 - 1;

/**
 * The rows of a query. Throws a `DamagedError` where the file cannot be read any further. The tables must be tables, with stored values, so
 * that nothing in the file runs.
 */
export async function* readSqlite(
  path: string,
  { tables, query }: SqliteQuery,
  timeLimit = TIME_LIMIT,
): AsyncGenerator<SqliteRow> {
  if ((await stat(path)).size > MAX_SIZE) throw new ImportError(`${path} is larger than 2 GB, which cannot be read.`);
  const worker = new Worker(new URL('./sqlite-worker.js', import.meta.url), {
    workerData: { path, tables, query } satisfies SqliteTask,
    resourceLimits: { maxOldGenerationSizeMb: HEAP },
    execArgv: [],
  });
  // It may run out of memory when its time is already over: an error that nothing listens to would end this process.
  worker.on('error', () => undefined);
  const check = `Check it with: sqlite3 ${path} 'pragma quick_check'`;
  const receive = async (options: { readonly signal?: AbortSignal } = {}): Promise<SqliteMessage> => {
    try {
      const [message] = (await once(worker, 'message', options)) as [SqliteMessage];
      return message;
    } catch (error) {
      if (options.signal?.aborted)
        throw new ImportError(
          `${path} cannot be imported: a query has had no result for ${timeLimit / 1000} seconds. ${check}`,
          { cause: error },
        );
      if ((error as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') throw error;
      throw new ImportError(`${path} cannot be imported: its values do not fit into memory. ${check}`, {
        cause: error,
      });
    }
  };
  try {
    // Reading the file takes as long as the disk takes.
    let message = await receive();
    while (message.kind !== 'end') {
      if (message.kind === 'rows') yield* message.rows;
      if (message.kind === 'refused')
        throw new ImportError(`${path} cannot be imported: ${message.reason}. Name the database of Isso itself.`);
      if (message.kind === 'damaged')
        throw new DamagedError(
          `the database cannot be read: ${message.reason}. To save what is readable: sqlite3 ${path} .recover | sqlite3 recovered.db`,
        );
      const next = receive({ signal: AbortSignal.timeout(timeLimit) });
      worker.postMessage('next');
      message = await next;
    }
  } finally {
    await worker.terminate();
  }
}
