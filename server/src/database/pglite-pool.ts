/** A pool of one connection that lets Kysely's PostgreSQL dialect use PGlite. */
import type { PGlite } from '@electric-sql/pglite';
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';

export class PGlitePool implements PostgresPool {
  readonly #database: PGlite;
  /** Resolves when the connection is free. A transaction holds it exclusively. */
  #free: Promise<void> = Promise.resolve();

  constructor(database: PGlite) {
    this.#database = database;
  }

  async connect(): Promise<PostgresPoolClient> {
    const before = this.#free;
    let release = (): void => undefined;
    this.#free = new Promise((resolve) => (release = resolve));
    await before;
    return {
      query: (query: unknown, parameters?: readonly unknown[]) => this.#query(query, parameters),
      release,
    } as PostgresPoolClient;
  }

  async end(): Promise<void> {
    await this.#free;
    await this.#database.close();
  }

  async #query(query: unknown, parameters: readonly unknown[] = []): Promise<PostgresQueryResult<unknown>> {
    if (typeof query !== 'string') throw new TypeError('PGlite does not support cursors.');
    const { rows, affectedRows = 0 } = await this.#database.query(query, [...parameters]).catch(withoutValues);
    // Kysely decides by the command name whether `rowCount` is the number of affected rows.
    const [command = ''] = /^\s*\w+/.exec(query) ?? [];
    return {
      command: command.trim().toUpperCase() as PostgresQueryResult<unknown>['command'],
      rowCount: affectedRows,
      rows,
    };
  }
}

/** Unlike those of PostgreSQL, errors of PGlite have the values of the statement, which may be secrets. They would reach the log. */
function withoutValues(error: unknown): never {
  if (error instanceof Error) Reflect.deleteProperty(error, 'params');
  throw error;
}
