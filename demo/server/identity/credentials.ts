import type { FastifyRequest } from 'fastify';

export const sessionCookie = 'session';
export const guestCookie = 'guest';
/** Names the account that last wrote in a browser, so that a ban of the account covers guest comments from there. */
export const accountCookie = 'account';

type Request = Pick<FastifyRequest, 'cookies' | 'headers'>;

/** Finds the credentials of requests. */
export class Credentials {
  readonly #cookie: string | undefined;

  /** `cookie`: name of the cookie with the token of a person; undefined if there is none. */
  constructor(cookie: string | undefined) {
    this.#cookie = cookie;
  }

  /** The token of an `Authorization: Bearer` header; empty if there is another such header. */
  bearerToken({ headers }: Request): string | undefined {
    if (headers.authorization === undefined) return undefined;
    return /^Bearer +([\w.~+/-]+=*) *$/i.exec(headers.authorization)?.[1] ?? '';
  }

  /** The token in the cookie. */
  cookieToken({ cookies }: Request): string | undefined {
    return this.#cookie === undefined ? undefined : cookies[this.#cookie];
  }

  guestToken({ cookies }: Request): string | undefined {
    return cookies[guestCookie];
  }

  /** Whether the request has a cookie that counts. Browsers also send them with requests that other sites cause. */
  hasCookie(request: Request): boolean {
    return (
      this.cookieToken(request) !== undefined ||
      this.guestToken(request) !== undefined ||
      request.cookies[accountCookie] !== undefined
    );
  }

  /** Whether the request has no credentials, so that its response is the same for everyone. */
  isAnonymous(request: Request): boolean {
    return request.headers.authorization === undefined && !this.hasCookie(request);
  }
}
