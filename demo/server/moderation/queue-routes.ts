/** The queues, and the forms below their comments. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { approve, dismiss, remove, restore, type Outcome, type Target } from './actions.js';
import { findAuthor } from './find-author.js';
import { valueOf, valuesOf, type Form } from './form.js';
import type { Notice } from './notice.js';
import { pages } from './page-frame.js';
import type { PageTools } from './page-tools.js';
import { readPosition } from './queue-position.js';
import { queueView, type QueueName, type QueueView } from './queue-view.js';
import { listHeld, listRemoved, listReported } from './queues.js';
import { readRemoval } from './removal-entry.js';

/** Does what a form asks for. Returns what became of it, or nothing if it has responded itself. */
type Action = (
  form: Form,
  target: Target,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<Outcome | undefined>;

const querySchema = { type: 'object', properties: { after: { type: 'string', maxLength: 4000 } } };

const lists = { held: listHeld, reported: listReported, removed: listRemoved } as const;

const isQueueName = (name: string): name is QueueName => Object.hasOwn(lists, name);

export function addQueues(app: FastifyInstance, { store, gate, notices, sender }: PageTools): void {
  const path = app.prefix;

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    shown: Pick<QueueView, 'queue' | 'after' | 'notice' | 'refused'>,
  ): Promise<FastifyReply> => {
    const { queue, after } = shown;
    const page = await lists[queue](store, after === '' ? undefined : readPosition(after));
    const { rules, retentionDays } = store;
    return sender.send(request, reply, queue, (words) =>
      queueView({ path, page, rules, retentionDays, words, ...shown }),
    );
  };

  for (const queue of ['held', 'reported', 'removed'] as const) {
    app.get<Readonly<{ Querystring: { after?: string } }>>(
      pages[queue] || '/',
      { schema: { querystring: querySchema } },
      async (request, reply) =>
        show(request, reply, { queue, after: request.query.after ?? '', notice: notices.take(request, reply) }),
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
      notices.leave(request, reply, noticeOf(outcome, author, form));
      return reply.redirect(returnPath(path, form), 303);
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
    const place = { queue: queueOf(form), after: valueOf(form, 'after'), notice: undefined };
    await show(request, reply.code(422), { ...place, refused: { ...target, entry } });
    return undefined;
  });
}

function queueOf(form: Form): QueueName {
  const from = valueOf(form, 'from');
  return isQueueName(from) ? from : 'held';
}

/** The page of the queue that the form was on. */
function returnPath(path: string, form: Form): string {
  const after = valueOf(form, 'after');
  return `${path}${pages[queueOf(form)]}${after === '' ? '' : `?after=${encodeURIComponent(after)}`}`;
}

const noticeOf = (type: Outcome, name: string, form: Form): Notice => ({
  type,
  name,
  since: valueOf(form, 'since').slice(0, 30),
});
