/** Lets Kysely's dialect for PostgreSQL speak to PGlite: a pool of one connection. */
import type { PGlite } from '@electric-sql/pglite';
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';

export class PGlitePool implements PostgresPool {
  readonly #database: PGlite;
  /** Settles when the connection is free again: a transaction has it for itself. */
  #free: Promise<void> = Promise.resolve();

  constructor(database: PGlite) {
    this.#database = database;
  }

  async connect(): Promise<PostgresPoolClient> {
    const before = this.#free;
    let release = (): void => undefined;
    this.#free = new Promise((resolve) => (release = resolve));
    await before;
    return { query: (query: unknown, parameters?: readonly unknown[]) => this.#query(query, parameters), release } as PostgresPoolClient;
  }

  async end(): Promise<void> {
    await this.#free;
    await this.#database.close();
  }

  async #query(query: unknown, parameters: readonly unknown[] = []): Promise<PostgresQueryResult<unknown>> {
    if (typeof query !== 'string') throw new TypeError('PGlite has no cursors.');
    const { rows, affectedRows = 0 } = await this.#database.query(query, [...parameters]);
    // Kysely reads the number of rows that a statement wrote from the name of the command.
    const [command = ''] = /^\s*\w+/.exec(query) ?? [];
    return { command: command.trim().toUpperCase() as PostgresQueryResult<unknown>['command'], rowCount: affectedRows, rows };
  }
}
