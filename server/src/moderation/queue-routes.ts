/** The queues, and the forms below their comments. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findClaims, type Target } from '../operations/claims.js';
import { approve, dismiss, findAuthor, remove, restore } from './actions.js';
import type { Selection } from './bulk-form.js';
import { addBulkActions, type ShowQueue } from './bulk-routes.js';
import { addClaims } from './claim-routes.js';
import { type Form, valueOf, valuesOf } from './form.js';
import type { Notice, Outcome } from './notice.js';
import { pages } from './page-frame.js';
import type { PageTools } from './page-sender.js';
import { emptyFilter, hrefOf, queueNames, readAddress, readReturnAddress } from './queue-address.js';
import { readPosition } from './queue-position.js';
import { queueView } from './queue-view.js';
import { listDiscussions, listQueue } from './queues.js';
import { readRemoval } from './removal-fields.js';

/** Does what a form asks for. Returns what became of it, or nothing if it has responded itself. */
type Action = (
  form: Form,
  target: Target,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<Outcome | undefined>;

const querySchema = {
  type: 'object',
  properties: {
    after: { type: 'string', maxLength: 4000 },
    select: { type: 'string', maxLength: 10 },
    ...Object.fromEntries(Object.keys(emptyFilter).map((name) => [name, { type: 'string', maxLength: 2000 }])),
  },
};

export function addQueues(app: FastifyInstance, tools: PageTools): void {
  const { store, gate, notices, sender } = tools;
  const path = app.prefix;

  const show: ShowQueue = async (request, reply, shown) => {
    const { queue, filter, after } = shown.address;
    const [page, discussions] = await Promise.all([
      listQueue(store, queue, filter, after === '' ? undefined : readPosition(after)),
      listDiscussions(store, queue),
    ]);
    const claims = await findClaims(
      store,
      gate.moderatorOf(request),
      page.items.map(({ comment }) => comment),
    );
    const { rules, retentionDays } = store;
    return sender.send(request, reply, queue, (words) =>
      queueView({ path, page, discussions, claims, rules, retentionDays, words, ...shown }),
    );
  };

  for (const queue of queueNames) {
    app.get<Readonly<{ Querystring: Readonly<Record<string, string>> }>>(
      pages[queue] || '/',
      { schema: { querystring: querySchema } },
      async (request, reply) => {
        const address = readAddress(queue, new URLSearchParams(request.query));
        const selection: Selection = { values: request.query['select'] === 'all' ? 'all' : [] };
        return show(request, reply, { address, selection, notice: notices.take(request, reply) });
      },
    );
  }

  const addAction = (name: string, act: Action): void => {
    app.post<{ Body: Form }>(`/${name}`, async (request, reply) => {
      const form = request.body ?? {};
      const target = { key: valueOf(form, 'discussion'), id: valueOf(form, 'comment') };
      // Before the action, which may erase it.
      const author = await findAuthor(store, target);
      const outcome = await act(form, target, request, reply);
      if (outcome === undefined) return reply;
      const notice = noticeOf(outcome, author, form);
      // A script that stays on the page.
      if (valueOf(form, 'answer') === 'json') return sender.sendNotice(request, reply, notice);
      notices.leave(request, reply, notice);
      return reply.redirect(hrefOf(path, readReturnAddress(form)), 303);
    });
  };
  addAction('approve', (form, target, request) =>
    approve(store, gate.moderatorOf(request), target, valueOf(form, 'revision')),
  );
  addAction('dismiss', (form, target) => dismiss(store, target, valuesOf(form, 'report')));
  addAction('restore', (_form, target) => restore(store, target));
  addAction('remove', async (form, target, request, reply) => {
    const entry = readRemoval(form, store.rules);
    if (!entry.problem) {
      return remove(store, gate.moderatorOf(request), target, entry);
    }
    await show(request, reply.code(422), {
      address: readReturnAddress(form),
      refused: { ...target, entry },
    });
    return undefined;
  });
  addBulkActions(app, tools, show);
  addClaims(app, tools);
}

const noticeOf = (type: Outcome, name: string, form: Form): Notice => ({
  type,
  name,
  since: valueOf(form, 'since').slice(0, 30),
});
