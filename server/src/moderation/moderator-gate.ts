import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requireModerator } from '../identity/access.js';
import type { Authenticator } from '../identity/authenticator.js';
import type { Caller } from '../identity/caller.js';
import type { OriginTest } from '../identity/origins.js';
import { markup } from '../notices/markup.js';
import { toProblem } from '../operations/error-responses.js';
import { Problem } from '../rules/problem.js';
import { messagePage } from './page-frame.js';
import { pageWords } from './page-words.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Set on routes of the moderation pages that anyone may request. */
    isPublic?: boolean;
  }
}

export interface GateOptions {
  readonly authenticator: Authenticator;
  /** URL of the sign-in page, with `{return}` for the URL to return to. Undefined: the server knows none. */
  readonly signInPage: string | undefined;
  /** What the settings lack for moderators to sign in, with the remedy. Undefined: nothing. */
  readonly missingSetting: string | undefined;
  /** The server's own origin, as browsers know it. */
  readonly originOf: (request: FastifyRequest) => string;
  /** Whether an origin is the server's own. */
  readonly isOwnOrigin: OriginTest;
  /** Path of the site, which may share the origin with others. Empty for the only one. */
  readonly sitePath: string;
}

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; " +
  "base-uri 'none'";

/**
 * Whether a form is from a page below a path. Pages of other sites may share the origin. A form cannot hide its page: with
 * `no-referrer`, its origin is "null". Browsers of people who hide it everywhere send no `Referer`.
 */
const isOnPath = (referer: string | undefined, path: string): boolean =>
  referer === undefined || (URL.canParse(referer) && new URL(referer).pathname.startsWith(`${path}/`));

/** Lets moderators in, sends everyone else to the sign-in page or away, and keeps other sites out. */
export class ModeratorGate {
  readonly #options: GateOptions;
  readonly #moderators = new WeakMap<FastifyRequest, Caller>();

  constructor(options: GateOptions) {
    this.#options = options;
  }

  /** Guards all routes of the app. Whoever is not a moderator gets the same response at every address. */
  guard(app: FastifyInstance): void {
    const { authenticator, isOwnOrigin, sitePath } = this.#options;
    app.addHook('onRequest', async (request, reply) => {
      void reply.header('content-security-policy', policy);
      // Pages of other origins may use the API, but not read these pages.
      void reply.removeHeader('access-control-allow-origin').header('cross-origin-resource-policy', 'same-origin');
      if (request.routeOptions.config.isPublic) return;
      const { method, headers } = request;
      if (
        method === 'POST' &&
        (headers.origin === undefined || !isOwnOrigin(headers.origin, request) || !isOnPath(headers.referer, sitePath))
      )
        throw new Problem('forbidden', 'This form was not sent from the moderation pages. Open them and try again.');
      const caller = await authenticator.authenticate(request, reply);
      requireModerator(caller);
      this.#moderators.set(request, caller);
    });
    app.setErrorHandler((error: FastifyError, request, reply) => this.#refuse(app.prefix, error, request, reply));
  }

  moderatorOf(request: FastifyRequest): Caller {
    const moderator = this.#moderators.get(request);
    if (!moderator) throw new Error('The request has not passed the gate.');
    return moderator;
  }

  async #refuse(
    path: string,
    error: FastifyError,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const problem = toProblem(error, request);
    const { kind, status, info } = problem;
    const signIn = this.#signInUrl(request, path);
    const isSignedOut = kind === 'sign-in-required' || kind === 'session-expired';
    if (isSignedOut && signIn !== undefined) return reply.redirect(signIn, 303);
    const detail = (isSignedOut && this.#options.missingSetting) || problem.detail;
    if (info.retryAfter !== undefined) void reply.header('retry-after', String(Math.ceil(info.retryAfter)));
    const words = await pageWords(request.headers['accept-language']);
    const isReader = kind === 'forbidden' && request.method === 'GET';
    const link =
      isReader && signIn !== undefined
        ? markup`<a href="${signIn}">${words.own.otherAccount}</a>`
        : markup`<a href="${path}">${words.own.held}</a>`;
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .send(messagePage(path, words, { title: problem.title, text: detail, link }));
  }

  /** The sign-in page leads back to the page that was requested or, after a form, to the first one. */
  #signInUrl(request: FastifyRequest, path: string): string | undefined {
    const { signInPage, originOf } = this.#options;
    const back = `${originOf(request)}${request.method === 'GET' ? request.url : path}`;
    return signInPage?.replace('{return}', encodeURIComponent(back));
  }
}
