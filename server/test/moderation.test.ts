import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import { createDraft, newKey } from '../../test/support/demo-server/reader.js';
import { onOneDatabase } from '../../test/support/demo-server/test-server.js';
import { hold, newText } from './held-comments.js';
import { ModerationPages } from './moderation-pages.js';

onOneDatabase('moderation', (server) => {
  const moderate = (): Promise<ModerationPages> => ModerationPages.open(server(), 'moderator');

  const listed = async (key: string): Promise<readonly string[]> =>
    (await server().guest().list(key)).items.map(({ body }) => body.value);

  it('shows held comments with the reason, oldest first, and publishes approved comments', async () => {
    const key = newKey();
    const guest = server().guest();
    const first = await hold(guest, key);
    server().advanceClock(1);
    const second = await hold(guest, key, 'A crypto giveaway');
    const pages = await (await moderate()).visit('/moderation');
    assert.equal(pages.status, 200);
    assert.ok(pages.text.indexOf(first) < pages.text.indexOf(second));
    assert.match(pages.comment(first), /Held because of “<bdi>casino<\/bdi>”/);
    assert.match(pages.comment(second), /“<bdi>crypto<\/bdi>”, “<bdi>giveaway<\/bdi>”/);
    await pages.press('approve', first);
    assert.equal(pages.notice, 'Approved the comment by Gus. Readers see it now.');
    assert.deepEqual([pages.has(first), pages.has(second)], [false, true]);
    assert.deepEqual(await listed(key), [first]);
    await pages.visit('/moderation');
    assert.equal(pages.notice, '', 'said once');
  });

  it('does not publish a text that its author has changed since it was read', async () => {
    const key = newKey();
    const guest = server().guest();
    const text = await hold(guest, key);
    const pages = await (await moderate()).visit('/moderation');
    const { items } = await guest.list(key);
    const changed = newText('Something much worse');
    await guest.callComment('PATCH', '', key, items[0]?.id ?? '', { body: changed });
    await pages.press('approve', text);
    assert.match(pages.notice, /^Nothing was changed: the comment by Gus was edited after you opened this page/);
    assert.deepEqual(await listed(key), []);
    await pages.press('approve', changed);
    assert.deepEqual(await listed(key), [changed]);
  });

  it('shows every report, and hides dismissed reports until a reader reports again', async () => {
    const key = newKey();
    const [author, reader, guest] = [
      await server().person('author'),
      await server().person('reader'),
      server().guest(),
    ];
    const text = newText('Report me');
    const { id } = await author.post(key, text);
    await guest.callComment('PUT', 'report', key, id, { reason: 'spam', detail: 'Third time <today>' });
    await reader.callComment('PUT', 'report', key, id, { reason: 'other', detail: 'He means my sister' });
    const pages = await (await moderate()).visit('/moderation/reported');
    const article = pages.comment(text);
    assert.match(article, />Reports: 2</);
    assert.match(article, /Off topic or spam<\/b> · Guest · /);
    assert.match(article, /Third time &lt;today&gt;/);
    assert.match(article, /Something else<\/b> · <bdi>Ada Okafor<\/bdi>/);
    assert.match(article, /He means my sister/);
    await pages.press('dismiss', text);
    assert.equal(pages.notice, 'Dismissed the reports of the comment by Ines Marlow. It stays as it is.');
    assert.equal(pages.has(text), false);
    assert.deepEqual(await listed(key), [text]);
    assert.equal((await reader.get(key, id)).reported, true);

    await reader.callComment('PUT', 'report', key, id, { reason: 'abuse', detail: 'He did it again' });
    await pages.visit('/moderation/reported');
    assert.match(pages.comment(text), />Reports: 1</);
    assert.match(pages.comment(text), /He did it again/);
    await pages.press('dismiss', text);
    await server().guest().callComment('PUT', 'report', key, id, { reason: 'false' });
    assert.equal((await pages.visit('/moderation/reported')).has(text), true);
  });

  it('does not show a dismissed report again if it is sent a second time', async () => {
    const key = newKey();
    const [author, reader] = [await server().person('author'), await server().person('reader')];
    const text = newText('Report me');
    const { id } = await author.post(key, text);
    const report = { reason: 'spam', key: randomUUID() };
    await reader.callComment('PUT', 'report', key, id, report);
    const pages = await (await moderate()).visit('/moderation/reported');
    await pages.press('dismiss', text);
    await reader.callComment('PUT', 'report', key, id, report);
    assert.equal((await pages.visit('/moderation/reported')).has(text), false);
    await reader.callComment('PUT', 'report', key, id, { ...report, key: randomUUID() });
    assert.equal((await pages.visit('/moderation/reported')).has(text), true);
  });

  it('dismisses only the reports that were shown', async () => {
    const key = newKey();
    const text = newText('Report me twice');
    const { id } = await (await server().person('author')).post(key, text);
    await server().guest().callComment('PUT', 'report', key, id, { reason: 'spam' });
    const pages = await (await moderate()).visit('/moderation/reported');
    await server().guest().callComment('PUT', 'report', key, id, { reason: 'private', detail: 'My address' });
    await pages.press('dismiss', text);
    assert.match(pages.comment(text), />Reports: 1</);
    assert.match(pages.comment(text), /My address/);
  });

  it('opens reports again when an author restores what they had removed', async () => {
    const key = newKey();
    const author = await server().person('author');
    const text = newText('Now you see it');
    const { id } = await author.post(key, text);
    await server().guest().callComment('PUT', 'report', key, id, { reason: 'spam' });
    const pages = await moderate();
    await author.callComment('DELETE', '', key, id);
    assert.equal((await pages.visit('/moderation/reported')).has(text), false);
    await author.callComment('POST', 'restore', key, id);
    assert.equal((await pages.visit('/moderation/reported')).has(text), true);
  });

  it('removes only with a reason, keeps the typed note, and sends both to the author who posts the comment again', async () => {
    const key = newKey();
    const guest = server().guest();
    const text = newText('A miracle');
    const draft = createDraft(key, text);
    await guest.submit(draft);
    const pages = await (await moderate()).visit('/moderation');
    await pages.press('remove', text, { reason: '', note: 'A <note> of mine' });
    assert.equal(pages.status, 422);
    assert.match(pages.comment(text), /<details open>/);
    assert.match(pages.comment(text), /<p class="problem"[^>]*>Choose a reason\./);
    assert.match(pages.comment(text), /A &lt;note&gt; of mine<\/textarea>/);
    await pages.press('remove', text, { reason: 'other', note: ' ' });
    assert.match(pages.comment(text), /Say what is wrong with the comment\./);
    await pages.press('remove', text, { reason: 'spam', note: 'No advertising, please' });
    assert.match(pages.notice, /^Removed the comment by Gus\. Time left to restore it: 30 days \(Removed\)\.$/);
    assert.equal(pages.has(text), false);
    assert.deepEqual(await guest.submit(draft), {
      outcome: 'rejected',
      reason: 'Off topic or spam. No advertising, please',
    });
    await pages.visit('/moderation/removed');
    assert.match(
      pages.comment(text),
      / · <bdi>person:moderator<\/bdi> · Off topic or spam<[^]*It will be erased for good on/,
    );
    assert.match(pages.comment(text), /No advertising, please/);
  });

  it('removes a comment from the reports, leaves a tombstone for its replies, and restores it', async () => {
    const key = newKey();
    const author = await server().person('author');
    const text = newText('Not nice');
    const { id } = await author.post(key, text);
    await (await server().person('reader')).post(key, 'Indeed', { parentId: id });
    await server().guest().callComment('PUT', 'report', key, id, { reason: 'abuse' });
    const pages = await (await moderate()).visit('/moderation/reported');
    assert.match(pages.comment(text), /<option value="abuse" selected>/, 'the reason of the report is suggested');
    await pages.press('remove', text, { reason: 'abuse', note: '' });
    assert.equal(pages.has(text), false);
    const { items } = await server().guest().list(key);
    assert.deepEqual([items[0]?.status, items[0]?.body.value, items[0]?.author], ['hidden', '', null]);
    await author.expectCommentProblem('forbidden', 'POST', 'restore', key, id);
    await pages.visit('/moderation/removed');
    await pages.press('restore', text);
    assert.equal(pages.notice, 'Restored the comment by Ines Marlow. Readers see it as before.');
    assert.deepEqual(await listed(key), [text, 'Indeed']);
    assert.equal((await pages.visit('/moderation/reported')).has(text), false, 'its reports are handled');
  });

  it('does not show or restore comments that their authors have removed', async () => {
    const key = newKey();
    const author = await server().person('author');
    const text = newText('I take it back');
    const { id } = await author.post(key, text);
    await author.callComment('DELETE', '', key, id);
    const pages = await moderate();
    assert.equal((await pages.visit('/moderation/removed')).has(text), false);
    await pages.send('/moderation/restore', { discussion: key, comment: id });
    assert.equal(pages.status, 403);
    assert.deepEqual(await listed(key), []);
  });

  it('reports that another moderator has already handled the comment', async () => {
    const key = newKey();
    const guest = server().guest();
    const text = await hold(guest, key);
    const [pages, others] = [await moderate(), await moderate()];
    await pages.visit('/moderation');
    await others.visit('/moderation');
    await others.press('remove', text, { reason: 'spam' });
    const removal = pages.form('remove', text, { reason: '' });
    await pages.press('approve', text);
    assert.match(pages.notice, /^Nothing was changed: the comment by Gus has been handled or removed by someone else/);
    await pages.send(...removal);
    assert.match(pages.text, /Nothing was changed: someone else was faster\./);
    assert.deepEqual(await listed(key), []);
  });

  it('pages through many comments without skipping or repeating any', async () => {
    const key = newKey();
    const guest = server().guest();
    const held: string[] = [];
    for (let number = 0; number < 103; number++) {
      held.push(await hold(guest, key));
      server().advanceClock(1);
    }
    const pages = await moderate();
    const seen: string[] = [];
    for await (const page of pages.walk('/moderation')) {
      assert.ok(page.comments.length <= 50);
      seen.push(...held.filter((text) => page.has(text)));
    }
    assert.deepEqual(seen, held);
    assert.match(pages.text, /<a href="\/moderation">First page<\/a>/);
    const last = held.at(-1) ?? '';
    await pages.press('approve', last);
    assert.match(pages.notice, /^Approved/);
    assert.ok(pages.has(held.at(-2) ?? ''), 'the same page again');
  });
});
