/** Software of the publisher that judges texts before others read them. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, beforeEach, describe, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { deliverDue } from '../src/delivery/outbox.js';
import { changeDiscussion, refByKey } from '../src/discussion/change-discussion.js';
import { undoRemoval } from '../src/discussion/remove-comment.js';
import type { JudgeRules } from '../src/rules/house-rules.js';
import { setWarning } from '../src/identity/bans-and-warnings.js';
import { createPgliteDatabase } from '../../test/support/demo-server/pglite-database.js';
import { quickRules } from '../../test/support/demo-server/quick-rules.js';
import { createDraft, newKey, type Reader } from '../../test/support/demo-server/reader.js';
import { TestReceiver, type Answer } from '../../test/support/demo-server/receiver.js';
import { ServerLog } from '../../test/support/demo-server/server-log.js';
import { onOneDatabase, TestServer } from '../../test/support/demo-server/test-server.js';
import { delayedWrite, type Meanwhile } from './delayed-write.js';
import { everythingStored } from './everything-stored.js';
import { newText } from './held-comments.js';
import { ModerationPages } from './moderation-pages.js';

/** Tests deliver by themselves. */
const untilTestsEnd = 3_600_000;

const secret = `whsec_${randomBytes(32).toString('base64')}`;
const judge = await TestReceiver.start();
const hook = await TestReceiver.start();
after(() => Promise.all([judge.close(), hook.close()]));

const outgoing = {
  policy: { allowsHttp: true, allowsPrivate: true },
  webhooks: [{ url: hook.url, secrets: [secret] }],
  judge: { url: judge.url, secrets: [secret] },
};

const log = new ServerLog();

/** The only line of the log. */
const assertNoJudgement = (decision: string): void =>
  assert.deepEqual(log.messages, [
    `${new URL(judge.url).origin} gave no judgement. The house rule decides: ${decision}.`,
  ]);

const answering = (judgement: unknown): Answer => ({ status: 200, body: JSON.stringify(judgement) });

/** The questions so far, all of them verified with the published library. */
const questions = (): readonly Readonly<Record<string, unknown>>[] =>
  judge.received.map(({ body, headers }) => {
    const message = new Webhook(secret).verify(body, headers as Record<string, string>);
    return (message as { readonly data: Readonly<Record<string, unknown>> }).data;
  });

interface HeldComment {
  readonly body?: { readonly value: string };
  readonly reasons?: readonly string[];
}

/** What webhooks report of why a comment with this text is held. */
async function heldReasons(server: TestServer, text: string): Promise<unknown> {
  await deliverDue(server.store);
  const comments = hook.received.map(
    ({ body }) => (JSON.parse(body) as { readonly data: { readonly comment: HeldComment } }).data.comment,
  );
  return comments.find(({ body }) => body?.value === text)?.reasons;
}

/** Warns the author of a comment. */
async function warn({ store }: TestServer, key: string, id: string): Promise<void> {
  const { owner } = await changeDiscussion(store, refByKey(key), (change) => change.find(id));
  await setWarning(store.database, owner ?? '', 'Calm down.');
}

const forgetWarnings = ({ store: { database } }: TestServer): Promise<unknown> =>
  database.updateTable('standings').set({ warning_id: null, warning: null }).execute();

beforeEach(() => {
  log.clear();
  judge.received.length = 0;
  judge.respond = () => answering({ outcome: 'publish' });
});

