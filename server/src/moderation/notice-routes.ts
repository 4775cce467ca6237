/** The queue of notices of illegal content, and the decisions on them. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { decideNotice } from '../notices/decide-notice.js';
import { findAuthor } from './actions.js';
import { type DecisionEntry, decisionOf, readDecision } from './decision-entry.js';
import { type Form, valueOf } from './form.js';
import { listNotices } from './list-notices.js';
import { noticeQueueView, type NoticeQueueView } from './notice-queue-view.js';
import { pages } from './page-frame.js';
import type { PageTools } from './page-sender.js';
import { readPosition } from './queue-position.js';

const querySchema = { type: 'object', properties: { after: { type: 'string', maxLength: 4000 } } };

export function addLegalNotices(app: FastifyInstance, { store, gate, notices, sender }: PageTools): void {
  const path = app.prefix;
  const { rules, retentionDays } = store;

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    shown: Pick<NoticeQueueView, 'after' | 'notice' | 'refused'>,
  ): Promise<FastifyReply> => {
    const page = await listNotices(store, shown.after === '' ? undefined : readPosition(shown.after));
    return sender.send(request, reply, 'notices', (words) =>
      noticeQueueView({ path, page, rules, retentionDays, words, ...shown }),
    );
  };

  app.get<Readonly<{ Querystring: { after?: string } }>>(
    pages.notices,
    { schema: { querystring: querySchema } },
    async (request, reply) =>
      show(request, reply, { after: request.query.after ?? '', notice: notices.take(request, reply) }),
  );

  app.post<{ Body: Form }>('/decide', async (request, reply) => {
    const form = request.body ?? {};
    const target = { key: valueOf(form, 'discussion'), id: valueOf(form, 'comment') };
    const reference = valueOf(form, 'reference');
    const after = valueOf(form, 'after');
    const refuse = (entry: DecisionEntry): Promise<FastifyReply> =>
      show(request, reply.code(422), { after, notice: undefined, refused: { reference, entry } });
    // Before the decision, after which it may be erased.
    const name = await findAuthor(store, target);
    const entry = readDecision(form);
    const decision = decisionOf(entry);
    if (!decision) return refuse(entry);
    const decided = { key: target.key, reference, revision: valueOf(form, 'revision') };
    const outcome = await decideNotice(store, gate.moderatorOf(request), decided, decision);
    if (outcome === 'not-shown')
      return refuse({
        ...entry,
        problem: { field: 'measure', word: 'alreadyRemoved' },
      });
    notices.leave(request, reply, { type: outcome, name, since: valueOf(form, 'since').slice(0, 30) });
    return reply.redirect(`${path}${pages.notices}${after === '' ? '' : `?after=${encodeURIComponent(after)}`}`, 303);
  });
}
