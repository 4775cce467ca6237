/** Moderators see which comments others are working on. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { prune } from '../src/erasure/clean-up.js';
import { newKey } from '../../test/support/demo-server/reader.js';
import { onOneDatabase } from '../../test/support/demo-server/test-server.js';
import { hold } from './held-comments.js';
import { ModerationPages } from './moderation-pages.js';

onOneDatabase('what other moderators are working on', (server) => {
  const moderate = (): Promise<ModerationPages> => ModerationPages.open(server(), 'moderator');

  /** As if the claim came from another moderator. */
  const byColleague = (name: string): Promise<unknown> =>
    server()
      .store.database.updateTable('claims')
      .set({ moderator: `person:${name}`, name })
      .where('moderator', '=', 'person:moderator')
      .execute();

  /** Works on a comment as a script of the page does. */
  async function work(pages: ModerationPages, text: string): Promise<string> {
    const [, fields] = pages.form('approve', text);
    await pages.send('/moderation/claim', {
      discussion: fields.get('discussion') ?? '',
      comment: fields.get('comment') ?? '',
    });
    assert.equal(pages.status, 200);
    return (JSON.parse(pages.text) as { readonly text: string }).text;
  }

  it('is marked with their name for some minutes, and stops no one', async () => {
    const key = newKey();
    const [first, second] = [await hold(server().guest(), key), await hold(server().guest(), key)];
    const address = `/moderation?discussion=${key}`;
    const pages = await (await moderate()).visit(address);
    assert.equal(await work(pages, first), '', 'no one else');
    assert.doesNotMatch((await pages.visit(address)).text, /Being handled/, 'by oneself');
    await byColleague('Ida & Co');
    await pages.visit(address);
    assert.match(pages.comment(first), /Being handled by <bdi>Ida &amp; Co<\/bdi>\./);
    assert.doesNotMatch(pages.comment(second), /Being handled/);
    assert.equal(await work(pages, first), 'Being handled by <bdi>Ida &amp; Co</bdi>.');
    server().advanceClock(4);
    assert.doesNotMatch((await pages.visit(address)).text, /Being handled/);
    await prune(server().store);
    assert.deepEqual(await server().store.database.selectFrom('claims').selectAll().execute(), []);

    await work(await pages.visit(address), first);
    await byColleague('Ida');
    await (await pages.visit(address)).press('approve', first);
    assert.match(pages.notice, /^Approved/);
  });

  it('is one comment for each moderator: the one they have turned to last', async () => {
    const key = newKey();
    const [first, second] = [await hold(server().guest(), key), await hold(server().guest(), key)];
    const address = `/moderation?discussion=${key}`;
    const pages = await (await moderate()).visit(address);
    await work(pages, first);
    await work(await pages.visit(address), second);
    await byColleague('Jon');
    await pages.visit(address);
    assert.deepEqual(
      [first, second].map((text) => pages.comment(text).includes('Being handled by <bdi>Jon</bdi>.')),
      [false, true],
    );
  });

  it('is refused for a comment that does not exist', async () => {
    const pages = await moderate();
    await pages.send('/moderation/claim', { discussion: newKey(), comment: 'imagined' });
    assert.equal(pages.status, 404);
  });
});
