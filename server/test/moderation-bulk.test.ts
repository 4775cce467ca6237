/** One action on several comments of a queue. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { newKey } from '../../test/support/demo-server/reader.js';
import { ServerLog } from '../../test/support/demo-server/server-log.js';
import { onOneDatabase } from '../../test/support/demo-server/test-server.js';
import { hold, newText } from './held-comments.js';
import { ModerationPages } from './moderation-pages.js';

const log = new ServerLog();

onOneDatabase(
  'actions on several comments',
  (server) => {
    const moderate = (): Promise<ModerationPages> => ModerationPages.open(server(), 'moderator');

    const listed = async (key: string): Promise<readonly string[]> =>
      (await server().guest().list(key)).items.map(({ body }) => body.value);

    const holdSome = async (key: string, names: readonly string[]): Promise<readonly string[]> => {
      const texts: string[] = [];
      for (const name of names) texts.push(await hold(server().guest(), key, `A casino, says ${name}`));
      return texts;
    };

    it('approves the selected comments of several discussions in one request, and says how many', async () => {
      const keys = [newKey(), newKey()];
      const texts = [...(await holdSome(keys[0]!, ['Ann', 'Ben'])), ...(await holdSome(keys[1]!, ['Cem', 'Dan']))];
      const pages = await (await moderate()).visit('/moderation');
      await pages.pressForAll('approve', texts.slice(0, 3));
      assert.equal(pages.notice, 'Approved: 3.');
      assert.deepEqual(
        texts.map((text) => pages.has(text)),
        [false, false, false, true],
      );
      assert.deepEqual([await listed(keys[0]!), await listed(keys[1]!)], [texts.slice(0, 2), [texts[2]]]);
      await pages.visit('/moderation');
      assert.equal(pages.notice, '', 'said once');
    });

    it('changes what it can, and names those that another moderator has handled or edited', async () => {
      const key = newKey();
      const guest = server().guest();
      const texts: string[] = [];
      for (let number = 0; number < 4; number++) texts.push(await hold(guest, key));
      const [pages, others] = [await moderate(), await moderate()];
      await pages.visit('/moderation');
      await others.visit('/moderation');
      await others.press('approve', texts[0]!);
      await others.press('remove', texts[1]!, { reason: 'spam' });
      const { items } = await guest.list(key);
      const edited = items.find(({ body }) => body.value === texts[2]);
      await guest.callComment('PATCH', '', key, edited?.id ?? '', { body: newText('Another casino') });
      const form = pages.bulkForm('approve', texts);
      await pages.send(...form);
      assert.equal(
        pages.notice,
        'Approved: 1. Not changed, because someone else was faster: Gus, Gus. ' +
          'Not changed, because the text was edited after you opened this page: Gus.',
      );
      assert.deepEqual(await listed(key), [texts[0], texts[3]]);
      await pages.send(...form);
      assert.match(pages.notice, /^Approved: 0\. Not changed, because someone else was faster: Gus, Gus, Gus\./);
    });

    it('does not fail as a whole: what no longer exists is named', async () => {
      const key = newKey();
      const [text = ''] = await holdSome(key, ['Eve']);
      const pages = await (await moderate()).visit('/moderation');
      const [path, fields] = pages.bulkForm('approve', [text]);
      fields.append('item', JSON.stringify([key, 'imagined', '1']));
      fields.append('item', 'no list');
      await pages.send(path, fields);
      assert.equal(pages.notice, 'Approved: 1. Not changed, because of a fault: imagined. Please try again.');
      assert.deepEqual(log.messages, ['There is no such comment in this discussion.']);
    });

    it('removes with the reasons of a single removal, and keeps the selection if one is missing', async () => {
      const key = newKey();
      const texts = await holdSome(key, ['Fay', 'Gil', 'Hal']);
      const pages = await (await moderate()).visit('/moderation');
      await pages.pressForAll('remove', texts.slice(0, 2), { reason: 'other' });
      assert.equal(pages.status, 422);
      assert.match(pages.text, /<div class="bulk"[^]*<details open>[^]*Say what is wrong with the comment\.[^]*<ol/);
      assert.deepEqual(pages.selected(texts), texts.slice(0, 2));
      await pages.pressForAll('remove', texts.slice(0, 2), { reason: 'spam', note: 'No advertising' });
      assert.equal(pages.notice, 'Removed: 2. Time left to restore it: 30 days (Removed).');
      await pages.visit(`/moderation/removed?discussion=${key}`);
      for (const text of texts.slice(0, 2)) assert.match(pages.comment(text), /Off topic or spam[^]*No advertising/);
      await pages.pressForAll('restore', texts.slice(0, 2));
      assert.equal(pages.notice, 'Restored: 2.');
      assert.equal((await pages.visit(`/moderation?discussion=${key}`)).comments.length, 3);
    });

    it('dismisses the reports that were on the page', async () => {
      const key = newKey();
      const author = await server().person('author');
      const texts = [newText('The first'), newText('The second')];
      for (const text of texts) {
        const { id } = await author.post(key, text);
        await server().guest().callComment('PUT', 'report', key, id, { reason: 'spam' });
      }
      const pages = await (await moderate()).visit('/moderation/reported');
      await pages.pressForAll('dismiss', texts);
      assert.equal(pages.notice, 'Comments with dismissed reports: 2.');
      assert.deepEqual(
        texts.map((text) => pages.has(text)),
        [false, false],
      );
      assert.deepEqual(await listed(key), texts);
    });

    it('selects all on the page without scripts, and asks for a selection if there is none', async () => {
      const key = newKey();
      const texts = await holdSome(key, ['Ida', 'Jon']);
      const pages = await (await moderate()).visit(`/moderation?discussion=${key}`);
      assert.deepEqual(pages.selected(texts), []);
      await pages.pressForAll('approve', []);
      assert.equal(pages.status, 422);
      assert.match(pages.text, /role="alert"[^>]*>Select at least one comment\./);
      await pages.visit(`/moderation?discussion=${key}&select=all`);
      assert.deepEqual(pages.selected(texts), texts);
      assert.match(pages.text, />Clear the selection<\/button>/);
      await pages.pressForAll('approve', texts);
      assert.deepEqual(await listed(key), texts);
    });
  },
  { log },
);
