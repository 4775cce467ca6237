import type { FastifyReply, FastifyRequest } from 'fastify';
import { sha256, type Secret } from '../database/secret.js';
import { Problem } from '../http/problem.js';
import { nobody, type Caller } from './caller.js';
import { bearerToken, guestCookie, sessionCookie } from './credentials.js';
import { sessionDays, type Sessions } from './sessions.js';

/** Days for which a browser keeps a guest's mark. */
const guestDays = 365;

/** Tells who is asking, and gives browsers what they are told by. */
export class Identifier {
  readonly #sessions: Sessions;
  readonly #secret: Secret;

  constructor(sessions: Sessions, secret: Secret) {
    this.#sessions = sessions;
    this.#secret = secret;
  }

  /** Refuses a session that has run out; only a reader whose cookie did goes on as a guest and loses nothing by it. */
  async identify(request: FastifyRequest, reply: FastifyReply): Promise<Caller> {
    const { [sessionCookie]: cookie, [guestCookie]: guest } = request.cookies;
    const token = request.headers.authorization === undefined ? cookie : (bearerToken(request) ?? '');
    if (token === undefined) return guest === undefined ? nobody : { identity: guestIdentity(guest) };
    const person = await this.#sessions.find(token);
    if (person) return { identity: `person:${person.id}`, person };
    if (token === cookie) void reply.clearCookie(sessionCookie, { path: '/' });
    if (token === cookie && request.method === 'GET') return nobody;
    throw new Problem('session-expired', 'Your sign-in has run out. Please sign in again.');
  }

  /**
   * Marks the browser of a guest who writes for the first time. The mark follows from what makes the intent unique, so
   * that a request that is repeated because its answer was lost comes from the same guest again.
   */
  mark(caller: Caller, intent: string, request: FastifyRequest, reply: FastifyReply): Caller & { readonly identity: string } {
    const { identity } = caller;
    if (identity !== undefined) return { ...caller, identity };
    const token = this.#secret.sign('guest', intent);
    setCookie(request, reply, guestCookie, token, guestDays);
    return { identity: guestIdentity(token) };
  }

  begin(request: FastifyRequest, reply: FastifyReply, token: string): void {
    setCookie(request, reply, sessionCookie, token, sessionDays);
  }

  /** Ends the session that the request came with. */
  async end(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const token = bearerToken(request) ?? request.cookies[sessionCookie];
    if (token !== undefined) await this.#sessions.end(token);
    void reply.clearCookie(sessionCookie, { path: '/' });
  }
}

/** The database holds no token that a browser could be given. */
const guestIdentity = (token: string): string => `guest:${sha256(token)}`;

function setCookie(request: FastifyRequest, reply: FastifyReply, name: string, value: string, days: number): void {
  const secure = request.protocol === 'https';
  void reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: days * 86_400 });
}
