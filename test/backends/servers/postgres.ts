import { findPostgres, startPostgres as startServer } from '../../support/postgres.mjs';
import { Unavailable } from './unavailable.js';

/** Starts a temporary PostgreSQL from the Debian package. `stop` deletes it. */
export async function startPostgres(): ReturnType<typeof startServer> {
  if (findPostgres() === undefined)
    throw new Unavailable('PostgreSQL is missing: install the Debian package postgresql.');
  return startServer();
}
