/** Sign-in without a password, by choosing one of the demo's people. */
import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Signer } from '../database/signer.js';
import type { OriginTest } from '../http/origins.js';
import { Problem } from '../http/problem.js';
import { findPerson, people, type Person } from '../people.js';
import type { Authenticator } from './authenticator.js';
import type { Sessions } from './sessions.js';
import { signInPage } from './sign-in-page.js';

const formCookie = 'sign-in';

export interface SignIn {
  readonly sessions: Sessions;
  readonly authenticator: Authenticator;
  readonly signer: Signer;
  readonly isKnownOrigin: OriginTest;
}

type Return = Readonly<{ Querystring: { return?: string } }>;

export function addSignIn(app: FastifyInstance, { sessions, authenticator, signer, isKnownOrigin }: SignIn): void {
  const path = `${app.prefix}/sign-in`;

  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, new URLSearchParams(String(body))),
  );

  app.get<Return>('/sign-in', { schema: { querystring: returnSchema } }, async (request, reply) => {
    const { [formCookie]: sent } = request.cookies;
    const nonce = sent ?? randomBytes(16).toString('base64url');
    const secure = request.protocol === 'https';
    void reply.setCookie(formCookie, nonce, { path, httpOnly: true, sameSite: 'strict', secure });
    const returnUrl = safeReturnUrl(request.query.return, request, isKnownOrigin);
    return reply
      .type('text/html; charset=utf-8')
      .send(signInPage({ people, action: path, returnUrl, token: signer.sign('sign-in', nonce) }));
  });

  app.post('/sign-in', async (request, reply) => {
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const nonce = request.cookies[formCookie] ?? '';
    if (nonce === '' || !signer.verify(form.get('token') ?? '', 'sign-in', nonce))
      throw new Problem('forbidden', 'This form has expired. Reload the page and try again.');
    authenticator.startSession(request, reply, await sessions.create(requirePerson(form.get('person'))));
    return reply.redirect(safeReturnUrl(form.get('return') ?? undefined, request, isKnownOrigin), 303);
  });
}

const returnSchema = { type: 'object', properties: { return: { type: 'string', maxLength: 4000 } } };

export function requirePerson(id: string | null): Person {
  const person = findPerson(id ?? '');
  if (!person)
    throw new Problem('invalid', `There is no such person. Choose one of: ${people.map((one) => one.id).join(', ')}.`);
  return person;
}

/** The URL to return to, if it is on this site or an allowed origin; otherwise `/`, which prevents open redirects. */
function safeReturnUrl(wanted: string | undefined, request: FastifyRequest, isKnownOrigin: OriginTest): string {
  const here = `${request.protocol}://${request.host}`;
  if (wanted === undefined || !URL.canParse(wanted, here)) return '/';
  const { href, origin, protocol } = new URL(wanted, here);
  return /^https?:$/.test(protocol) && isKnownOrigin(origin, request) ? href : '/';
}
