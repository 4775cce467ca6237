/** Sign-in without a password, by choosing one of the demo's people. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Signer } from '../database/signer.js';
import type { Cookies } from '../http/cookies.js';
import type { OriginTest } from '../http/origins.js';
import { Problem } from '../http/problem.js';
import type { PublicOrigin } from '../http/public-origin.js';
import { findPerson, people, type DemoPerson } from '../people.js';
import { sessionCookie, sessionDays, type Sessions } from './sessions.js';
import { signInPage } from './sign-in-page.js';

const policy = "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'";

export interface SignIn {
  readonly sessions: Sessions;
  readonly signer: Signer;
  readonly cookies: Cookies;
  readonly originOf: PublicOrigin;
  readonly isKnownOrigin: OriginTest;
}

type Return = Readonly<{ Querystring: { return?: string } }>;

export function addSignIn(app: FastifyInstance, { sessions, signer, cookies, originOf, isKnownOrigin }: SignIn): void {
  const path = `${app.prefix}/sign-in`;
  const formCookie = { name: 'sign-in', path };

  /** The URL to return to, if it is on this site or an allowed origin; otherwise `/`, which prevents open redirects. */
  const safeReturnUrl = (wanted: string | undefined, request: FastifyRequest): string => {
    const here = originOf(request);
    if (wanted === undefined || !URL.canParse(wanted, here)) return '/';
    const { href, origin, protocol } = new URL(wanted, here);
    return /^https?:$/.test(protocol) && isKnownOrigin(origin, request) ? href : '/';
  };

  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, new URLSearchParams(String(body))),
  );

  const style = [join(import.meta.dirname, '..', 'http', 'base.css'), join(import.meta.dirname, 'sign-in.css')]
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  app.get('/sign-in/style.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(style));

  app.get<Return>('/sign-in', { schema: { querystring: returnSchema } }, async (request, reply) => {
    const nonce = cookies.get(request, formCookie) ?? randomBytes(16).toString('base64url');
    cookies.set(request, reply, { ...formCookie, value: nonce, sameSite: 'strict' });
    const returnUrl = safeReturnUrl(request.query.return, request);
    return reply
      .header('content-security-policy', policy)
      .type('text/html; charset=utf-8')
      .send(signInPage({ people, action: path, returnUrl, token: signer.sign('sign-in', nonce) }));
  });

  app.post('/sign-in', async (request, reply) => {
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const nonce = cookies.get(request, formCookie) ?? '';
    if (nonce === '' || !signer.verify(form.get('token') ?? '', 'sign-in', nonce))
      throw new Problem('forbidden', 'This form has expired. Reload the page and try again.');
    const token = await sessions.create(requirePerson(form.get('person')));
    cookies.set(request, reply, { name: sessionCookie.name, value: token, maxAge: sessionDays * 86_400 });
    return reply.redirect(safeReturnUrl(form.get('return') ?? undefined, request), 303);
  });
}

const returnSchema = { type: 'object', properties: { return: { type: 'string', maxLength: 4000 } } };

export function requirePerson(id: string | null): DemoPerson {
  const person = findPerson(id ?? '');
  if (!person)
    throw new Problem('invalid', `There is no such person. Choose one of: ${people.map((one) => one.id).join(', ')}.`);
  return person;
}
