/** Routes of the demo, outside the contract: tokens for programs, and approval of held comments. */
import type { FastifyInstance } from 'fastify';
import type { Store } from '../discussion/store.js';
import type { Authenticator } from '../identity/authenticator.js';
import type { Sessions } from '../identity/sessions.js';
import { approveComment } from '../operations/review-comment.js';
import { rejectMalformedText } from '../rules/valid-text.js';
import { requirePerson } from './sign-in.js';

const text = { type: 'string', minLength: 1, maxLength: 2000 };
const bodySchema = (...names: readonly string[]): object => ({
  type: 'object',
  required: names,
  properties: Object.fromEntries(names.map((name) => [name, text])),
});

export function addDemoRoutes(
  app: FastifyInstance,
  store: Store,
  sessions: Sessions,
  authenticator: Authenticator,
): void {
  app.addHook('preValidation', async (request) => rejectMalformedText(request));

  app.post<{ Body: { person: string } }>(
    '/demo/token',
    { schema: { body: bodySchema('person') } },
    async ({ body }, reply) => {
      const token = await sessions.create(requirePerson(body.person));
      return reply.code(201).send({ token });
    },
  );

  app.post<{ Body: { discussion: string; id: string } }>(
    '/demo/approve',
    { schema: { body: bodySchema('discussion', 'id') } },
    async (request, reply) =>
      approveComment(store, await authenticator.authenticate(request, reply), request.body.discussion, request.body.id),
  );
}
