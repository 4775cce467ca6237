/** One action on the selected comments of a page. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { actOnAll, bulkActions, readSelection } from './bulk-action.js';
import { type Form, valueOf, valuesOf } from './form.js';
import type { PageTools } from './page-sender.js';
import { hrefOf, readReturnAddress } from './queue-address.js';
import type { QueueView } from './queue-view.js';
import { emptyRemoval, readRemoval } from './removal-fields.js';

/** Sends a page of a queue. */
export type ShowQueue = (
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Pick<QueueView, 'address' | 'notice' | 'refused' | 'selection'>,
) => Promise<FastifyReply>;

export function addBulkActions(app: FastifyInstance, { store, gate, notices }: PageTools, show: ShowQueue): void {
  app.post<{ Body: Form }>('/bulk', async (request, reply) => {
    const form = request.body ?? {};
    const address = readReturnAddress(form);
    const selection = readSelection(form);
    const action = bulkActions[address.queue].find((one) => one === valueOf(form, 'action'));
    if (selection.length === 0 || action === undefined)
      return show(request, reply.code(422), { address, selection: { values: [], isMissing: true } });
    const entry = action === 'remove' ? readRemoval(form, store.rules) : emptyRemoval;
    if (entry.problem) {
      return show(request, reply.code(422), { address, selection: { values: valuesOf(form, 'item'), refused: entry } });
    }
    const moderator = gate.moderatorOf(request);
    const result = await actOnAll(store, { action, selection, moderator, entry, log: request.log });
    notices.leave(request, reply, { type: 'bulk', ...result });
    return reply.redirect(hrefOf(app.prefix, address), 303);
  });
}
