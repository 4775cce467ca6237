import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { sha256 } from '../database/signer.js';
import type { Tables } from '../database/tables.js';
import type { Person } from './caller.js';
import { type IdentitySource, sessionExpired } from './credentials.js';

export const sessionCookie = { name: 'session', isOwn: true };

/** Lifetime of a session in days. */
export const sessionDays = 14;

/**
 * Sessions of the demo's people by random token, shared by all instances. The database holds hashes only, so that a leak
 * exposes no session.
 */
export class Sessions implements IdentitySource {
  readonly cookie = sessionCookie;
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

  async find(token: string): Promise<Person> {
    const session = await this.#database
      .selectFrom('sessions')
      .select('person')
      .where('token_hash', '=', sha256(token))
      .where('expires_at', '>', this.#now())
      .executeTakeFirst();
    const person = session && findPerson(session.person);
    if (!person) throw sessionExpired();
    return person;
  }

  async end(token: string): Promise<void> {
    await this.#database.deleteFrom('sessions').where('token_hash', '=', sha256(token)).execute();
  }
}

export interface DemoPerson extends Person {
  /** Description on the sign-in page. */
  readonly role: string;
}

export const people: readonly DemoPerson[] = [
  { id: 'reader', role: 'a reader', author: { id: 'ada', name: 'Ada Okafor' }, isModerator: false },
  {
    id: 'author',
    role: 'author of the article',
    author: { id: 'ines', name: 'Ines Marlow', badges: ['author'] },
    isModerator: false,
  },
  {
    id: 'moderator',
    role: 'a moderator',
    author: { id: 'maren', name: 'Maren Voss', badges: ['moderator'] },
    isModerator: true,
  },
  {
    id: 'banned',
    role: 'a banned reader',
    author: { id: 'bruno', name: 'Bruno Keller' },
    isModerator: false,
    refusal: {
      reason: 'banned',
      message: 'Your account may not post comments.',
      href: 'https://gazette.example/appeal',
    },
  },
];

export const findPerson = (id: string): DemoPerson | undefined => people.find((person) => person.id === id);
