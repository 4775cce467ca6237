import type { FastifyRequest } from 'fastify';
import { Problem } from '../rules/problem.js';
import type { Person } from './caller.js';
import type { Cookies } from './cookies.js';

/** Lifetime in days of the cookie of guests who want to be remembered. */
export const guestDays = 365;

/** The secret of a guest. */
export const guestCookie = { name: 'guest' };
/** Names the account that last wrote in a browser, so that a ban of the account covers guest comments from there. */
export const accountCookie = { name: 'account' };

/** Finds the credentials of requests. */
export class Credentials {
  readonly #cookies: Cookies;
  readonly #tokenCookie: TokenCookie | undefined;

  /** `tokenCookie`: with the token of a person; undefined if there is none. */
  constructor(cookies: Cookies, tokenCookie: TokenCookie | undefined) {
    this.#cookies = cookies;
    this.#tokenCookie = tokenCookie;
  }

  /** The token of an `Authorization: Bearer` header; empty if there is another such header. */
  bearerToken({ headers }: FastifyRequest): string | undefined {
    if (headers.authorization === undefined) return undefined;
    return /^Bearer +([\w.~+/-]+=*) *$/i.exec(headers.authorization)?.[1] ?? '';
  }

  /** The token in the cookie. */
  cookieToken(request: FastifyRequest): string | undefined {
    if (!this.#tokenCookie) return undefined;
    const { name, isOwn } = this.#tokenCookie;
    return isOwn ? this.#cookies.get(request, { name }) : request.cookies[name];
  }

  /** The secret of a guest, if this server has issued it. */
  guestSecret(request: FastifyRequest): string | undefined {
    return this.#cookies.getSigned(request, guestCookie);
  }

  /** Id of the account that last wrote in this browser. */
  accountOfBrowser(request: FastifyRequest): string | undefined {
    const account = this.#cookies.getSigned(request, accountCookie);
    return account === undefined ? undefined : Buffer.from(account, 'base64url').toString();
  }

  /** Whether the request has a cookie that counts. Browsers also send them with requests that other sites cause. */
  hasCookie(request: FastifyRequest): boolean {
    return (
      this.cookieToken(request) !== undefined ||
      this.guestSecret(request) !== undefined ||
      this.accountOfBrowser(request) !== undefined
    );
  }

  /** Whether the request has no credentials, so that its response is the same for everyone. */
  isAnonymous(request: FastifyRequest): boolean {
    return request.headers.authorization === undefined && !this.hasCookie(request);
  }
}

/** A cookie that carries the token in browsers. */
export interface TokenCookie {
  readonly name: string;
  /** Whether this server sets it, with the prefix that fits. Otherwise the publisher does, with exactly this name. */
  readonly isOwn: boolean;
}

/** Knows whose token a request carries. */
export interface IdentitySource {
  /** Absent: tokens come in the header `Authorization` only. */
  readonly cookie?: TokenCookie;
  /** The person. Throws `session-expired` for a token that does not count. */
  find(token: string): Promise<Person>;
  /** Ends a token before it expires. Absent where only the publisher can. */
  end?(token: string): Promise<void>;
}

/** `code` says why the token does not count, for developers. */
export const sessionExpired = (code?: string): Problem =>
  new Problem('session-expired', 'Your session has expired. Please sign in again.', code === undefined ? {} : { code });

/** For a server at which nobody can sign in. */
export const noIdentities: IdentitySource = {
  find: async () => {
    throw sessionExpired('no-sign-in');
  },
};
