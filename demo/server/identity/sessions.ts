import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { sha256 } from '../database/signer.js';
import type { Tables } from '../database/tables.js';
import { findPerson, type Person } from '../people.js';

/** Lifetime of a session in days. */
export const sessionDays = 14;

/** Sessions by random token, shared by all instances. The database holds hashes only, so that a leak exposes no session. */
export class Sessions {
  readonly #database: Kysely<Tables>;
  readonly #now: () => Date;

  constructor(database: Kysely<Tables>, now: () => Date) {
    this.#database = database;
    this.#now = now;
  }

  /** Creates a session and returns its token, which is not stored. */
  async create(person: Person): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.#now();
    await this.#database.deleteFrom('sessions').where('expires_at', '<', now).execute();
    await this.#database
      .insertInto('sessions')
      .values({
        token_hash: sha256(token),
        person: person.id,
        expires_at: new Date(now.getTime() + sessionDays * 86_400_000),
      })
      .execute();
    return token;
  }

  /** The signed-in person; undefined for an expired or unknown token. */
  async find(token: string): Promise<Person | undefined> {
    const session = await this.#database
      .selectFrom('sessions')
      .select('person')
      .where('token_hash', '=', sha256(token))
      .where('expires_at', '>', this.#now())
      .executeTakeFirst();
    return session && findPerson(session.person);
  }

  async delete(token: string): Promise<void> {
    await this.#database.deleteFrom('sessions').where('token_hash', '=', sha256(token)).execute();
  }
}
