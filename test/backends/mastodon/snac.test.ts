/** The Mastodon adapter against snac, where the conformance checks do not look or do not apply. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { mastodonAdapter } from '../../../src/adapters/mastodon.js';
import { all, call, discussionOf, draftFor, failureOf, idsOf, NO_MESSAGE } from '../conversation.js';
import { skipWithoutSnac, startSnac, type SnacAccount, type SnacServer } from './snac-server.js';

describe('the Mastodon adapter at snac', { skip: skipWithoutSnac() }, () => {
  let server: SnacServer;
  before(async () => {
    server = await startSnac();
  });
  after(() => server?.stop());

  const adapterOf = (token?: string) =>
    all(mastodonAdapter({ src: server.url, fetch: server.fetch, ...(token !== undefined && { token }) }));
  const as = (account: SnacAccount) => adapterOf(server.tokens[account]);
  const article = async () => discussionOf(await server.post('desk', 'The pier'));

  it('asks readers to sign in, because snac shows nothing without a token', async () => {
    const discussion = await article();
    const anybody = adapterOf();
    const words = /shows its conversations only to people who are signed in there/;
    await failureOf(anybody.open(discussion, call), 'sign-in-required', words);
    await failureOf(anybody.list({ discussion, sort: 'oldest', limit: 25 }, call), 'sign-in-required', words);
    const expired = adapterOf('0123456789abcdef');
    await failureOf(expired.open(discussion, call), 'session-expired', NO_MESSAGE);
    await failureOf(expired.list({ discussion, sort: 'oldest', limit: 25 }, call), 'session-expired', NO_MESSAGE);
  });

  it('tells an unknown status from a key that names none', async () => {
    const unknown = discussionOf(`1795657477${'0'.repeat(32)}`);
    assert.deepEqual(await as('ada').open(unknown, call), { state: 'missing' });
    assert.deepEqual((await as('ada').list({ discussion: unknown, sort: 'oldest', limit: 25 }, call)).items, []);
    await failureOf(as('ada').open(discussionOf('the-pier'), call), 'invalid', /Set discussion to the id of a status/);
  });

  it('shows replies on every level to everybody who has received them, and marks those of the author', async () => {
    const discussion = await article();
    const ids: string[] = [];
    for (const account of ['bob', 'ada', 'bob', 'desk'] as const)
      ids.push(await server.post(account, `A reply by ${account}`, ids.at(-1) ?? discussion.key));
    for (const account of ['ada', 'bob'] as const) {
      const adapter = as(account);
      await adapter.open(discussion, call);
      const { items, total } = await adapter.list({ discussion, sort: 'oldest', limit: 25 }, call);
      assert.deepEqual(idsOf(items), ids);
      assert.equal(total, 4);
      assert.deepEqual(
        items.map(({ author }) => [author?.name, author?.badges]),
        [
          ['Bob', undefined],
          ['Ada', undefined],
          ['Bob', undefined],
          ['Desk', ['author']],
        ],
      );
    }
  });

  it('refuses a reply to a comment that is not there', async () => {
    const discussion = await article();
    const parentId = `1795657477${'0'.repeat(32)}`;
    await failureOf(as('ada').submit(draftFor(discussion, { parentId }), call), 'parent-gone', NO_MESSAGE);
  });

  it('shows what was typed, without the name of the person replied to', async () => {
    const discussion = await article();
    const adapter = as('ada');
    await adapter.open(discussion, call);
    const { comment } = await adapter.submit(draftFor(discussion, { body: 'By how much?' }), call);
    assert.equal(comment?.body.value, 'By how much?<br>');
    await as('bob').submit(draftFor(discussion, { parentId: comment.id, body: 'Ten *minutes*' }), call);
    const query = { discussion, sort: 'oldest', limit: 25 } as const;
    const texts = async () => (await adapter.list(query, call)).items.map(({ source, body }) => [source, body.value]);
    assert.deepEqual(await texts(), [
      ['By how much?', 'By how much?<br>'],
      ['Ten *minutes*', 'Ten <i>minutes</i><br>'],
    ]);
    const edited = await adapter.edit(discussion, { id: comment.id, body: 'By how much, this time?' }, call);
    assert.equal(edited.body.value, 'By how much, this time?<br>');
    const raw = await server.fetch(`${server.url}/api/v1/statuses/${comment.id}/source`, {
      headers: { authorization: `Bearer ${server.tokens.ada}` },
    });
    assert.match(((await raw.json()) as { readonly text: string }).text, /^@desk@\S+ By how much, this time\?$/);
  });

  it('offers neither to delete nor to report, and says so to whoever tries', async () => {
    const discussion = await article();
    const { comment } = await as('ada').submit(draftFor(discussion), call);
    const id = comment?.id ?? '';
    await failureOf(as('ada').remove(discussion, id, call), 'unsupported', NO_MESSAGE);
    await failureOf(as('bob').report(discussion, { id, reason: 'spam' }, call), 'unsupported', NO_MESSAGE);
    const { items } = await as('ada').list({ discussion, sort: 'oldest', limit: 25 }, call);
    assert.deepEqual(idsOf(items), [id]);
    assert.deepEqual(items[0]?.can, { remove: false, report: false });
  });
});