onOneDatabase(
  'a judge',
  (server) => {
    it('is asked about the text, with nothing that names a guest, and publishes', async () => {
      const key = newKey();
      const guest = server().guest();
      const parent = await (await server().person('reader')).post(key, 'A question');
      const draft = createDraft(key, 'An answer', {
        parentId: parent.id,
        guest: { name: 'Gus Miller', email: 'gus@mail.example' },
      });
      const { outcome, comment } = await guest.submit(draft);
      assert.deepEqual([outcome, comment?.status], ['published', 'visible']);
      const discussion = { key, url: '' };
      assert.deepEqual(questions(), [
        { action: 'new', discussion, parent: null, author: { kind: 'account' }, text: 'A question' },
        { action: 'new', discussion, parent: { text: 'A question' }, author: { kind: 'guest' }, text: 'An answer' },
      ]);
      const sent = judge.received.map(({ body }) => body).join();
      for (const value of ['@', 'Gus', draft.submitKey, ...guest.cookies.values()])
        assert.ok(!sent.includes(value), value);
    });

    it('holds, with reasons for moderators and not for others', async () => {
      const key = newKey();
      judge.respond = () => answering({ outcome: 'hold', reasons: ['It looks like an advertisement.'] });
      const guest = server().guest();
      const { outcome, comment, reason } = await guest.submit(createDraft(key, 'Read my blog'));
      assert.deepEqual([outcome, comment?.status, reason], ['pending', 'pending', undefined]);
      assert.deepEqual((await server().guest().list(key)).items, []);
      assert.deepEqual(await heldReasons(server(), 'Read my blog'), ['It looks like an advertisement.']);
      assert.doesNotMatch(JSON.stringify(await guest.open(key)), /advertisement/);
    });

    it('shows its reasons in the queue of held comments', async () => {
      const text = newText('Read my diary');
      judge.respond = () => answering({ outcome: 'hold', reasons: ['It looks like an advertisement.'] });
      await server().guest().submit(createDraft(newKey(), text));
      const pages = await (await ModerationPages.open(server(), 'moderator')).find('/moderation', text);
      assert.match(pages.comment(text), /<blockquote dir="auto">It looks like an advertisement\.<\/blockquote>/);
      assert.doesNotMatch(pages.comment(text), /By today’s rules/);
    });

    it('rejects with reasons and a statement that says the decision was automated, and moderators can restore it', async () => {
      const key = newKey();
      const text = newText('I will find you');
      judge.respond = () => answering({ outcome: 'reject', reasons: ['It is a threat.', 'Our rules allow none.'] });
      const reader = await server().person('reader');
      const draft = createDraft(key, text);
      const rejected = { outcome: 'rejected', reason: 'It is a threat. Our rules allow none.' };
      assert.deepEqual(await reader.submit(draft), rejected);
      assert.deepEqual(await reader.submit(draft), rejected, 'the same when sent again');
      assert.equal(judge.received.length, 1);
      assert.deepEqual((await server().guest().open(key)).discussion.total, 0);
      assert.deepEqual((await server().guest().list(key)).items, []);
      const [own] = (await reader.list(key)).items;
      assert.deepEqual(own?.decision, {
        measure: 'rejected',
        ground: 'terms',
        facts: 'It is a threat. Our rules allow none.',
        basis: 'own-initiative',
        automatedDetection: true,
        automated: true,
        decidedAt: server().now.toISOString(),
        redress: quickRules.redress,
      });
      assert.equal(own.body.value, '');
      const pages = await (await ModerationPages.open(server(), 'moderator')).find('/moderation/removed', text);
      assert.match(pages.comment(text), /It is a threat\. Our rules allow none\./);
      await pages.press('restore', text);
      await (await pages.find('/moderation', text)).press('approve', text);
      assert.deepEqual(
        (await server().guest().list(key)).items.map(({ body }) => body.value),
        [text],
      );
      const { outcome, comment } = await reader.submit(draft);
      assert.deepEqual([outcome, comment?.decision], ['published', undefined]);
    });

    it('asks the writer to reconsider once, and publishes what is confirmed', async () => {
      judge.respond = () => answering({ outcome: 'reconsider', reasons: ['Would you say this to a neighbour?'] });
      const reader = await server().person('reader');
      const draft = createDraft(newKey(), 'What nonsense');
      const ask = (change: object) =>
        reader.expectProblem('confirm', 'POST', '/comments', { body: { ...draft, ...change } });
      const { challenge, detail } = await ask({});
      assert.equal(detail, 'Would you say this to a neighbour?');
      assert.deepEqual(challenge, { type: 'reconsider', message: detail, token: challenge?.token });
      await ask({ confirm: 'anyway' });
      await ask({ body: 'What utter nonsense', confirm: challenge?.token });
      await ask({ discussion: { ...draft.discussion, key: newKey() }, confirm: challenge?.token });
      const asked = judge.received.length;
      assert.equal((await reader.submit({ ...draft, confirm: challenge?.token ?? '' })).outcome, 'published');
      assert.equal(judge.received.length, asked, 'nothing is judged that its writer has reconsidered');
    });

    it('asks without a message if it gives no reasons, also after the house rules have asked about capitals', async () => {
      judge.respond = () => answering({ outcome: 'reconsider' });
      const guest = server().guest();
      const draft = createDraft(newKey(), 'THIS IS THE END OF THE WORLD AS WE KNOW IT');
      const ask = (change: object) =>
        guest.expectProblem('confirm', 'POST', '/comments', { body: { ...draft, ...change } });
      const { challenge: capitals } = await ask({});
      assert.equal(judge.received.length, 0);
      const { challenge } = await ask({ confirm: capitals?.token });
      assert.deepEqual(challenge, { type: 'reconsider', token: challenge?.token });
      assert.equal((await guest.submit({ ...draft, confirm: challenge?.token ?? '' })).outcome, 'published');
    });

    it('is asked once about attempts with the same key, also if they arrive together', async () => {
      const guest = server().guest();
      const draft = createDraft(newKey(), 'Only once');
      const results = await Promise.all(Array.from({ length: 4 }, () => guest.submit(draft)));
      results.push(await guest.submit(draft));
      assert.deepEqual(new Set(results.map(({ outcome }) => outcome)), new Set(['published']));
      assert.equal(judge.received.length, 1);
    });

    it('is not asked about texts of moderators, and not about what cannot be stored', async () => {
      const key = newKey();
      const moderator = await server().person('moderator');
      const { id } = await moderator.post(key, 'Please be kind');
      const reader = await server().person('reader');
      const submit = (kind: string, draft: object) => reader.expectProblem(kind, 'POST', '/comments', { body: draft });
      await submit('rejected', createDraft(key, 'You scumbag'));
      await submit('parent-gone', createDraft(key, 'Where?', { parentId: 'nowhere' }));
      await reader.expectCommentProblem('forbidden', 'PATCH', '', key, id, { body: 'Not mine' });
      await moderator.call('PUT', '/discussion/closed', { query: { discussion: key }, body: { closed: true } });
      await submit('closed', createDraft(key, 'Too late'));
      assert.equal(judge.received.length, 0);
    });

    it('judges edits: publishes, refuses what it would hold or reject, and lets a writer go on who would reconsider', async () => {
      const key = newKey();
      const reader = await server().person('reader');
      const { id } = await reader.post(key, 'One');
      const edit = (body: string) => reader.callComment('PATCH', '', key, id, { body });
      assert.equal((await edit('Two')).body.value, 'Two');
      assert.deepEqual(questions().at(-1), {
        action: 'edit',
        discussion: { key, url: '' },
        parent: null,
        author: { kind: 'account' },
        text: 'Two',
      });
      await edit('Two');
      assert.equal(judge.received.length, 2, 'a repeated edit is not judged');
      const refuse = (body: string) => reader.expectCommentProblem('rejected', 'PATCH', '', key, id, { body });
      judge.respond = () => answering({ outcome: 'reject', reasons: ['It is a threat.'] });
      assert.equal((await refuse('Three')).detail, 'It is a threat.');
      judge.respond = () => answering({ outcome: 'hold' });
      assert.match((await refuse('Four')).detail, /Please post it as a new comment/);
      judge.respond = () => answering({ outcome: 'reconsider' });
      assert.equal((await edit('Five')).body.value, 'Five');
    });

    for (const who of ['an account', 'a guest'] as const)
      it(`judges the edit of a reply by ${who} whose parent is removed, without the text of the parent`, async () => {
        const key = newKey();
        const writer = who === 'a guest' ? server().guest() : await server().person('reader');
        const parent = await writer.post(key, 'A question');
        const reply = await writer.post(key, 'An answer', { parentId: parent.id });
        await writer.callComment('DELETE', '', key, parent.id);
        judge.respond = () => answering({ outcome: 'reject', reasons: ['It is an advertisement.'] });
        const { detail } = await writer.expectCommentProblem('rejected', 'PATCH', '', key, reply.id, {
          body: 'Buy SPAM',
        });
        assert.equal(detail, 'It is an advertisement.');
        const { parent: asked, text } = questions().at(-1) ?? {};
        assert.deepEqual([asked, text], [null, 'Buy SPAM']);
        assert.equal((await server().guest().get(key, reply.id)).body.value, 'An answer');
      });

    it('judges the edit of a reply whose parent a moderator has hidden, without the text of the parent', async () => {
      const key = newKey();
      const [writer, moderator] = [server().guest(), await server().person('moderator')];
      const { id: parentId } = await writer.post(key, 'A question');
      const { id } = await writer.post(key, 'An answer', { parentId });
      await moderator.callComment('PUT', 'hide', key, parentId, { hidden: true });
      judge.respond = () => answering({ outcome: 'hold' });
      await writer.expectCommentProblem('rejected', 'PATCH', '', key, id, { body: 'Buy SPAM' });
      assert.deepEqual(questions().at(-1)?.['parent'], null);
      assert.equal((await moderator.get(key, id)).body.value, 'An answer');
    });

    it('leaves what it was not asked about to moderators, if it can be stored after all', async () => {
      const key = newKey();
      const moderator = await server().person('moderator');
      const writer = await server().person('reader');
      const { id: parentId } = await moderator.post(key, 'A question');
      const other = await moderator.post(key, 'Another one');
      await moderator.callComment('DELETE', '', key, other.id);
      const close = (closed: boolean) =>
        moderator.call('PUT', '/discussion/closed', { query: { discussion: key }, body: { closed } });
      for (const [what, below, allow] of [
        ['below a removed comment', other.id, async (change) => undoRemoval(change, await change.find(other.id))],
        ['in a closed discussion', parentId, async (change) => change.setClosing({ closed_at: null, closes_at: null })],
      ] as const satisfies readonly (readonly [string, string, NonNullable<Meanwhile['change']>])[]) {
        if (what === 'in a closed discussion') await close(true);
        const text = newText(`Written ${what}`);
        const draft = createDraft(key, text, { parentId: below });
        const { outcome, comment } = await delayedWrite(server(), key, () => writer.submit(draft), { change: allow });
        assert.deepEqual([outcome, comment?.status], ['pending', 'pending'], what);
        assert.deepEqual((await server().guest().list(key, { parent: below })).items, [], what);
        const pages = await (await ModerationPages.open(server(), 'moderator')).find('/moderation', text);
        await pages.press('approve', text);
        assert.equal((await server().guest().list(key, { parent: below })).items[0]?.body.value, text);
      }
      assert.equal(judge.received.length, 0);
    });

    it('refuses an edit that changed nothing when it was sent, and would undo a later one', async () => {
      const key = newKey();
      const [writer, moderator] = [server().guest(), await server().person('moderator')];
      judge.respond = () => answering({ outcome: 'hold' });
      const { id } = await writer.post(key, 'Buy SPAM');
      judge.respond = () => answering({ outcome: 'publish' });
      const edit = (body: string) => writer.callComment('PATCH', '', key, id, { body });
      const asked = judge.received.length;
      await delayedWrite(
        server(),
        key,
        () => writer.expectCommentProblem('conflict', 'PATCH', '', key, id, { body: 'Buy SPAM' }),
        {
          change: async (change) => {
            const before = await change.find(id);
            await change.update(before, { body: 'A nice text', revision: before.revision + 1, status: 'visible' });
          },
        },
      );
      assert.equal(judge.received.length, asked);
      assert.equal((await server().guest().get(key, id)).body.value, 'A nice text');
      judge.respond = () => answering({ outcome: 'reject' });
      await assert.rejects(edit('Buy SPAM'));
      assert.equal((await moderator.get(key, id)).body.value, 'A nice text');
    });

    for (const [what, meanwhile, kind] of [
      ['banned', (moderator, key, id) => moderator.callComment('PUT', 'ban', key, id, { banned: true }), 'blocked'],
      ['warned', (_moderator, key, id) => warn(server(), key, id), 'forbidden'],
    ] as const satisfies readonly (readonly [
      string,
      (moderator: Reader, key: string, id: string) => Promise<unknown>,
      string,
    ])[])
      it(`does not publish what a guest sent who is ${what} while it thinks`, async () => {
        const [key, guest, moderator] = [newKey(), server().guest(), await server().person('moderator')];
        const { id } = await guest.post(key, 'Rude');
        const whileItThinks = (): void => {
          judge.respond = async () => {
            await meanwhile(moderator, key, id);
            return answering({ outcome: 'publish' });
          };
        };
        whileItThinks();
        await guest.expectProblem(kind, 'POST', '/comments', { body: createDraft(key, 'Ruder') });
        await moderator.callComment('PUT', 'ban', key, id, { banned: false });
        await forgetWarnings(server());
        whileItThinks();
        await guest.expectCommentProblem(kind, 'PATCH', '', key, id, { body: 'Ruder' });
        await moderator.callComment('PUT', 'ban', key, id, { banned: false });
        await forgetWarnings(server());
        assert.deepEqual(
          (await server().guest().list(key)).items.map(({ body }) => body.value),
          ['Rude'],
        );
      });

    it('does not hold for moderators what a banned guest sent when it fails', async () => {
      const [key, guest, moderator] = [newKey(), server().guest(), await server().person('moderator')];
      const { id } = await guest.post(key, 'Rude');
      judge.respond = async () => {
        await moderator.callComment('PUT', 'ban', key, id, { banned: true });
        return { status: 500 };
      };
      await guest.expectProblem('blocked', 'POST', '/comments', { body: createDraft(key, 'Ruder') });
      assertNoJudgement('hold');
      await moderator.callComment('PUT', 'ban', key, id, { banned: false });
      assert.equal((await moderator.list(key)).items.length, 1);
    });

    it('leaves a held comment held when its writer edits it, with the new reasons', async () => {
      const key = newKey();
      const guest = server().guest();
      judge.respond = () => answering({ outcome: 'hold', reasons: ['First reason.'] });
      const { id } = await guest.post(key, 'One');
      judge.respond = () => answering({ outcome: 'hold', reasons: ['Second reason.'] });
      assert.equal((await guest.callComment('PATCH', '', key, id, { body: 'My other blog' })).status, 'pending');
      assert.deepEqual(await heldReasons(server(), 'My other blog'), ['Second reason.']);
    });

    for (const [what, answer] of [
      ['an error', { status: 500 }],
      ['a redirect', { status: 302, headers: { location: '/elsewhere' } }],
      ['no JSON', { status: 200, body: '<p>Welcome' }],
      ['no object', answering(null)],
      ['an unknown outcome', answering({ outcome: 'maybe' })],
      ['reasons that are no texts', answering({ outcome: 'reject', reasons: [{ code: 7 }] })],
    ] as const)
      it(`holds a comment by the house rule if the judge responds with ${what}`, async () => {
        judge.respond = () => answer;
        const text = newText('Is this fine?');
        assert.equal((await server().guest().submit(createDraft(newKey(), text))).outcome, 'pending');
        assert.equal(judge.received.length, 1, 'it is not asked again');
        assert.doesNotMatch(log.text, /Welcome|maybe|nonsense/);
        assertNoJudgement('hold');
        assert.deepEqual(await heldReasons(server(), text), ['The automatic check did not respond.']);
      });
  },
  { outgoing, interval: untilTestsEnd, log },
);

