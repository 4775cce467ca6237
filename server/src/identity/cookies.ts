import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Signer } from '../database/signer.js';
import type { ServerConfig } from '../rules/config.js';

/** A cookie by its name without a prefix. */
export interface CookieKey {
  readonly name: string;
  /** Default: that of the site. */
  readonly path?: string;
}

export interface NewCookie extends CookieKey {
  readonly value: string;
  /** Default `lax`. */
  readonly sameSite?: 'lax' | 'strict';
  /** In seconds. Default: until the browser is closed. */
  readonly maxAge?: number;
}

export interface CookiesOptions {
  readonly originOf: PublicOrigin;
  /** Of the site. Browsers do not send its cookies to others. */
  readonly path: string;
  readonly signer: Signer;
}

/** How many different values of one cookie are verified, which costs time. A browser sends one. */
const maxValues = 8;

/**
 * Cookies that no script can read and, where browsers use HTTPS, that never travel without it. Their names then have the prefix that
 * makes browsers refuse them from anyone but a server with HTTPS and, for `__Host-`, from any other host of the domain.
 */
export class Cookies {
  readonly #options: CookiesOptions;

  constructor(options: CookiesOptions) {
    this.#options = options;
  }

  /** The name that a browser knows. `__Host-` requires the path `/`. */
  #nameOf(request: FastifyRequest, { name, path = this.#options.path }: CookieKey): string {
    if (!this.#isSecure(request)) return name;
    return path === '/' ? `__Host-${name}` : `__Secure-${name}`;
  }

  /** A proxy that ends TLS may not say so to this server. The configured origin does. */
  #isSecure(request: FastifyRequest): boolean {
    return this.#options.originOf(request).startsWith('https:');
  }

  get(request: FastifyRequest, key: CookieKey): string | undefined {
    return request.cookies[this.#nameOf(request, key)];
  }

  /**
   * The value of a cookie that this server has signed. Undefined if there is none, and if there are several with different values: a
   * browser sends a second one only if somebody else has set it, and the order does not tell which one.
   */
  getSigned(request: FastifyRequest, key: CookieKey): string | undefined {
    const start = `${this.#nameOf(request, key)}=`;
    const sent = new Set(
      (request.headers.cookie ?? '')
        .split(';')
        .map((pair) => pair.replace(/^[ \t]+|[ \t]+$/g, ''))
        .filter((pair) => pair.startsWith(start)),
    );
    if (sent.size > maxValues) return undefined;
    const values = new Set([...sent].flatMap((pair) => this.#verified(key.name, pair.slice(start.length)) ?? []));
    const [value] = values;
    return values.size === 1 ? value : undefined;
  }

  #verified(name: string, sent: string): string | undefined {
    const [, value = '', signature = ''] = /^([\w-]+)\.([\w-]+)$/.exec(sent) ?? [];
    return this.#options.signer.verify(signature, 'cookie', name, value) ? value : undefined;
  }

  set(request: FastifyRequest, reply: FastifyReply, { value, maxAge, sameSite = 'lax', ...key }: NewCookie): void {
    void reply.setCookie(this.#nameOf(request, key), value, {
      path: key.path ?? this.#options.path,
      httpOnly: true,
      sameSite,
      secure: this.#isSecure(request),
      ...(maxAge !== undefined && { maxAge }),
    });
  }

  /** Sets a cookie for `getSigned`. `value`: base64url. */
  setSigned(request: FastifyRequest, reply: FastifyReply, cookie: NewCookie): void {
    const { name, value } = cookie;
    this.set(request, reply, { ...cookie, value: `${value}.${this.#options.signer.sign('cookie', name, value)}` });
  }

  clear(request: FastifyRequest, reply: FastifyReply, key: CookieKey): void {
    // Without `Secure`, browsers refuse a cookie with a prefix, also one that deletes another.
    void reply.clearCookie(this.#nameOf(request, key), {
      path: key.path ?? this.#options.path,
      secure: this.#isSecure(request),
    });
  }
}

/** The origin at which browsers reach this server: as configured, or else as the request says. */
export type PublicOrigin = (request: Pick<FastifyRequest, 'protocol' | 'host'>) => string;

export const createPublicOrigin =
  ({ publicUrl }: Pick<ServerConfig, 'publicUrl'>): PublicOrigin =>
  ({ protocol, host }) =>
    publicUrl ?? `${protocol}://${host}`;
