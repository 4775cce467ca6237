import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Data } from '../database/data.js';
import { sha256 } from '../database/signer.js';
import { addressBlock } from '../rules/address-block.js';
import type { HouseRules } from '../rules/house-rules.js';
import { Problem } from '../rules/problem.js';
import { anonymous, type Caller, isModerator, type Writer } from './caller.js';
import type { Cookies } from './cookies.js';
import { accountCookie, type Credentials, guestCookie, guestDays, type IdentitySource } from './credentials.js';
import { noteReturn } from './first-writes.js';
import { noteAddress, withStanding } from './bans-and-warnings.js';

export interface AuthenticatorDependencies {
  readonly store: Pick<Data, 'database' | 'signer' | 'now'> & { readonly rules: HouseRules };
  readonly identities: IdentitySource;
  readonly credentials: Credentials;
  readonly cookies: Cookies;
}

/** Identifies callers by token or cookie. */
export class Authenticator {
  readonly #dependencies: AuthenticatorDependencies;

  constructor(dependencies: AuthenticatorDependencies) {
    this.#dependencies = dependencies;
  }

  /** Rejects an expired session, except for reading with an expired cookie, which continues anonymously. */
  async authenticate(request: FastifyRequest, reply: FastifyReply): Promise<Caller> {
    const { store, credentials } = this.#dependencies;
    const secret = credentials.guestSecret(request);
    if (secret !== undefined) await noteReturn(store.database, guestIdentity(secret));
    const identified = await this.#identify(request, reply);
    const isWrite = request.method !== 'GET' && request.method !== 'HEAD';
    const traces = {
      account: credentials.accountOfBrowser(request),
      // Responses to reads are the same for all anonymous callers, and caches may store them.
      ...(isWrite && { address: this.#addressOf(request) }),
    };
    const caller = await withStanding(store, identified.person ? identified : { ...identified, traces });
    const { person } = caller;
    if (person && !person.isModerator && (isWrite || caller.ban))
      this.#setAccountOfBrowser(caller, person.id, request, reply);
    return caller;
  }

  /** The cookie of a banned account lasts as long as that of a guest, and otherwise until the browser is closed. */
  #setAccountOfBrowser({ ban }: Caller, id: string, request: FastifyRequest, reply: FastifyReply): void {
    const { credentials, cookies } = this.#dependencies;
    if (!ban && credentials.accountOfBrowser(request) === id) return;
    const value = Buffer.from(id).toString('base64url');
    cookies.setSigned(request, reply, { ...accountCookie, value, ...(ban && { maxAge: guestDays * 86_400 }) });
  }

  /** An HMAC: addresses are personal data, and a plain hash of one is easy to reverse. */
  #addressOf({ ip }: FastifyRequest): string {
    return this.#dependencies.store.signer.sign('address', addressBlock(ip));
  }

  /** Stores from which address somebody has written. Their ban then covers the guests there. */
  async noteAddress(writer: Writer, request: FastifyRequest): Promise<void> {
    if (!isModerator(writer)) await noteAddress(this.#dependencies.store, writer.identity, this.#addressOf(request));
  }

  async #identify(request: FastifyRequest, reply: FastifyReply): Promise<Caller> {
    const { credentials } = this.#dependencies;
    const bearer = credentials.bearerToken(request);
    if (bearer !== undefined) return this.#callerOf(bearer);
    const token = credentials.cookieToken(request);
    if (token !== undefined) return this.#callerOfCookie(token, request, reply);
    const secret = credentials.guestSecret(request);
    return secret === undefined ? anonymous : { identity: guestIdentity(secret) };
  }

  async #callerOf(token: string): Promise<Caller> {
    const person = await this.#dependencies.identities.find(token);
    return { identity: `person:${person.id}`, person };
  }

  async #callerOfCookie(token: string, request: FastifyRequest, reply: FastifyReply): Promise<Caller> {
    try {
      return await this.#callerOf(token);
    } catch (error) {
      if (!(error instanceof Problem && error.kind === 'session-expired')) throw error;
      this.#clearCookie(request, reply);
      if (request.method === 'GET') return anonymous;
      throw error;
    }
  }

  /**
   * Gives a guest without a cookie a random secret. It is not derived from anything that the client sends: a client that knows an
   * idempotency key must not become its sender.
   */
  writer(caller: Caller): Writer {
    const { identity } = caller;
    if (identity !== undefined) return { ...caller, identity };
    const newSecret = randomBytes(32).toString('base64url');
    return { ...caller, identity: guestIdentity(newSecret), newSecret };
  }

  /**
   * Sets the cookie of a new guest. Called once the write is accepted: a refused request creates no guest. `isWanted`: whether the
   * cookie outlives the browser session.
   */
  remember({ newSecret }: Writer, request: FastifyRequest, reply: FastifyReply, isWanted = false): void {
    if (newSecret === undefined) return;
    const maxAge = isWanted ? guestDays * 86_400 : undefined;
    this.#dependencies.cookies.setSigned(request, reply, {
      ...guestCookie,
      value: newSecret,
      ...(maxAge && { maxAge }),
    });
  }

  /** Whether sessions end here, and not only at the publisher's. */
  get endsSessions(): boolean {
    return this.#dependencies.identities.end !== undefined;
  }

  /** Whether the caller can sign out here. A guest can be forgotten in any case: only their cookie says who they are. */
  canSignOut({ identity, person }: Caller): boolean {
    return this.endsSessions || (identity !== undefined && !person);
  }

  /** Ends the session of the request. Without one, forgets the guest: the secret is then lost. */
  async endSession(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { identities, credentials } = this.#dependencies;
    const token = credentials.bearerToken(request) || credentials.cookieToken(request);
    if (token === undefined) this.#dependencies.cookies.clear(request, reply, guestCookie);
    else await identities.end?.(token);
    this.#clearCookie(request, reply);
  }

  /** Clears the cookie, unless it is the publisher's. */
  #clearCookie(request: FastifyRequest, reply: FastifyReply): void {
    const {
      cookies,
      identities: { cookie },
    } = this.#dependencies;
    if (cookie?.isOwn) cookies.clear(request, reply, { name: cookie.name });
  }
}

/** A hash, so that the database holds no usable tokens. */
const guestIdentity = (secret: string): string => `guest:${sha256(secret)}`;
