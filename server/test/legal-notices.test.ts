import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import { storeNotice } from '../src/notices/store-notice.js';
import type { ReportReceipt } from '../../src/model/adapter.js';
import { newKey } from '../../test/support/demo-server/reader.js';
import { onOneDatabase } from '../../test/support/demo-server/test-server.js';
import { everythingStored } from './everything-stored.js';
import { noticeReport } from './notice-report.js';

onOneDatabase('notices of illegal content', (server) => {
  const articleWithComment = async (): Promise<readonly [key: string, id: string]> => {
    const key = newKey();
    return [key, (await (await server().person('author')).post(key, 'Burn it down')).id];
  };

  it('Article 16(1): accepts notices from guests, with a receipt that names a page for the decision', async () => {
    const [key, id] = await articleWithComment();
    const guest = server().guest();
    const receipt = await guest.callComment<ReportReceipt>('PUT', 'report', key, id, noticeReport());
    assert.match(receipt.reference ?? '', /^N-[2-9A-Z]{8}$/);
    assert.match(receipt.statusUrl ?? '', /^http:\/\/127\.0\.0\.1:\d+\/api\/notices\/[\w-]{43}$/);
    assert.equal(receipt.receivedAt, server().now.toISOString());
    assert.match(receipt.redress?.message ?? '', /six months/);
    assert.equal((await guest.get(key, id)).reported, true);
    assert.equal((await server().guest().get(key, id)).reported, undefined);
  });

  it('Article 16(1): accepts notices in closed discussions', async () => {
    const [key, id] = await articleWithComment();
    const moderator = await server().person('moderator');
    await moderator.call('PUT', '/discussion/closed', { query: { discussion: key }, body: { closed: true } });
    const { reference } = await server().guest().callComment<ReportReceipt>('PUT', 'report', key, id, noticeReport());
    assert.ok(reference);
  });

  it('stores a notice once for a key, also if it arrives several times at once', async () => {
    const [key, id] = await articleWithComment();
    const report = noticeReport();
    const send = (): Promise<ReportReceipt> => server().guest().callComment('PUT', 'report', key, id, report);
    const receipts = await Promise.all(Array.from({ length: 6 }, send));
    assert.equal(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size, 1);
    const [earlier] = receipts;
    await (await server().person('moderator')).callComment('DELETE', '', key, id);
    assert.deepEqual(await send(), earlier, 'whatever has become of the comment');
    const stored = (await everythingStored(server().store)).split(report.key).length - 1;
    assert.equal(stored, 1);
  });

  it('stores a notice once if concurrent requests have all found none stored', async () => {
    const key = randomUUID();
    const entry = {
      reason: 'illegal',
      explanation: 'Why',
      law: null,
      urls: [],
      name: 'Nora',
      email: 'nora@mail.example',
    };
    const place = { discussion: randomUUID(), comment: randomUUID(), key };
    const notice = {
      ...place,
      about: [
        { key: 'article', url: '', title: null },
        { id: place.comment, parent: '' },
      ] as const,
      entry,
      reporter: 'guest:1',
      revision: undefined,
      language: undefined,
      statusUrlOf: (token: string) => token,
    };
    const rows = await Promise.all(Array.from({ length: 6 }, () => storeNotice(server().store, notice)));
    assert.equal(new Set(rows.map(({ reference, token }) => `${reference} ${token}`)).size, 1);
  });

  it('refuses a notice with a remedy if its key was used for another notice', async () => {
    const [key, id] = await articleWithComment();
    const report = noticeReport();
    await server().guest().callComment('PUT', 'report', key, id, report);
    const other = noticeReport({ explanation: 'It also names a minor.' });
    const { detail } = await server()
      .guest()
      .expectCommentProblem('conflict', 'PUT', 'report', key, id, { ...other, key: report.key });
    assert.match(detail, /new key/);
  });

  for (const [what, change, field, remedy, kind = 'invalid'] of [
    ['without an explanation', { explanation: ' \n' }, 'body', /explain why the content is illegal/],
    [
      'with too long an explanation',
      { explanation: 'x'.repeat(5001) },
      'body',
      /explanation .* 5000 characters/,
      'too-long',
    ],
    ['without a name', { name: ' ' }, 'name', /enter your name/],
    ['without an email address', { email: undefined }, 'email', /enter your email address/],
    ['with an email address that is none', { email: 'ada' }, 'email', /like name@example\.com/],
    ['without good faith', { goodFaith: false }, undefined, /confirm that what you say is accurate/],
    [
      'with an address that is none',
      { urls: ['javascript:alert(1)'] },
      undefined,
      /“javascript:alert\(1\)” is not a web/,
    ],
    ['with no address', { urls: [] }, undefined, /notice\.urls/],
    ['with too long a law', { law: 'x'.repeat(501) }, undefined, /notice\.law/, 'too-long'],
  ] as const) {
    it(`refuses a notice ${what}, with a remedy`, async () => {
      const [key, id] = await articleWithComment();
      const report = noticeReport(change);
      const problem = await server().guest().expectCommentProblem(kind, 'PUT', 'report', key, id, report);
      assert.match(problem.detail, remedy);
      assert.equal(problem.field, field);
    });
  }

  it('accepts a notice of child abuse without a name, but none for a reason without the form "notice"', async () => {
    const [key, id] = await articleWithComment();
    const guest = server().guest();
    const anonymous = noticeReport({ name: undefined, email: undefined });
    await guest.callComment('PUT', 'report', key, id, { ...anonymous, reason: 'child-abuse' });
    const { detail } = await guest.expectCommentProblem('invalid', 'PUT', 'report', key, id, {
      ...noticeReport(),
      reason: 'spam',
    });
    assert.match(detail, /"spam" takes no notice.*"illegal", "child-abuse"/);
  });

  for (const reason of ['illegal', 'child-abuse'])
    it(`requires a notice for the reason ${reason}, and neither accepts nor stores a short report`, async () => {
      const [key, id] = await articleWithComment();
      const report = { reason, detail: newKey(), key: randomUUID() };
      const guest = server().guest();
      const { detail } = await guest.expectCommentProblem('invalid', 'PUT', 'report', key, id, report);
      assert.match(detail, /needs a notice of illegal content, in the member "notice"/);
      assert.equal((await everythingStored(server().store)).includes(report.detail), false);
      assert.equal((await guest.get(key, id)).reported, undefined);
    });

  it('offers the form "notice" for the reasons that need a notice', async () => {
    const { offers } = await server().guest().open(newKey());
    const { reasons } = (offers as unknown as { readonly report: { readonly reasons: readonly { id: string }[] } })
      .report;
    assert.deepEqual(
      reasons.filter(({ id }) => id === 'illegal' || id === 'child-abuse'),
      [
        { id: 'illegal', form: 'notice' },
        { id: 'child-abuse', label: 'Sexual abuse of children', form: 'notice', anonymous: true },
      ],
    );
  });

  it('cannot be sent about a missing comment or the sender’s own comment', async () => {
    const [key, id] = await articleWithComment();
    const author = await server().person('author');
    await author.expectCommentProblem('forbidden', 'PUT', 'report', key, id, noticeReport());
    await author.callComment('DELETE', '', key, id);
    await server().guest().expectCommentProblem('not-found', 'PUT', 'report', key, id, noticeReport());
    await server().guest().expectCommentProblem('not-found', 'PUT', 'report', key, randomUUID(), noticeReport());
  });

  it('can be withdrawn like reports until a moderator decides', async () => {
    const [key, id] = await articleWithComment();
    const reader = await server().person('reader');
    const report = noticeReport({ explanation: 'I take this back' });
    await reader.callComment('PUT', 'report', key, id, report);
    await reader.callComment('DELETE', 'report', key, id);
    assert.equal((await reader.get(key, id)).reported, undefined);
    assert.doesNotMatch(await everythingStored(server().store), /I take this back/);
  });
});
