/** Signing in without a password, which is what a demo has instead of accounts. */
import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Secret } from '../database/secret.js';
import type { OriginTest } from '../http/origins.js';
import { Problem } from '../http/problem.js';
import { findPerson, people, type Person } from '../people.js';
import type { Identifier } from './identify.js';
import type { Sessions } from './sessions.js';
import { signInPage } from './sign-in-page.js';

const formCookie = 'sign-in';

export interface SignIn {
  readonly sessions: Sessions;
  readonly identifier: Identifier;
  readonly secret: Secret;
  readonly isKnownOrigin: OriginTest;
}

type Return = Readonly<{ Querystring: { return?: string } }>;

export function addSignIn(app: FastifyInstance, { sessions, identifier, secret, isKnownOrigin }: SignIn): void {
  const path = `${app.prefix}/sign-in`;

  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, new URLSearchParams(String(body))),
  );

  app.get<Return>('/sign-in', { schema: { querystring: returnSchema } }, async (request, reply) => {
    const { [formCookie]: known } = request.cookies;
    const mark = known ?? randomBytes(16).toString('base64url');
    const secure = request.protocol === 'https';
    void reply.setCookie(formCookie, mark, { path, httpOnly: true, sameSite: 'strict', secure });
    const back = wayBack(request.query.return, request, isKnownOrigin);
    return reply.type('text/html; charset=utf-8').send(signInPage({ people, action: path, back, token: secret.sign('sign-in', mark) }));
  });

  app.post('/sign-in', async (request, reply) => {
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const mark = request.cookies[formCookie] ?? '';
    if (mark === '' || !secret.isSigned(form.get('token') ?? '', 'sign-in', mark))
      throw new Problem('forbidden', 'This form is too old. Go back, load the page again and choose once more.');
    identifier.begin(request, reply, await sessions.begin(requirePerson(form.get('person'))));
    return reply.redirect(wayBack(form.get('return') ?? undefined, request, isKnownOrigin), 303);
  });
}

const returnSchema = { type: 'object', properties: { return: { type: 'string', maxLength: 4000 } } };

export function requirePerson(id: string | null): Person {
  const person = findPerson(id ?? '');
  if (!person) throw new Problem('invalid', `There is no such person here. Choose one of: ${people.map((one) => one.id).join(', ')}.`);
  return person;
}

/** Where the reader came from, as long as that is a page of this site or of one that may use this server. */
function wayBack(wanted: string | undefined, request: FastifyRequest, isKnownOrigin: OriginTest): string {
  const here = `${request.protocol}://${request.host}`;
  if (wanted === undefined || !URL.canParse(wanted, here)) return '/';
  const { href, origin, protocol } = new URL(wanted, here);
  return /^https?:$/.test(protocol) && isKnownOrigin(origin, request) ? href : '/';
}
