/** The address at which readers get their own data. It is outside the contract: a publisher links to it from the privacy notice. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Problem } from '../http/problem.js';
import type { Authenticator } from '../identity/authenticator.js';
import type { Store } from '../store.js';
import { exportPerson } from './export-person.js';

export function addOwnData(app: FastifyInstance, store: Store, authenticator: Authenticator): void {
  app.get('/personal-data', async (request, reply) => {
    const { identity } = await authenticator.authenticate(request, reply);
    if (identity === undefined)
      throw new Problem('sign-in-required', 'Sign in, or use the browser with which you have posted as a guest.');
    return sendExport(reply, await exportPerson(store, identity));
  });
}

/** Sends personal data as a file to keep, and to no cache. */
export function sendExport(reply: FastifyReply, data: object): FastifyReply {
  return reply
    .headers({ 'content-disposition': 'attachment; filename="comments.json"', 'cache-control': 'no-store' })
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(data, null, 2));
}
