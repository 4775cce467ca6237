/** The reasons that moderators give for what they do in the section, and who reads them. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eraseExpired } from '../src/erasure/erase-expired.js';
import type { Comment, Decision, DecisionReasons } from '../../src/model/adapter.js';
import { quickRules } from '../../test/support/demo-server/quick-rules.js';
import { createDraft, newKey, type Reader } from '../../test/support/demo-server/reader.js';
import { onOneDatabase } from '../../test/support/demo-server/test-server.js';
import { EventReader } from './event-reader.js';
import { everythingStored } from './everything-stored.js';
import { newText } from './held-comments.js';
import { ModerationPages } from './moderation-pages.js';
import { noticeReport } from './notice-report.js';

const reasons: DecisionReasons = { ground: 'terms', rule: 'Rule 2: no insults', facts: 'It calls him a liar.' };

const redress = { message: 'Write to us.', href: 'mailto:editors@gazette.example' };

const rules = { ...quickRules, redress, decisions: { rules: ['Rule 2: no insults'], required: false } };

/** Finds the comment in the reader's list. */
const listed = async (reader: Reader, key: string, id: string): Promise<Comment | undefined> =>
  (await reader.list(key)).items.find((comment) => comment.id === id);

onOneDatabase(
  'the reasons of a decision',
  (server) => {
    const moderator = (): Promise<Reader> => server().person('moderator');
    const author = (): Promise<Reader> => server().person('author');

    /** What the server adds when a moderator acts on their own initiative. */
    const stated = (measure: Decision['measure'], changes: Partial<Decision> = {}): Decision => ({
      measure,
      ...reasons,
      basis: 'own-initiative',
      automatedDetection: false,
      automated: false,
      decidedAt: server().now.toISOString(),
      redress,
      ...changes,
    });

    /** Only the author and moderators get the decision, in lists and alone. */
    async function isOnlyForAuthor(key: string, id: string, decision: Decision): Promise<void> {
      const own = await listed(await author(), key, id);
      assert.deepEqual([own?.body.value, own?.author, own?.status], ['', null, 'hidden']);
      assert.deepEqual(own?.decision, decision);
      assert.deepEqual((await (await moderator()).get(key, id)).decision, decision);
      for (const reader of [server().guest(), await server().person('reader')])
        assert.equal((await listed(reader, key, id))?.decision, undefined);
    }

    it('shows the reasons for a removal only to the author and to moderators', async () => {
      const key = newKey();
      const { id } = await (await author()).post(key, 'He is a liar');
      const result = await (await moderator()).callComment('POST', 'remove', key, id, { decision: reasons });
      assert.deepEqual(result, { effect: 'gone' });
      await isOnlyForAuthor(key, id, stated('removed'));
      assert.equal((await listed(server().guest(), key, id))?.id, undefined);
    });

    it('Article 17(2): sends the reasons to an account at the time of the restriction', async () => {
      const key = newKey();
      const { id } = await (await author()).post(key, 'He is a liar');
      const events = await EventReader.follow(await author(), key, (await (await author()).open(key)).position);
      await (await moderator()).callComment('POST', 'remove', key, id, { decision: reasons });
      const { type, data } = await events.next();
      events.close();
      assert.equal(type, 'changed');
      assert.deepEqual((data as Comment).decision, stated('removed'));
    });

    it('Article 17(2): shows the reasons to a guest in the browser that wrote the comment', async () => {
      const key = newKey();
      const [guest, other] = [server().guest(), server().guest()];
      const { id } = await guest.post(key, 'He is a liar');
      await other.post(key, 'Is he?');
      await (await moderator()).callComment('POST', 'remove', key, id, { decision: reasons });
      assert.deepEqual((await listed(guest, key, id))?.decision, stated('removed'));
      assert.equal(await listed(other, key, id), undefined);
    });

    it('deletes the reasons once the removal is undone', async () => {
      const key = newKey();
      const { id } = await (await author()).post(key, 'He is a liar');
      await (await moderator()).callComment('POST', 'remove', key, id, { decision: reasons });
      await (await moderator()).callComment('POST', 'restore', key, id, {});
      const { status, decision } = await (await author()).get(key, id);
      assert.deepEqual([status, decision], ['visible', undefined]);
    });

    it('shows the author the reasons for hiding a comment, until readers see it again', async () => {
      const key = newKey();
      const { id } = await (await author()).post(key, 'He is a liar');
      const hide = async (hidden: boolean, decision?: DecisionReasons): Promise<void> =>
        void (await (await moderator()).callComment('PUT', 'hide', key, id, { hidden, ...(decision && { decision }) }));
      await hide(true, reasons);
      await isOnlyForAuthor(key, id, stated('hidden'));
      await hide(false);
      const { status, decision } = await (await author()).get(key, id);
      assert.deepEqual([status, decision], ['visible', undefined]);
    });

    it('reports in the reasons that the word list found a rejected comment', async () => {
      const key = newKey();
      const { comment } = await (await author()).submit(createDraft(key, 'A giveaway'));
      await (await moderator()).callComment('POST', 'reject', key, comment!.id, { decision: reasons });
      await isOnlyForAuthor(key, comment!.id, stated('rejected', { automatedDetection: true }));
      await (await moderator()).callComment('POST', 'hold', key, comment!.id, {});
      assert.equal((await (await author()).get(key, comment!.id)).decision, undefined);
    });

    it('names a notice as the basis of the reasons if one waits for a decision', async () => {
      const key = newKey();
      const { id } = await (await author()).post(key, 'He is a liar');
      await server().guest().callComment('PUT', 'report', key, id, noticeReport());
      await (await moderator()).callComment('POST', 'remove', key, id, { decision: { ...reasons, ground: 'law' } });
      await isOnlyForAuthor(key, id, stated('removed', { ground: 'law', basis: 'notice' }));
    });

    it('shows banned readers the reasons where they are refused, until the ban ends', async () => {
      const key = newKey();
      const reader = await server().person('reader');
      const { id } = await reader.post(key, 'He is a liar');
      const until = new Date(server().now.getTime() + 86_400_000).toISOString();
      await (await moderator()).callComment('PUT', 'ban', key, id, { banned: true, until, decision: reasons });
      assert.deepEqual((await reader.open(key)).discussion.posting?.refusal, {
        reason: 'banned',
        message: 'A moderator has banned you from commenting.',
        until,
        decision: stated('banned', { until }),
      });
      const { detail } = await reader.expectProblem('blocked', 'POST', '/comments', { body: createDraft(key, 'More') });
      assert.equal(
        detail,
        'A moderator has banned you from commenting. Rule 2: no insults It calls him a liar. Write to us.',
      );
      const others = (await server().guest().open(key)).discussion.posting;
      assert.equal(others?.refusal, undefined);
      assert.ok((await everythingStored(server().store)).includes('It calls him a liar.'));
      await (await moderator()).callComment('PUT', 'ban', key, id, { banned: false });
      assert.equal((await reader.open(key)).discussion.posting?.refusal, undefined);
      assert.ok(!(await everythingStored(server().store)).includes('"banned"'));
    });

    it('keeps the reasons after the text of the comment is erased', async () => {
      const key = newKey();
      const text = newText('He is a liar');
      const { id } = await (await author()).post(key, text);
      await (await moderator()).callComment('POST', 'remove', key, id, { decision: reasons });
      server().advanceClock(31 * 1440);
      await eraseExpired(server().store);
      assert.ok(!(await everythingStored(server().store)).includes(text));
      assert.equal((await listed(await author(), key, id))?.decision?.facts, reasons.facts);
    });

    it('lets only moderators give reasons, which are optional', async () => {
      const key = newKey();
      const { id } = await (await author()).post(key, 'He is a liar');
      const own = await (await moderator()).open(key);
      assert.deepEqual(own.discussion.decisions, { rules: ['Rule 2: no insults'], required: false });
      for (const reader of [await author(), server().guest()])
        assert.equal((await reader.open(key)).discussion.decisions, undefined);
      await (await moderator()).callComment('DELETE', '', key, id);
      assert.equal(await listed(await author(), key, id), undefined);
    });

    it('refuses reasons from readers', async () => {
      const key = newKey();
      const { id } = await (await author()).post(key, 'He is a liar');
      const reader = await server().person('reader');
      await reader.expectCommentProblem('forbidden', 'POST', 'remove', key, id, { decision: reasons });
    });
  },
  { rules },
);