describe('a judge that fails', () => {
  /** A server with a judge that nothing listens for, or that does not respond in time. */
  async function withServer(
    { rules, url }: { readonly rules: Partial<JudgeRules>; readonly url: string },
    work: (server: TestServer) => Promise<void>,
  ): Promise<void> {
    const database = await createPgliteDatabase();
    const server = await TestServer.start(database.config, {
      outgoing: { ...outgoing, judge: { url, secrets: [secret] } },
      rules: { ...quickRules, judge: { ...quickRules.judge, ...rules } },
      log,
    });
    try {
      await work(server);
    } finally {
      await server.close();
      await database.drop();
    }
  }

  /** The address of a port on which nothing listens any more. */
  async function goneUrl(): Promise<string> {
    const gone = await TestReceiver.start();
    const { url } = gone;
    await gone.close();
    return url;
  }

  it('does not wait for a judge longer than the house rule allows', async () => {
    assert.equal(quickRules.judge.seconds, 2);
    judge.respond = () => undefined;
    await withServer({ url: judge.url, rules: { seconds: 0.5, onFailure: 'publish' } }, async (server) => {
      assert.equal((await server.guest().submit(createDraft(newKey(), 'Hello?'))).outcome, 'published');
      assert.equal(judge.received.length, 1);
      assertNoJudgement('publish');
    });
  });

  it('holds a comment by the house rule if the judge is unreachable', async () => {
    await withServer({ url: await goneUrl(), rules: {} }, async (server) => {
      assert.equal((await server.guest().submit(createDraft(newKey(), 'Hello?'))).outcome, 'pending');
      assert.match(log.text, /ECONNREFUSED/);
    });
  });

  it('rejects a comment without storing it if the judge is unreachable and the house rule rejects', async () => {
    await withServer({ url: await goneUrl(), rules: { onFailure: 'reject' } }, async (server) => {
      const draft = createDraft(newKey(), 'Wilhelmina was here');
      const { detail } = await server.guest().expectProblem('rejected', 'POST', '/comments', { body: draft });
      assert.equal(detail, 'The automatic check did not respond. Please try again later.');
      assert.doesNotMatch(await everythingStored(server.store), /Wilhelmina/);
    });
  });

  it('is asked again about the same attempt, whose second answer counts', async () => {
    const answers = [{ status: 500 }, answering({ outcome: 'publish' })];
    judge.respond = () => answers.shift();
    await withServer({ url: judge.url, rules: { onFailure: 'reject' } }, async (server) => {
      const guest = server.guest();
      const draft = createDraft(newKey(), 'Is anyone there?');
      await guest.expectProblem('rejected', 'POST', '/comments', { body: draft });
      assertNoJudgement('reject');
      assert.equal((await guest.submit(draft)).outcome, 'published');
      assert.equal(judge.received.length, 2);
    });
  });

  it('does not ask a judge at a private address unless the settings allow it', async () => {
    const database = await createPgliteDatabase();
    const server = await TestServer.start(database.config, {
      outgoing: { ...outgoing, policy: { allowsHttp: true, allowsPrivate: false } },
      log,
    });
    assert.equal((await server.guest().submit(createDraft(newKey(), 'Hello?'))).outcome, 'pending');
    assert.equal(judge.received.length, 0);
    assert.match(log.text, /Set OUTGOING_PRIVATE=1/);
    await server.close();
    await database.drop();
  });
});
