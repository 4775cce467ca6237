/** The settings of one discussion: which comments are held, and the editors' message above it. */
import type { FastifyInstance } from 'fastify';
import { changeDiscussion, refByKey } from '../discussion/change-discussion.js';
import { discussionId, findDiscussion } from '../discussion/discussion-state.js';
import { isHold } from '../discussion/hold.js';
import { Problem } from '../http/problem.js';
import { chooseDiscussionView, discussionView, maxTextLength } from './discussion-view.js';
import { valueOf, type Form } from './form.js';
import { noticeView } from './notice-view.js';
import { pages } from './page-frame.js';
import { pageOf, readPageFields, setPageByModerator } from './page-fields.js';
import type { PageTools } from './page-tools.js';

const querySchema = { type: 'object', properties: { discussion: { type: 'string', maxLength: 2000 } } };

export function addDiscussionSettings(app: FastifyInstance, { store, notices, sender }: PageTools): void {
  const place = { path: app.prefix, retentionDays: store.retentionDays };

  app.get<Readonly<{ Querystring: { discussion?: string } }>>(
    pages.discussion,
    { schema: { querystring: querySchema } },
    async (request, reply) => {
      const { discussion: key = '' } = request.query;
      if (key === '') {
        const notice = notices.take(request, reply);
        return sender.send(request, reply, 'discussion', (words) =>
          chooseDiscussionView(place.path, notice && noticeView(notice, place, words), words),
        );
      }
      const row = await findDiscussion(store, discussionId(key));
      const settings = { message: row?.message ?? '', hold: row?.hold ?? null, page: pageOf(row) };
      return sender.send(request, reply, 'discussion', (words) =>
        discussionView({ path: place.path, key, ...settings, rules: store.rules }, words),
      );
    },
  );

  app.post<{ Body: Form }>(pages.discussion, async (request, reply) => {
    const form = request.body ?? {};
    const key = valueOf(form, 'discussion');
    const message = valueOf(form, 'message').trim();
    const hold = valueOf(form, 'hold');
    if (key === '' || key.length > 2000) throw new Problem('invalid', 'Say for which discussion the settings are.');
    if (hold !== '' && !isHold(hold))
      throw new Problem('invalid', `There is no setting "${hold}". Choose another one.`);
    // Forms count a line break as two characters.
    if (message.replaceAll('\r\n', '\n').length > maxTextLength)
      throw new Problem('invalid', `The message is longer than ${maxTextLength} characters. Shorten it.`);
    const page = readPageFields(form);
    await changeDiscussion(store, refByKey(key), async (change) => {
      change.setByEditors({ message: message || null, hold: hold || null });
      setPageByModerator(change, page);
    });
    notices.leave(request, reply, { type: 'discussionSaved' });
    return reply.redirect(`${place.path}${pages.discussion}`, 303);
  });
}
