import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PublicOrigin } from './public-origin.js';

export interface NewCookie {
  readonly name: string;
  readonly value: string;
  /** Default `/`. */
  readonly path?: string;
  /** Default `lax`. */
  readonly sameSite?: 'lax' | 'strict';
  /** In seconds. Default: until the browser is closed. */
  readonly maxAge?: number;
}

/** Sets cookies that no script can read and, where browsers use HTTPS, that never travel without it. */
export class Cookies {
  readonly #originOf: PublicOrigin;

  constructor(originOf: PublicOrigin) {
    this.#originOf = originOf;
  }

  set(
    request: FastifyRequest,
    reply: FastifyReply,
    { name, value, path = '/', sameSite = 'lax', maxAge }: NewCookie,
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
}
