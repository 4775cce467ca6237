/** Sign-in without a password, by choosing one of the demo's people. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Signer } from '../database/signer.js';
import type { Cookies, PublicOrigin } from '../identity/cookies.js';
import type { OriginTest } from '../identity/origins.js';
import {
  type DemoPerson,
  findPerson,
  people,
  sessionCookie,
  sessionDays,
  type Sessions,
} from '../identity/sessions.js';
import { Problem } from '../rules/problem.js';

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

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

export interface SignInPage {
  readonly people: readonly DemoPerson[];
  /** URL that the form posts to. Below it is the style sheet. */
  readonly action: string;
  /** URL to return to. */
  readonly returnUrl: string;
  /** CSRF token. */
  readonly token: string;
}

export function signInPage({ people, action, returnUrl, token }: SignInPage): string {
  const buttons = people.map(
    ({ id, role, author }) =>
      `<li><button class="control" name="person" value="${escape(id)}">${escape(author.name)}<span>, ${escape(role)}</span></button></li>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in</title>
<link rel="stylesheet" href="${escape(action)}/style.css">
<main>
<h1>Sign in as</h1>
<p>This is a demo, so there are no passwords.</p>
<form method="post" action="${escape(action)}">
<input type="hidden" name="return" value="${escape(returnUrl)}">
<input type="hidden" name="token" value="${escape(token)}">
<ul>
${buttons.join('\n')}
</ul>
</form>
<p><a href="${escape(returnUrl)}">Back without signing in</a></p>
</main>
</html>
`;
}
