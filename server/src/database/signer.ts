import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.js';

/** SHA-256 as base64url. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Whether a text has the form of a signature: SHA-256 as base64url. */
export const isSignature = (text: string): boolean => /^[\w-]{43}$/.test(text);

/** Signs texts with HMAC-SHA-256. A signature is valid for one purpose only. */
export class Signer {
  readonly #key: string;

  constructor(key: string) {
    this.#key = key;
  }

  sign(purpose: string, ...parts: readonly string[]): string {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify([purpose, ...parts]))
      .digest('base64url');
  }

  verify(signature: string, purpose: string, ...parts: readonly string[]): boolean {
    const expected = Buffer.from(this.sign(purpose, ...parts));
    const given = Buffer.from(signature);
    return expected.length === given.length && timingSafeEqual(expected, given);
  }
}

/**
 * A signer with the key that all instances share: the configured one, or one that the first instance stores.
 *
 * @param site Id of the site; empty for the only one of a server. What is signed for a site is not valid for another.
 */
export async function loadSigner(
  database: Kysely<Tables>,
  configured: string | undefined,
  site: string,
): Promise<Signer> {
  if (configured !== undefined) return new Signer(site === '' ? configured : new Signer(configured).sign('site', site));
  await database
    .insertInto('secrets')
    .values({ name: 'signing', value: randomBytes(32).toString('base64url') })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const { value } = await database
    .selectFrom('secrets')
    .select('value')
    .where('name', '=', 'signing')
    .executeTakeFirstOrThrow();
  return new Signer(value);
}
