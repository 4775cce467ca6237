/** Searching and filtering the queues, in addresses that can be shared. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createDraft, newKey } from '../../test/support/demo-server/reader.js';
import { onOneDatabase } from '../../test/support/demo-server/test-server.js';
import { hold, newText } from './held-comments.js';
import { ModerationPages } from './moderation-pages.js';

onOneDatabase('the filters of the moderation pages', (server) => {
  const moderate = (): Promise<ModerationPages> => ModerationPages.open(server(), 'moderator');

  const search = async (parameters: Readonly<Record<string, string>>, path = '/moderation') =>
    (await moderate()).visit(`${path}?${new URLSearchParams(parameters).toString()}`);

  /** Which of the texts a filter finds. */
  const found = async (
    texts: readonly string[],
    parameters: Readonly<Record<string, string>>,
  ): Promise<readonly string[]> => {
    const pages = await search(parameters);
    return texts.filter((text) => pages.has(text));
  };

  it('searches the words of texts and the names of authors, in any order and case', async () => {
    const key = newKey();
    const guest = server().guest();
    await guest.submit(createDraft(key, 'A casino on the Pier 100%', { guest: { name: 'Zoë Ümit' } }));
    await guest.submit(createDraft(key, 'A casino at the station', { guest: { name: 'Name Less' } }));
    const texts = ['A casino on the Pier 100%', 'A casino at the station'];
    for (const [words, at] of [
      ['pier CASINO', [0]],
      ['ümit', [0]],
      ['zoë pier', [0]],
      ['100%', [0]],
      ['%', [0]],
      ['casi_o', []],
      ['name', [1]],
      ['pier less', []],
      ['casino', [0, 1]],
    ] as const)
      assert.deepEqual(
        await found(texts, { search: words, discussion: key }),
        at.map((index) => texts[index]),
        words,
      );
    const pages = await search({ search: 'pier', discussion: key });
    assert.match(pages.text, />Found: 1 ·\s+<a href="\/moderation">Show all<\/a>/);
    const [, owner = ''] = /<bdi>(guest:[^<]+)<\/bdi>/.exec(pages.comment('Pier')) ?? [];
    assert.deepEqual(await found(texts, { search: owner }), texts, 'all by one person');
  });

  it('filters by discussion, by writer and by age', async () => {
    const [key, other] = [newKey(), newKey()];
    const [guest, reader, newcomer] = [server().guest(), await server().person('reader'), server().guest()];
    await guest.post(key, 'Something that is published');
    const old = await hold(guest, key);
    server().advanceClock(25 * 60);
    const recent = await hold(reader, key);
    const first = await hold(newcomer, other);
    const texts = [old, recent, first];
    for (const [filter, expected] of [
      [{ discussion: key }, [old, recent]],
      [{ discussion: 'nothing' }, []],
      [{ by: 'guest' }, [old, first]],
      [{ by: 'account' }, [recent]],
      [{ by: 'account', discussion: other }, []],
      [{ age: 'newer-day' }, [recent, first]],
      [{ age: 'older-day' }, [old]],
      [{ age: 'older-week' }, []],
      [{ by: 'nobody', age: 'x' }, texts],
    ] as const)
      assert.deepEqual(await found(texts, filter), expected, JSON.stringify(filter));
    const byFirst = await found(texts, { by: 'first' });
    assert.ok(byFirst.includes(first) && !byFirst.includes(old));
    const pages = await search({ discussion: key });
    assert.match(pages.text, new RegExp(`<option value="${key}" selected>`));
    assert.match(pages.text, /<details open>\s*<summary>Filters/);
  });

  it('filters by the reason for holding, as the page states it', async () => {
    const key = newKey();
    const guest = server().guest();
    const texts = await Promise.all(
      ['A ｃａｓｉｎｏ', 'A ca\u00adsi\u0301no', 'The casinos', 'My cryptö', 'A ca\u3164sino'].map(async (words) => {
        const text = newText(words);
        await guest.submit(createDraft(key, text));
        return text;
      }),
    );
    // Held before the list changed, or by a rule for all comments.
    await server()
      .store.database.updateTable('comments')
      .set({ status: 'pending' })
      .where('body', 'in', texts)
      .execute();
    const byWords = await found(texts, { cause: 'words', discussion: key });
    const pages = await search({ discussion: key });
    assert.deepEqual(
      byWords,
      texts.filter((text) => pages.comment(text).includes('Held because of')),
    );
    assert.equal(byWords.length, 4);
    assert.deepEqual(
      await found(texts, { cause: 'rule', discussion: key }),
      ['The casinos'].flatMap((words) => texts.filter((text) => text.startsWith(words))),
    );
    assert.deepEqual(await found(texts, { cause: 'check', discussion: key }), []);
  });

  it('keeps the filter on the next page, after an action, and at a refused removal', async () => {
    const key = newKey();
    const guest = server().guest();
    const held: string[] = [];
    for (let number = 0; number < 52; number++) held.push(await hold(guest, key, 'A miracle'));
    await hold(guest, key, 'Another casino');
    const pages = await search({ search: 'miracle', discussion: key });
    assert.equal(pages.comments.length, 50);
    await pages.visit(pages.nextPage ?? '');
    assert.equal(pages.comments.length, 2);
    assert.match(pages.text, />Found: 52 /);
    const [left] = held.filter((text) => pages.has(text));
    await pages.press('remove', left ?? '', { reason: '' });
    assert.equal(pages.status, 422);
    assert.equal(pages.comments.length, 2);
    await pages.press('remove', left ?? '', { reason: 'spam' });
    assert.match(pages.notice, /^Removed/);
    assert.equal(pages.comments.length, 1);
    assert.match(pages.text, />Found: 51 /);
  });

  it('works on what is reported and what is removed', async () => {
    const key = newKey();
    const author = await server().person('author');
    const [first, second] = [newText('About the harbour'), newText('About the school')];
    for (const text of [first, second]) {
      const { id } = await author.post(key, text);
      await server().guest().callComment('PUT', 'report', key, id, { reason: 'spam' });
    }
    const pages = await search({ search: 'harbour', by: 'account' }, '/moderation/reported');
    assert.deepEqual([pages.has(first), pages.has(second)], [true, false]);
    assert.doesNotMatch(pages.text, /Reason for holding/);
    for (const text of [first, second])
      await (await pages.visit('/moderation/reported')).press('remove', text, { reason: 'spam' });
    await search({ search: 'harbour' }, '/moderation/removed');
    const removed = await search({ search: 'harbour', discussion: key, age: 'newer-hour' }, '/moderation/removed');
    assert.deepEqual([removed.has(first), removed.has(second)], [true, false]);
  });
});
