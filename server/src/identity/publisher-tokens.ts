import { type Badge, normalizeLine } from 'article-comments/rules.js';
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { Data, Log } from '../database/data.js';
import type { JwtConfig } from '../rules/config.js';
import { Problem } from '../rules/problem.js';
import { isMalformed } from '../rules/valid-text.js';
import type { Person } from './caller.js';
import { type IdentitySource, sessionExpired, type TokenCookie } from './credentials.js';

/** Badges that a publisher may give. The server itself marks guests. */
const knownBadges: readonly Badge[] = ['author', 'moderator', 'staff', 'verified'];

/** Maximum lengths of the claims, in UTF-16 code units. */
const maxLength = { id: 200, name: 200 };

/** Seconds by which the publisher's clock may differ. */
const clockTolerance = 5;

/**
 * Only asymmetric signatures with public keys, so that nobody can use a public key as the secret of an HMAC, and `none` is never
 * accepted.
 */
const publicKeyAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/** Verifies JSON Web Tokens that the publisher has signed. Nothing is stored: a token is valid until it expires. */
export class PublisherTokens implements IdentitySource {
  readonly cookie?: TokenCookie;
  readonly #getKey: JWTVerifyGetKey;
  readonly #algorithms: string[];
  readonly #expected: Pick<JwtConfig, 'issuer' | 'audience'>;
  readonly #now: Data['now'];
  readonly #log: Log;

  constructor({ key, issuer, audience, cookie }: JwtConfig, { now, log }: Pick<Data, 'now' | 'log'>) {
    if (cookie !== undefined) this.cookie = { name: cookie, isOwn: false };
    if ('secret' in key) {
      const secret = new TextEncoder().encode(key.secret);
      this.#getKey = async () => secret;
      this.#algorithms = ['HS256'];
    } else {
      // Fetches the keys when they are first needed, and again for a token with an unknown key, at most every 30 seconds.
      this.#getKey = createRemoteJWKSet(new URL(key.jwksUrl));
      this.#algorithms = publicKeyAlgorithms;
    }
    this.#expected = { ...(issuer && { issuer }), ...(audience && { audience }) };
    this.#now = now;
    this.#log = log;
  }

  /** Throws `session-expired` with the reason as `code`, or `unavailable` if the publisher's keys cannot be fetched. */
  async find(token: string): Promise<Person> {
    return personOf(await this.#verify(token));
  }

  async #verify(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, this.#getKey, {
        ...this.#expected,
        algorithms: this.#algorithms,
        requiredClaims: ['exp'],
        clockTolerance,
        currentDate: this.#now(),
      });
      return payload;
    } catch (err) {
      const reason = reasonOf(err);
      if (reason !== undefined) throw sessionExpired(reason);
      this.#log.error({ err }, 'Failed to verify a token.');
      throw new Problem('unavailable', 'We cannot check who you are at the moment. Please try again later.', {
        stored: 'no',
        code: 'token-keys',
      });
    }
  }
}

/** What is wrong with a token; undefined if the cause is something else, such as unreachable keys. */
function reasonOf(error: unknown): string | undefined {
  if (error instanceof errors.JWTExpired) return 'token-expired';
  if (error instanceof errors.JWTClaimValidationFailed) return `token-claim-${error.claim}`;
  const isInvalid =
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JOSEAlgNotAllowed ||
    error instanceof errors.JOSENotSupported ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys;
  return isInvalid ? 'token-invalid' : undefined;
}

/** The person in the claims `id`, `name`, `badges`, `moderator` and `reads`. */
function personOf({ id, name, badges = [], moderator = false, reads = [] }: JWTPayload): Person {
  if (typeof id !== 'string' || id === '' || id.length > maxLength.id || isMalformed(id))
    throw sessionExpired('token-claim-id');
  if (typeof name !== 'string' || name.length > maxLength.name || isMalformed(name) || normalizeLine(name) === '')
    throw sessionExpired('token-claim-name');
  if (!Array.isArray(badges) || !badges.every(isKnownBadge)) throw sessionExpired('token-claim-badges');
  // Not "truthy": the text "false" must not make a moderator.
  if (typeof moderator !== 'boolean') throw sessionExpired('token-claim-moderator');
  if (!Array.isArray(reads) || !reads.every((key) => typeof key === 'string'))
    throw sessionExpired('token-claim-reads');
  const author = { id, name: normalizeLine(name), ...(badges.length > 0 && { badges }) };
  return { id, author, isModerator: moderator, reads };
}

const isKnownBadge = (badge: unknown): badge is Badge => knownBadges.some((known) => known === badge);
