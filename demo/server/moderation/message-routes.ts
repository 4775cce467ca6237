/** The editors' message above a discussion: which one, its text, and what was done. */
import type { FastifyInstance } from 'fastify';
import { changeDiscussion, refByKey } from '../discussion/change-discussion.js';
import { discussionId, findDiscussion } from '../discussion/discussion-state.js';
import { Problem } from '../http/problem.js';
import { valueOf, type Form } from './form.js';
import { chooseDiscussionView, maxTextLength, messageView } from './message-view.js';
import { noticeView } from './notice-view.js';
import { pages } from './page-frame.js';
import type { PageTools } from './page-tools.js';

const querySchema = { type: 'object', properties: { discussion: { type: 'string', maxLength: 2000 } } };

export function addMessages(app: FastifyInstance, { store, notices, sender }: PageTools): void {
  const place = { path: app.prefix, retentionDays: store.retentionDays };

  app.get<Readonly<{ Querystring: { discussion?: string } }>>(
    pages.message,
    { schema: { querystring: querySchema } },
    async (request, reply) => {
      const { discussion: key = '' } = request.query;
      if (key === '') {
        const notice = notices.take(request, reply);
        return sender.send(request, reply, 'message', (words) =>
          chooseDiscussionView(place.path, notice && noticeView(notice, place, words), words),
        );
      }
      const row = await findDiscussion(store, discussionId(key));
      return sender.send(request, reply, 'message', (words) => messageView(place.path, key, row?.message ?? '', words));
    },
  );

  app.post<{ Body: Form }>(pages.message, async (request, reply) => {
    const form = request.body ?? {};
    const key = valueOf(form, 'discussion');
    const message = valueOf(form, 'message').trim();
    if (key === '' || key.length > 2000) throw new Problem('invalid', 'Say for which discussion the message is.');
    // Forms count a line break as two characters.
    if (message.replaceAll('\r\n', '\n').length > maxTextLength)
      throw new Problem('invalid', `The message is longer than ${maxTextLength} characters. Shorten it.`);
    await changeDiscussion(store, refByKey(key), async (change) => change.setMessage(message || null));
    notices.leave(request, reply, { type: message === '' ? 'messageRemoved' : 'messageSaved' });
    return reply.redirect(`${place.path}${pages.message}`, 303);
  });
}