onOneDatabase(
  'the house rule that moderators give reasons',
  (server) => {
    const without = [undefined, { ground: 'law' }, { ...reasons, facts: ' ' }, { ...reasons, rule: '' }] as const;

    it('refuses to remove, hide and ban without a rule and facts', async () => {
      const key = newKey();
      const [moderator, author] = [await server().person('moderator'), await server().person('author')];
      const { id } = await author.post(key, 'He is a liar');
      assert.equal((await moderator.open(key)).discussion.decisions?.required, true);
      await moderator.expectCommentProblem('invalid', 'DELETE', '', key, id);
      for (const decision of without) {
        const given = decision && { decision };
        if (given) await moderator.expectCommentProblem('invalid', 'POST', 'remove', key, id, given);
        await moderator.expectCommentProblem('invalid', 'PUT', 'hide', key, id, { hidden: true, ...given });
        await moderator.expectCommentProblem('invalid', 'PUT', 'ban', key, id, { banned: true, ...given });
      }
      assert.equal((await author.get(key, id)).status, 'visible');
      await author.post(key, 'Not banned');
    });

    it('refuses to reject without them', async () => {
      const key = newKey();
      const [moderator, author] = [await server().person('moderator'), await server().person('author')];
      const { comment } = await author.submit(createDraft(key, 'A giveaway'));
      for (const decision of without)
        await moderator.expectCommentProblem('invalid', 'POST', 'reject', key, comment!.id, decision && { decision });
      assert.equal((await author.get(key, comment!.id)).status, 'pending');
    });

    it('does not concern what moderators undo, nor comments of their own', async () => {
      const key = newKey();
      const [moderator, author] = [await server().person('moderator'), await server().person('author')];
      const { id } = await author.post(key, 'He is a liar');
      await moderator.callComment('PUT', 'hide', key, id, { hidden: true, decision: reasons });
      await moderator.callComment('PUT', 'hide', key, id, { hidden: false });
      const own = await moderator.post(key, 'My own');
      await moderator.callComment('DELETE', '', key, own.id);
      const mine = await author.post(key, 'Mine');
      await author.callComment('DELETE', '', key, mine.id);
    });

    it('holds on the moderation pages, too', async () => {
      const key = newKey();
      const author = await server().person('author');
      const text = newText('A giveaway');
      await author.submit(createDraft(key, text));
      const pages = await (await ModerationPages.open(server(), 'moderator')).find('/moderation', text);
      await pages.press('remove', text, { reason: 'spam', note: 'It sells something.', ground: '', rule: '' });
      assert.equal(pages.status, 422);
      assert.match(pages.comment(text), /Choose what you have judged it by\./);
      await pages.press('remove', text, { reason: 'spam', note: 'It sells.', ground: 'terms', rule: 'Rule 3' });
      const [own] = (await author.list(key)).items;
      assert.deepEqual(
        [own?.decision?.measure, own?.decision?.automatedDetection, own?.decision?.automated],
        ['rejected', true, false],
      );
    });
  },
  { requireReasons: true },
);
