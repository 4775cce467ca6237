import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PublicOrigin } from './public-origin.js';

export interface NewCookie {
  readonly name: string;
  readonly value: string;
  /** Default: that of the site. */
  readonly path?: string;
  /** Default `lax`. */
  readonly sameSite?: 'lax' | 'strict';
  /** In seconds. Default: until the browser is closed. */
  readonly maxAge?: number;
}

/** Sets cookies that no script can read and, where browsers use HTTPS, that never travel without it. */
export class Cookies {
  readonly #originOf: PublicOrigin;
  readonly #path: string;

  /** `path`: of the site. Browsers do not send its cookies to others. */
  constructor(originOf: PublicOrigin, path: string) {
    this.#originOf = originOf;
    this.#path = path;
  }

  set(
    request: FastifyRequest,
    reply: FastifyReply,
    { name, value, path = this.#path, sameSite = 'lax', maxAge }: NewCookie,
  ): void {
    // A proxy that ends TLS may not say so to this server. The configured origin does.
    const secure = this.#originOf(request).startsWith('https:');
    void reply.setCookie(name, value, {
      path,
      httpOnly: true,
      sameSite,
      secure,
      ...(maxAge !== undefined && { maxAge }),
    });
  }

  clear(reply: FastifyReply, name: string): void {
    void reply.clearCookie(name, { path: this.#path });
  }
}
