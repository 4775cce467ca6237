import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { it } from 'node:test';
import { eraseExpired } from '../src/erasure/erase-expired.js';
import { languages } from '../src/notices/status-languages.js';
import { statusWords } from '../src/notices/status-words.js';
import { prune } from '../src/erasure/clean-up.js';
import { deliverDue } from '../src/delivery/outbox.js';
import type { Comment, ReportReceipt } from '../../src/model/adapter.js';
import type { ApiResponse } from '../../test/support/demo-server/contract-check.js';
import { newKey, Reader } from '../../test/support/demo-server/reader.js';
import { onOneDatabase } from '../../test/support/demo-server/test-server.js';
import { EventReader } from './event-reader.js';
import { everythingStored } from './everything-stored.js';
import { newText } from './held-comments.js';
import { ModerationPages } from './moderation-pages.js';
import { noticeReport } from './notice-report.js';

const decision = {
  measure: 'removed',
  ground: 'law',
  rule: 'Criminal Code, section 111',
  facts: 'It calls for a crime.',
  redress: 'Write to us within six months.',
  href: 'mailto:editors@gazette.example',
};

interface Noticed {
  readonly key: string;
  readonly id: string;
  readonly text: string;
  readonly author: Reader;
  readonly statusUrl: string;
}

onOneDatabase('decisions on notices', (server) => {
  /** A comment by an author, and a notice about it by a guest. */
  async function noticed(change: Parameters<typeof noticeReport>[0] = {}, parentId?: string): Promise<Noticed> {
    const key = newKey();
    const author = await server().person('author');
    const text = newText('Burn it down');
    const { id } = await author.post(key, text, parentId === undefined ? {} : { parentId });
    const receipt = await server().guest().callComment<ReportReceipt>('PUT', 'report', key, id, noticeReport(change));
    return { key, id, text, author, statusUrl: receipt.statusUrl ?? '' };
  }

  const moderate = async (text: string): Promise<ModerationPages> =>
    (await ModerationPages.open(server(), 'moderator')).find('/moderation/notices', text);

  const decide = async ({ text }: Noticed, fields: Readonly<Record<string, string>> = {}): Promise<ModerationPages> =>
    (await moderate(text)).press('decide', text, { ...decision, ...fields });

  /** What the sender's page says, without its tags. */
  async function statusOf(statusUrl: string, language = 'en'): Promise<ApiResponse> {
    const { origin, pathname } = new URL(statusUrl);
    const response = await new Reader(() => origin).request('GET', pathname, {
      headers: { 'accept-language': language },
    });
    return { ...response, text: response.text.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ') };
  }

  const own = async ({ author, key, id }: Noticed): Promise<Comment> => {
    const found = (await author.list(key)).items.find((comment) => comment.id === id);
    assert.ok(found, 'its author sees it in the list');
    assert.deepEqual((await author.get(key, id)).decision, found.decision);
    return found;
  };

  it('Article 16(6): queues notices for a decision, the oldest first, with all their fields', async () => {
    const first = await noticed({ explanation: 'It says <b>burn</b> & means it' });
    server().advanceClock(1);
    const second = await noticed({ urls: ['https://news.example/article#comment-2', 'https://news.example/b'] });
    const pages = await moderate(first.text);
    assert.ok(pages.text.indexOf(first.text) < pages.text.indexOf(second.text));
    const article = pages.comment(first.text);
    for (const words of [
      'It says &lt;b&gt;burn&lt;/b&gt; &amp; means it',
      'Criminal Code, section 111',
      'Nora Notifier',
      'nora@mail.example',
      'Illegal content',
      'six months',
    ])
      assert.ok(article.includes(words), words);
    assert.match(pages.comment(second.text), /<a href="https:\/\/news\.example\/b"/);
  });

  it('removes a comment for readers, and shows the reasons only to its author and to moderators', async () => {
    const notice = await noticed();
    const { key, id, author, text } = notice;
    const { position } = await server().guest().open(key);
    const [others, authors] = await Promise.all([
      EventReader.follow(server().guest(), key, position),
      EventReader.follow(author, key, position),
    ]);
    const pages = await decide(notice, { automated: 'yes' });
    assert.match(pages.notice, /^Decided on a notice about the comment by Ines Marlow/);
    assert.equal(pages.has(text), false);

    const { status, body, decision: read } = await own(notice);
    const { decidedAt, ...rest } = read ?? { decidedAt: undefined };
    assert.deepEqual([status, body.value], ['hidden', '']);
    assert.deepEqual(rest, {
      measure: 'removed',
      ground: 'law',
      rule: 'Criminal Code, section 111',
      facts: 'It calls for a crime.',
      basis: 'notice',
      automatedDetection: false,
      automated: true,
      redress: { message: 'Write to us within six months.', href: 'mailto:editors@gazette.example' },
    });
    assert.equal(decidedAt, server().now.toISOString());
    assert.deepEqual((await (await server().person('moderator')).get(key, id)).decision, read);

    for (const reader of [server().guest(), await server().person('reader')]) {
      assert.deepEqual((await reader.list(key)).items, []);
      await reader.expectProblem('not-found', 'GET', `/comments/${id}`, { query: { discussion: key } });
    }
    const cached = await author.request('GET', '/comments', { query: { discussion: key } });
    assert.equal(cached.headers.get('cache-control'), 'private, no-store');

    const [[told], [toldAuthor]] = await Promise.all([others.take(1), authors.take(1)]);
    assert.deepEqual([told?.type, told?.data], ['removed', { id }]);
    assert.equal(toldAuthor?.type, 'changed');
    assert.match(JSON.stringify(toldAuthor?.data), /It calls for a crime/);
    others.close();
    authors.close();
  });

  it('leaves a tombstone without the reasons if a removed comment has replies', async () => {
    const notice = await noticed();
    const { key, id } = notice;
    await (await server().person('reader')).post(key, 'Indeed', { parentId: id });
    await decide(notice);
    const tombstone = (await server().guest().list(key)).items.find((comment) => comment.id === id);
    assert.deepEqual([tombstone?.status, tombstone?.body.value, tombstone?.decision], ['hidden', '', undefined]);
    assert.equal((await own(notice)).decision?.measure, 'removed');
  });

  it('removes a comment that was hidden before, and shows the reasons to its author', async () => {
    const notice = await noticed();
    const { key, id, author } = notice;
    const moderator = await server().person('moderator');
    await moderator.callComment('PUT', 'hide', key, id, { hidden: true });
    await decide(notice);
    assert.equal((await own(notice)).decision?.measure, 'removed');
    assert.equal((await author.open(key)).discussion.total, 0);
    await moderator.expectCommentProblem('not-found', 'PUT', 'hide', key, id, { hidden: false });
    const removed = await (await ModerationPages.open(server(), 'moderator')).find('/moderation/removed', notice.text);
    await removed.press('restore', notice.text);
    const { items, total } = await server().guest().list(key);
    assert.deepEqual([items[0]?.body.value, total], [notice.text, 1]);
  });

  it('shows the sender a decision on a page that needs no account and does not name the author', async () => {
    const notice = await noticed();
    const { statusUrl, text } = notice;
    const before = await statusOf(statusUrl);
    assert.match(
      before.text,
      /We’ve received your notice\. You’ll find our decision on this page once it’s made\..*Received/,
    );
    await decide(notice);
    const { status, headers, text: page } = await statusOf(statusUrl);
    assert.equal(status, 200);
    for (const words of [
      'The comment was removed.',
      'It’s considered illegal.',
      'Criminal Code, section 111',
      'It calls for a crime.',
      'By a person, without automated means.',
      'Write to us within six months.',
      'Contest the decision',
    ])
      assert.ok(page.includes(words), `${words}: ${page}`);
    for (const hidden of ['Ines', 'Marlow', text, 'Nora', 'person:']) assert.ok(!page.includes(hidden), hidden);
    assert.equal(headers.get('cache-control'), 'private, no-store');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none'; style-src 'self';/);
    assert.match((await statusOf(statusUrl, 'fr, de-AT;q=0.9, en;q=0.1')).text, /Le commentaire a été retiré/);
    assert.match((await statusOf(statusUrl, 'ar')).text, /أُزيل التعليق/);
    const wrong = await statusOf(statusUrl.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')));
    assert.equal(wrong.status, 404);
    assert.match(wrong.text, /There’s no notice at this address\./);
    assert.equal((await statusOf(`${statusUrl}%00`)).status, 404);
  });

  it('Article 16(6): shows the sender in every language whether automated means found the comment', async () => {
    const [found, reported] = [await noticed(), await noticed()];
    await decide(found, { automatedDetection: 'yes' });
    await decide(reported);
    assert.match(
      (await statusOf(found.statusUrl)).text,
      /By a person, without automated means\. Automated means found the comment\./,
    );
    assert.doesNotMatch((await statusOf(reported.statusUrl)).text, /found the comment/);
    const sentences = await Promise.all(
      Object.keys(languages).map(async (tag) => {
        const { legal } = await statusWords(tag);
        const { text } = await statusOf(found.statusUrl, tag);
        assert.ok(text.includes(`${legal.decision.byPerson} ${legal.decision.detected}`), `${tag}: ${text}`);
        return legal.decision.detected;
      }),
    );
    assert.equal(new Set(sentences).size, sentences.length);
  });

  it('shows the page of the sender in every language of the section', async () => {
    const { statusUrl } = await noticed();
    const locales = readdirSync(new URL('../../src/locales/', import.meta.url))
      .filter((name) => name.endsWith('.ts') && name !== 'en-GB.ts')
      .map((name) => name.replace('.ts', ''));
    assert.deepEqual(Object.keys(languages).sort(), locales.sort());
    const pages = await Promise.all(locales.map(async (tag) => (await statusOf(statusUrl, tag)).text));
    // Norwegian and Danish, for example, have sentences in common, but no whole page.
    assert.equal(new Set(pages).size, locales.length);
    for (const [asked, word] of [
      ['no', 'Meldingen din'],
      ['zh-TW', '您的通知'],
      ['pt', 'Sua notificação'],
      ['sr-Latn', 'обавештење'],
      ['*', 'Your notice'],
      ['xx-invalid-', 'Your notice'],
    ] as const)
      assert.ok((await statusOf(statusUrl, asked)).text.includes(word), asked);
  });

  it('can keep a comment without a notification to its author', async () => {
    const notice = await noticed();
    await decide(notice, { measure: 'kept', ground: 'terms', rule: '', facts: 'It quotes a film.' });
    const { status, decision: read } = await own(notice);
    assert.deepEqual([status, read], ['visible', undefined]);
    assert.match((await statusOf(notice.statusUrl)).text, /The comment stays as it is\..*It quotes a film\./);
  });

  it('can hide a comment, whose text is kept after the retention period and can be restored', async () => {
    const notice = await noticed();
    const { key, text } = notice;
    await decide(notice, { measure: 'hidden' });
    assert.equal((await own(notice)).decision?.measure, 'hidden');
    server().advanceClock(40 * 1440);
    await eraseExpired(server().store);
    const pages = await (await ModerationPages.open(server(), 'moderator')).find('/moderation/removed', text);
    assert.match(pages.comment(text), /Its text stays until a moderator restores it\./);
    await pages.press('restore', text);
    const { items } = await server().guest().list(key);
    assert.deepEqual(
      items.map(({ body, decision: read }) => [body.value, read]),
      [[text, undefined]],
    );
    assert.equal((await (await server().person('author')).get(key, notice.id)).decision, undefined);
  });

  it('shows a removed reply only to its author, until a moderator restores it', async () => {
    const key = newKey();
    const [reader, author] = [await server().person('reader'), await server().person('author')];
    const { id: parentId } = await reader.post(key, 'A question');
    const text = newText('A bad answer');
    const { id } = await author.post(key, text, { parentId });
    await server().guest().callComment('PUT', 'report', key, id, noticeReport());
    await (await moderate(text)).press('decide', text, decision);
    assert.deepEqual(
      (await server().guest().list(key)).items.map((comment) => [comment.id, comment.replies]),
      [[parentId, undefined]],
    );
    assert.deepEqual(
      (await author.list(key)).items.map((comment) => comment.id),
      [parentId, id],
    );
    const pages = await (await ModerationPages.open(server(), 'moderator')).find('/moderation/removed', text);
    await pages.press('restore', text);
    assert.deepEqual(
      (await server().guest().list(key)).items.map((comment) => comment.id),
      [parentId, id],
    );
  });

  for (const [field, value, words] of [
    ['measure', '', /Choose what is done with the comment\./],
    ['measure', 'burned', /Choose what is done with the comment\./],
    ['ground', '', /Choose what you have judged it by\./],
    ['rule', ' ', /Name the law or the rule that the comment breaks\./],
    ['facts', '', /Say what you base the decision on\./],
    ['facts', 'x'.repeat(3001), /1 character over the limit/],
    ['href', 'javascript:alert(1)', /Start with https:\/\/ or mailto:/],
  ] as const) {
    it(`refuses a decision with a message, and keeps the typed values (${field}: ${value.slice(0, 10)})`, async () => {
      const notice = await noticed();
      const pages = await decide(notice, { redress: 'As <typed>', [field]: value });
      assert.equal(pages.status, 422);
      const article = pages.comment(notice.text);
      assert.match(article, words);
      assert.match(article, /<details open>/);
      assert.match(article, /aria-describedby="notice-\d+-problem[^>]* aria-invalid="true" autofocus/);
      assert.match(article, /As &lt;typed&gt;<\/textarea>/);
      assert.equal((await own(notice)).status, 'visible');
    });
  }

  it('accepts only one decision if two moderators decide at the same time', async () => {
    const notice = await noticed();
    const [pages, late] = [await moderate(notice.text), await moderate(notice.text)];
    const forms = [
      pages.form('decide', notice.text, decision),
      late.form('decide', notice.text, { ...decision, measure: 'kept' }),
    ] as const;
    await pages.send(...forms[0]);
    await late.send(...forms[1]);
    assert.match(late.notice, /^Nothing was changed: the comment by Ines Marlow has been handled/);
    await late.send('/moderation/decide', new URLSearchParams([...forms[1][1], ['facts', '']].filter(isLast('facts'))));
    assert.match(late.text, /Nothing was changed: someone else was faster\./);
    assert.match((await statusOf(notice.statusUrl)).text, /The comment was removed\./);
  });

  it('refuses to decide on a text edited since, and to keep a comment that is already removed', async () => {
    const edited = await noticed();
    const pages = await moderate(edited.text);
    const form = pages.form('decide', edited.text, decision);
    await edited.author.callComment('PATCH', '', edited.key, edited.id, { body: newText('Kindness') });
    await pages.send(...form);
    assert.match(pages.notice, /was edited after you opened this page/);
    assert.match((await statusOf(edited.statusUrl)).text, /once it’s made/);

    const removed = await noticed();
    await (await server().person('moderator')).callComment('DELETE', '', removed.key, removed.id);
    const refused = await decide(removed, { measure: 'kept' });
    assert.match(refused.text, /It is removed already\./);
  });

  it('accepts decisions only from moderators, and only from the moderation pages', async () => {
    const notice = await noticed();
    for (const person of ['reader', 'author'])
      assert.equal((await (await ModerationPages.open(server(), person)).visit('/moderation/notices')).status, 403);
    assert.equal((await (await ModerationPages.open(server())).visit('/moderation/notices')).status, 303);
    const pages = await moderate(notice.text);
    const [path, fields] = pages.form('decide', notice.text, decision);
    await pages.send(path, fields, { origin: 'https://evil.example' });
    assert.equal(pages.status, 403);
    const reader = await ModerationPages.open(server(), 'reader');
    assert.equal((await reader.send(path, fields)).status, 403);
    assert.equal((await own(notice)).status, 'visible');
  });

  it('shows the author reasons for a removal without a notice if the moderator states the ground', async () => {
    const key = newKey();
    const author = await server().person('author');
    const text = newText('An advertisement');
    const { id } = await author.post(key, text);
    await server().guest().callComment('PUT', 'report', key, id, { reason: 'spam' });
    const pages = await (await ModerationPages.open(server(), 'moderator')).find('/moderation/reported', text);
    await pages.press('remove', text, { reason: 'spam', note: 'Third time', ground: '', rule: 'Rule <4>' });
    assert.equal(pages.status, 422);
    assert.match(pages.comment(text), /Choose what you have judged it by\./);
    assert.match(pages.comment(text), /value="Rule &lt;4&gt;"/);
    await pages.press('remove', text, { reason: 'spam', note: 'Third time', ground: 'terms', rule: 'Rule 4' });
    const { decision: read } = await author.get(key, id);
    assert.deepEqual(
      [read?.measure, read?.ground, read?.rule, read?.facts, read?.automated],
      ['removed', 'terms', 'Rule 4', 'Third time', false],
    );
    assert.ok(read?.redress?.message);
  });
});

const isLast =
  (name: string) =>
  ([one]: readonly string[], index: number, all: readonly (readonly string[])[]): boolean =>
    one !== name || index === all.length - 1;

onOneDatabase('the erasure of notices and decisions', (server) => {
  async function decided(): Promise<{ readonly key: string; readonly id: string; readonly statusUrl: string }> {
    const key = newKey();
    const author = await server().person('author');
    const text = newText('Burn it down');
    const { id } = await author.post(key, text);
    const reader = await server().person('reader');
    const { statusUrl = '' } = await reader.callComment<ReportReceipt>('PUT', 'report', key, id, noticeReport());
    const pages = await (await ModerationPages.open(server(), 'moderator')).find('/moderation/notices', text);
    await pages.press('decide', text, decision);
    return { key, id, statusUrl };
  }

  /** What the database holds once mails are sent, and rate limits, which name readers, have expired. */
  async function stored(): Promise<string> {
    server().advanceClock(60);
    await prune(server().store);
    await deliverDue(server().store);
    return everythingStored(server().store);
  }

  const status = async (statusUrl: string): Promise<string> => (await fetch(statusUrl)).text();

  it('happens months after the decision, and keeps the data for statistics', async () => {
    const { key, id, statusUrl } = await decided();
    server().advanceClock(31 * 1440);
    await eraseExpired(server().store);
    assert.doesNotMatch(await everythingStored(server().store), /Burn it down/, 'the text is erased as ever');
    assert.equal((await (await server().person('author')).get(key, id)).decision?.facts, 'It calls for a crime.');
    server().advanceClock(153 * 1440);
    await eraseExpired(server().store);
    assert.doesNotMatch(await stored(), /Nora|nora@|section 111|calls for|person:reader|person:author/);
    assert.match(await status(statusUrl), /The comment was removed\./);
    const author = await server().person('author');
    await author.expectProblem('not-found', 'GET', `/comments/${id}`, { query: { discussion: key } });
  });

  it('keeps an open notice of an erased sender without name and email address', async () => {
    const key = newKey();
    const text = newText('Burn it down');
    const { id } = await (await server().person('author')).post(key, text);
    const reader = await server().person('reader');
    await reader.callComment('PUT', 'report', key, id, noticeReport());
    const pages = await ModerationPages.open(server(), 'moderator');
    await pages.visit('/moderation/erase?identity=person:reader');
    assert.match(pages.text, /Reports: 1/);
    await pages.send('/moderation/erase', { identity: 'person:reader' });
    assert.doesNotMatch(await stored(), /Nora|nora@|person:reader/);
    assert.match((await pages.find('/moderation/notices', text)).comment(text), /No name and no email address/);
  });

  it('erases the decision on a comment together with its author', async () => {
    const { key, id, statusUrl } = await decided();
    const pages = await ModerationPages.open(server(), 'moderator');
    await pages.send('/moderation/erase', { identity: 'person:author' });
    assert.equal(pages.status, 200);
    const moderator = await server().person('moderator');
    await moderator.expectProblem('not-found', 'GET', `/comments/${id}`, { query: { discussion: key } });
    assert.doesNotMatch(await stored(), /person:author|Ines Marlow/);
    assert.match(await status(statusUrl), /The comment was removed\./, 'its sender can still contest it');
  });
});
