/** The settings of one discussion: which comments are held, and the editors' message above it. */
import type { FastifyInstance } from 'fastify';
import type { DiscussionRow } from '../database/tables.js';
import { changeDiscussion, type DiscussionChange, refByKey } from '../discussion/change-discussion.js';
import { discussionId, findDiscussion } from '../discussion/discussion-state.js';
import { isHold } from '../rules/hold.js';
import { maxTitle, pageTitle, webPage } from '../rules/page.js';
import { Problem } from '../rules/problem.js';
import { chooseDiscussionView, discussionView, type DiscussionView, maxTextLength } from './discussion-view.js';
import { type Form, valueOf } from './form.js';
import { noticeView } from './notice.js';
import { pages } from './page-frame.js';
import type { PageTools } from './page-sender.js';

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

interface PageFields {
  readonly url: string;
  readonly title: string | null;
}

/** What the fields show. */
export function pageOf(row: Pick<DiscussionRow, 'url' | 'title' | 'page_by'> | undefined): DiscussionView['page'] {
  const field = (value: string): DiscussionView['page']['url'] =>
    row?.page_by === 'moderator' ? { set: value, found: '' } : { set: '', found: value };
  return { url: field(row?.url ?? ''), title: field(row?.title ?? '') };
}

/** Throws a `Problem` for an address that is not one of a page. */
export function readPageFields(form: Form): PageFields {
  const [address, title] = [valueOf(form, 'url').trim(), valueOf(form, 'title')];
  const url = address === '' ? '' : webPage(address);
  if (url === undefined || url.length > 2000)
    throw new Problem(
      'invalid',
      `"${address.slice(0, 100)}" is not the address of a page. Use one like https://news.example/article.`,
    );
  if (title.length > maxTitle)
    throw new Problem('invalid', `The title is longer than ${maxTitle} characters. Shorten it.`);
  return { url, title: pageTitle(title) };
}

/** Sets what a moderator has entered. With both fields empty, the page itself decides again. */
export function setPageByModerator(change: DiscussionChange, { url, title }: PageFields): void {
  const { page_by: by, url: before, title: titleBefore } = change.discussion;
  const isSet = by === 'moderator';
  if (url === '' && title === null) {
    if (isSet) change.setPage({ url: '', title: null, page_by: null });
    return;
  }
  change.setPage({
    url: url || (isSet ? '' : before),
    title: title ?? (isSet ? null : titleBefore),
    page_by: 'moderator',
    page_suggested: null,
  });
}
