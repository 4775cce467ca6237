import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { sha256 } from '../database/secret.js';
import type { Tables } from '../database/tables.js';
import { findPerson, type Person } from '../people.js';

/** Days for which a sign-in lasts. */
export const sessionDays = 14;

/**
 * Who is signed in, by a random token. The database holds its hash only, so that nobody who reads the database can be
 * somebody else; and it holds it for all instances and over restarts.
 */
export class Sessions {
  readonly #database: Kysely<Tables>;
  readonly #now: () => Date;

  constructor(database: Kysely<Tables>, now: () => Date) {
    this.#database = database;
    this.#now = now;
  }

  /** Answers with the token, which is known to nobody else from here on. */
  async begin(person: Person): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.#now();
    await this.#database.deleteFrom('sessions').where('expires_at', '<', now).execute();
    await this.#database
      .insertInto('sessions')
      .values({ token_hash: sha256(token), person: person.id, expires_at: new Date(now.getTime() + sessionDays * 86_400_000) })
      .execute();
    return token;
  }

  /** The person whose session it is; undefined when it has run out or never was. */
  async find(token: string): Promise<Person | undefined> {
    const session = await this.#database
      .selectFrom('sessions')
      .select('person')
      .where('token_hash', '=', sha256(token))
      .where('expires_at', '>', this.#now())
      .executeTakeFirst();
    return session && findPerson(session.person);
  }

  async end(token: string): Promise<void> {
    await this.#database.deleteFrom('sessions').where('token_hash', '=', sha256(token)).execute();
  }
}
