/** What is no part of the contract: signing in for programs, and the editors' way to let a held comment appear. */
import type { FastifyInstance } from 'fastify';
import { refuseBrokenText } from './contract/broken-text.js';
import type { Identifier } from './identity/identify.js';
import type { Sessions } from './identity/sessions.js';
import { requirePerson } from './identity/sign-in-routes.js';
import { approveComment } from './operations/approve-comment.js';
import type { Store } from './store.js';

const text = { type: 'string', minLength: 1, maxLength: 2000 };
const bodySchema = (...names: readonly string[]): object => ({
  type: 'object',
  required: names,
  properties: Object.fromEntries(names.map((name) => [name, text])),
});

export function addDemoRoutes(app: FastifyInstance, store: Store, sessions: Sessions, identifier: Identifier): void {
  app.addHook('preValidation', async (request) => refuseBrokenText(request));

  app.post<{ Body: { person: string } }>('/demo/token', { schema: { body: bodySchema('person') } }, async ({ body }, reply) => {
    const token = await sessions.begin(requirePerson(body.person));
    return reply.code(201).send({ token });
  });

  app.post<{ Body: { discussion: string; id: string } }>(
    '/demo/approve',
    { schema: { body: bodySchema('discussion', 'id') } },
    async (request, reply) => approveComment(store, await identifier.identify(request, reply), request.body.discussion, request.body.id),
  );
}
