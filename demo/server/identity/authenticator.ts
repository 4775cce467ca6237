import type { FastifyReply, FastifyRequest } from 'fastify';
import { sha256, type Signer } from '../database/signer.js';
import { Problem } from '../http/problem.js';
import { anonymous, type Caller } from './caller.js';
import { bearerToken, guestCookie, sessionCookie } from './credentials.js';
import { sessionDays, type Sessions } from './sessions.js';

/** Lifetime of the guest cookie in days. */
const guestDays = 365;

/** Identifies callers by token or cookie, and sets the cookies. */
export class Authenticator {
  readonly #sessions: Sessions;
  readonly #signer: Signer;

  constructor(sessions: Sessions, signer: Signer) {
    this.#sessions = sessions;
    this.#signer = signer;
  }

  /** Rejects an expired session, except for reading with an expired cookie, which continues anonymously. */
  async authenticate(request: FastifyRequest, reply: FastifyReply): Promise<Caller> {
    const { [sessionCookie]: cookie, [guestCookie]: guest } = request.cookies;
    const token = request.headers.authorization === undefined ? cookie : (bearerToken(request) ?? '');
    if (token === undefined) return guest === undefined ? anonymous : { identity: guestIdentity(guest) };
    const person = await this.#sessions.find(token);
    if (person) return { identity: `person:${person.id}`, person };
    if (token === cookie) void reply.clearCookie(sessionCookie, { path: '/' });
    if (token === cookie && request.method === 'GET') return anonymous;
    throw new Problem('session-expired', 'Your session has expired. Please sign in again.');
  }

  /**
   * Gives a guest who posts for the first time an identity, kept in a cookie. It is derived from the idempotency key, so
   * that a retry after a lost response comes from the same guest.
   */
  ensureIdentity(
    caller: Caller,
    idempotencyKey: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Caller & { readonly identity: string } {
    const { identity } = caller;
    if (identity !== undefined) return { ...caller, identity };
    const token = this.#signer.sign('guest', idempotencyKey);
    setCookie(request, reply, guestCookie, token, guestDays);
    return { identity: guestIdentity(token) };
  }

  startSession(request: FastifyRequest, reply: FastifyReply, token: string): void {
    setCookie(request, reply, sessionCookie, token, sessionDays);
  }

  /** Ends the session of the request. */
  async endSession(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const token = bearerToken(request) ?? request.cookies[sessionCookie];
    if (token !== undefined) await this.#sessions.delete(token);
    void reply.clearCookie(sessionCookie, { path: '/' });
  }
}

/** A hash, so that the database holds no usable tokens. */
const guestIdentity = (token: string): string => `guest:${sha256(token)}`;

function setCookie(request: FastifyRequest, reply: FastifyReply, name: string, value: string, days: number): void {
  const secure = request.protocol === 'https';
  void reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: days * 86_400 });
}
