/** The Waline adapter against a real server. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { randomUUID } from 'node:crypto';
import { walineAdapter } from '../../../src/adapters/waline.js';
import type { Comment, CommentsAdapter, DiscussionRef, Draft } from '../../../src/model/adapter.js';
import { all, call, discussionOf, draftFor, failureOf, idsOf, listAll, NO_MESSAGE } from '../conversation.js';
import { skipWithoutWaline, startWaline, type WalineServer, type WalineSettings } from './waline-server.js';

const ada = { name: 'Ada', email: 'ada@example.test' };

describe('Waline', { skip: skipWithoutWaline() }, () => {
  let server: WalineServer;
  let visitor: Required<CommentsAdapter>;
  let reader: Required<CommentsAdapter>;
  let admin: Required<CommentsAdapter>;
  before(async () => {
    server = await startWaline();
    visitor = all(walineAdapter({ src: server.url }));
    reader = all(walineAdapter({ src: `${server.url}/`, token: server.tokens.reader }));
    admin = all(walineAdapter({ src: server.url, token: server.tokens.admin }));
  });
  after(() => server?.stop());

  const newDiscussion = (): DiscussionRef => discussionOf(`/articles/${randomUUID()}/`);

  async function post(discussion: DiscussionRef, fields: Partial<Draft> = {}, by = visitor): Promise<Comment> {
    const { outcome, comment } = await by.submit(draftFor(discussion, { guest: ada, ...fields }), call);
    assert.equal(outcome, 'published');
    return comment ?? assert.fail('There is no comment.');
  }

  const list = async (discussion: DiscussionRef, by: CommentsAdapter = visitor) =>
    (await by.list({ discussion, sort: 'oldest', limit: 50 }, call)).items;

  /** Runs a test with a server that has other settings. */
  async function withServer(
    settings: WalineSettings,
    test: (url: string, other: WalineServer) => Promise<void>,
  ): Promise<void> {
    const other = await startWaline(settings);
    try {
      await test(other.url, other);
    } finally {
      await other.stop();
    }
  }

  it('posts Markdown, shows it rendered, and returns its source', async () => {
    const discussion = newDiscussion();
    const text = 'Hello **world**, 1 < 2 & `x`\n<script>alert(1)</script> back\\slash 😀';
    const comment = await post(discussion, { body: text, guest: { ...ada, website: 'https://ada.example' } });
    assert.match(comment.body.value, /<strong>world<\/strong>/);
    assert.equal(comment.body.format, 'html');
    assert.deepEqual(comment.author, { name: 'Ada', url: 'https://ada.example', avatar: comment.author?.avatar });
    const [listed] = await list(discussion);
    assert.equal(listed?.id, comment.id);
    assert.equal(listed?.source, text);
    assert.deepEqual(listed?.can, { edit: false, remove: false });
  });

  it('refuses duplicates, comments in quick succession and empty ones, which Waline sends with status 200', async () => {
    const discussion = newDiscussion();
    const draft = draftFor(discussion, { guest: ada });
    await visitor.submit(draft, call);
    await failureOf(visitor.submit(draft, call), 'duplicate', NO_MESSAGE);
    assert.equal(
      (await failureOf(visitor.submit(draftFor(discussion, { body: '', guest: ada }), call), 'invalid')).info.field,
      'body',
    );
    await withServer({ wait: 30 }, async (url) => {
      const hasty = all(walineAdapter({ src: url }));
      await hasty.submit(draftFor(discussion, { guest: ada }), call);
      assert.equal(
        (await failureOf(hasty.submit(draftFor(discussion, { guest: ada }), call), 'rate-limited', NO_MESSAGE)).info
          .retryAfter,
        60,
      );
    });
  });

  it('holds comments, visible only to their authors', async () => {
    await withServer({ audit: true }, async (url, { tokens }) => {
      const discussion = newDiscussion();
      const guest = all(walineAdapter({ src: url }));
      const held = await guest.submit(draftFor(discussion, { guest: ada }), call);
      assert.equal(held.outcome, 'pending');
      assert.equal(held.comment?.status, 'pending');
      assert.deepEqual(await list(discussion, guest), []);
      const author = all(walineAdapter({ src: url, token: tokens.reader }));
      const { comment } = await author.submit(draftFor(discussion), call);
      assert.deepEqual(
        (await list(discussion, author)).map(({ id, status }) => [id, status]),
        [[comment?.id, 'pending']],
      );
    });
  });

  it('hides spam from everyone, its author included', async () => {
    await withServer({ forbidden: 'casino' }, async (url, { tokens }) => {
      const discussion = newDiscussion();
      const author = all(walineAdapter({ src: url, token: tokens.reader }));
      assert.deepEqual(await author.submit(draftFor(discussion, { body: 'A casino' }), call), { outcome: 'rejected' });
      const { comment } = await author.submit(draftFor(discussion), call);
      await author.submit(draftFor(discussion, { body: 'Another casino', parentId: comment?.id ?? '' }), call);
      assert.deepEqual(idsOf(await list(discussion, author)), [comment?.id]);
    });
  });

  it('requires a sign-in or a captcha if so configured', async () => {
    await withServer({ login: 'force' }, async (url, { tokens }) => {
      await failureOf(
        all(walineAdapter({ src: url })).submit(draftFor(newDiscussion(), { guest: ada }), call),
        'sign-in-required',
        NO_MESSAGE,
      );
      await all(walineAdapter({ src: url, token: tokens.reader })).submit(draftFor(newDiscussion()), call);
    });
    await withServer({ turnstile: 'secret' }, async (url) => {
      const guest = all(walineAdapter({ src: url, captcha: 'turnstile' }));
      const { info } = await failureOf(
        guest.submit(draftFor(newDiscussion(), { guest: ada }), call),
        'confirm',
        NO_MESSAGE,
      );
      assert.deepEqual(info.challenge, { type: 'captcha' });
      await failureOf(
        all(walineAdapter({ src: url })).submit(draftFor(newDiscussion(), { guest: ada }), call),
        'forbidden',
        NO_MESSAGE,
      );
    });
  });

  it('nests replies, oldest first in every order', async () => {
    const discussion = newDiscussion();
    const root = await post(discussion);
    const one = await post(discussion, { parentId: root.id });
    const two = await post(discussion, { parentId: root.id });
    const deep = await post(discussion, { parentId: one.id });
    for (const sort of ['oldest', 'newest', 'top'] as const) {
      const { items, total } = await visitor.list({ discussion, sort, limit: 5 }, call);
      assert.deepEqual(idsOf(items), [root.id, one.id, two.id, deep.id], sort);
      assert.deepEqual(
        items.map(({ parentId }) => parentId),
        [null, root.id, root.id, one.id],
      );
      assert.equal(total, 4);
    }
    // Without a list the adapter does not know the top of the branch, which the server requires.
    const stranger = all(walineAdapter({ src: server.url }));
    const deeper = await post(discussion, { parentId: deep.id }, stranger);
    assert.equal((await list(discussion)).find(({ id }) => id === deeper.id)?.parentId, deep.id);
  });

  it('sends no reply to a missing comment, which the server would store and then fail', async () => {
    const discussion = newDiscussion();
    await post(discussion);
    await failureOf(
      visitor.submit(draftFor(discussion, { parentId: '99999', guest: ada }), call),
      'parent-gone',
      NO_MESSAGE,
    );
    const gone = await post(discussion);
    await list(discussion);
    await admin.remove(discussion, gone.id, call);
    // The cached list still has it, and the server stores the reply before it checks.
    const { info } = await failureOf(
      visitor.submit(draftFor(discussion, { parentId: gone.id, guest: ada }), call),
      'unavailable',
    );
    assert.notEqual(info.stored, 'no');
  });

  it('pages without repeats or gaps while others post and remove', async () => {
    for (const sort of ['oldest', 'newest'] as const) {
      const discussion = newDiscussion();
      const ids: string[] = [];
      for (let number = 0; number < 13; number++) ids.push((await post(discussion)).id);
      const removed = sort === 'oldest' ? ids.slice(0, 2) : ids.slice(-2);
      const found = await listAll(visitor, { discussion, sort, limit: 4 }, async (page) => {
        await post(discussion);
        if (page === 2) for (const id of removed) await admin.remove(discussion, id, call);
      });
      assert.equal(new Set(idsOf(found)).size, found.length);
      // The server's order does not distinguish comments of the same second, so removed ones may or may not be listed.
      const stayed = ids.filter((id) => !removed.includes(id));
      assert.deepEqual(
        idsOf(found)
          .filter((id) => stayed.includes(id))
          .toSorted(),
        stayed.toSorted(),
        sort,
      );
    }
  });

  it('identifies the viewer by token, and treats an invalid one as a guest', async () => {
    const discussion = newDiscussion();
    const { viewer } = await reader.open(discussion, call);
    assert.deepEqual([viewer?.state, viewer?.author?.name, viewer?.moderator], ['signed-in', 'reader', false]);
    assert.equal((await admin.open(discussion, call)).viewer?.moderator, true);
    const wrong = walineAdapter({ src: server.url, token: 'wrong' });
    assert.deepEqual((await wrong.open(discussion, call)).viewer, { state: 'anonymous' });
    const mine = await post(discussion, { guest: {} }, reader);
    assert.equal(mine.author?.id, viewer?.author?.id);
    assert.deepEqual((await list(discussion, reader))[0]?.can, { edit: true, remove: true });
    assert.deepEqual((await list(discussion, admin))[0]?.can, { edit: true, remove: true });
  });

  it('lets authors and the administrator edit, and remove with all replies', async () => {
    const discussion = newDiscussion();
    const mine = await post(discussion, { guest: {} }, reader);
    const other = await post(discussion);
    await post(discussion, { parentId: mine.id });
    const edited = await reader.edit(discussion, { id: mine.id, body: 'Now *this*' }, call);
    assert.equal(edited.body.value, '<p>Now <em>this</em></p>\n');
    assert.equal(edited.source, 'Now *this*');
    await failureOf(reader.edit(discussion, { id: other.id, body: 'x' }, call), 'forbidden', NO_MESSAGE);
    await failureOf(visitor.edit(discussion, { id: mine.id, body: 'x' }, call), 'sign-in-required', NO_MESSAGE);
    await failureOf(reader.remove(discussion, other.id, call), 'forbidden', NO_MESSAGE);
    await failureOf(admin.edit(discussion, { id: '99999', body: 'x' }, call), 'not-found', NO_MESSAGE);
    assert.deepEqual(await reader.remove(discussion, mine.id, call), { effect: 'subtree' });
    assert.deepEqual(idsOf(await list(discussion)), [other.id]);
  });

  it('counts anonymous likes', async () => {
    const discussion = newDiscussion();
    const { id } = await post(discussion);
    assert.deepEqual(await visitor.vote(discussion, { id, value: 1 }, call), { up: 1 });
    assert.deepEqual(await visitor.vote(discussion, { id, value: 1 }, call), { up: 2 });
    assert.deepEqual(await visitor.vote(discussion, { id, value: 0 }, call), { up: 1 });
    assert.deepEqual((await list(discussion))[0]?.votes, { up: 1 });
    await failureOf(visitor.vote(discussion, { id: '99999', value: 1 }, call), 'not-found', NO_MESSAGE);
    await failureOf(visitor.vote(discussion, { id, value: -1 }, call), 'unsupported');
    assert.deepEqual((await list(discussion))[0]?.votes, { up: 1 });
  });

  it('counts several discussions with one request', async () => {
    const [one, none, comma] = [newDiscussion(), newDiscussion(), discussionOf('/a,b/')];
    await post(one);
    await post(comma);
    assert.deepEqual(
      [...(await visitor.counts([one, none, comma], call))],
      [
        [one.key, 1],
        [none.key, 0],
        [comma.key, 1],
      ],
    );
    assert.deepEqual([...(await visitor.counts([comma], call))], [[comma.key, 1]]);
  });

  it('stops when aborted, and reports an unreachable server', async () => {
    const discussion = newDiscussion();
    const leaving = new AbortController();
    const asking = visitor.list({ discussion, sort: 'oldest', limit: 5 }, { signal: leaving.signal });
    leaving.abort();
    await assert.rejects(asking, (reason) => reason === leaving.signal.reason);
    await failureOf(
      walineAdapter({ src: 'http://127.0.0.1:1' }).list({ discussion, sort: 'oldest', limit: 5 }, call),
      'network',
    );
    await failureOf(visitor.list({ discussion, sort: 'oldest', limit: 5, cursor: 'x' }, call), 'invalid');
  });
});
