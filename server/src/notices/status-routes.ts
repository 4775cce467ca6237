import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Data } from '../database/data.js';
import type { LegalNoticeRow } from '../database/tables.js';
import type { Store } from '../discussion/store.js';
import { statusPage, unknownNoticePage } from './status-page.js';
import { statusWords } from './status-words.js';

const policy = "default-src 'none'; style-src 'self'; script-src 'self'; frame-ancestors 'none'; base-uri 'none'";

/** Adds the pages for the senders of notices. Whoever knows the address may read one: many senders have no account. */
export function addStatusPages(app: FastifyInstance, store: Store): void {
  const style = [join(import.meta.dirname, '..', 'http', 'base.css'), join(import.meta.dirname, 'status.css')]
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const localTimes = readFileSync(join(import.meta.dirname, 'local-times.js'), 'utf8');
  app.addHook('onRequest', async (_request, reply) => {
    // The address must not reach the pages that the decision links to, nor be read by pages of other origins.
    void reply.removeHeader('access-control-allow-origin').headers({
      'content-security-policy': policy,
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    });
  });
  app.get('/style.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(style));
  app.get('/local-times.js', async (_request, reply) => reply.type('text/javascript; charset=utf-8').send(localTimes));
  app.get<{ Params: { token: string } }>('/:token', async (request, reply) => {
    const words = await statusWords(request.headers['accept-language']);
    const notice = await findByToken(store, request.params.token);
    return reply
      .code(notice ? 200 : 404)
      .type('text/html; charset=utf-8')
      .send(notice ? statusPage(notice, words) : unknownNoticePage(words));
  });
}

function findByToken({ database }: Data, token: string): Promise<LegalNoticeRow | undefined> {
  // A database cannot store a null byte, and refuses to look for one.
  if (!/^[\w-]{43}$/.test(token)) return Promise.resolve(undefined);
  return database.selectFrom('legal_notices').selectAll().where('token', '=', token).executeTakeFirst();
}
