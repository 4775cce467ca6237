import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.js';

/** SHA-256 in a form that fits addresses and columns. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Signs texts. What is signed for one purpose is worth nothing for another. */
export class Secret {
  readonly #key: string;

  constructor(key: string) {
    this.#key = key;
  }

  sign(purpose: string, ...parts: readonly string[]): string {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify([purpose, ...parts]))
      .digest('base64url');
  }

  isSigned(signature: string, purpose: string, ...parts: readonly string[]): boolean {
    const expected = Buffer.from(this.sign(purpose, ...parts));
    const given = Buffer.from(signature);
    return expected.length === given.length && timingSafeEqual(expected, given);
  }
}

/** The secret that all instances share: the configured one, or the one that the first of them put into the database. */
export async function loadSecret(database: Kysely<Tables>, configured: string | undefined): Promise<Secret> {
  if (configured !== undefined) return new Secret(configured);
  await database
    .insertInto('secrets')
    .values({ name: 'signing', value: randomBytes(32).toString('base64url') })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const { value } = await database.selectFrom('secrets').select('value').where('name', '=', 'signing').executeTakeFirstOrThrow();
  return new Secret(value);
}
