import type { Ban, Comment, CommentsAdapter, Decision, ModerationCall } from '../../model/adapter.js';
import { comment as commentShape } from '../../model/contract/contract.js';
import { inspect } from '../../model/contract/inspect.js';
import type { CheckContext } from '../check-context.js';
import { defineCheck } from '../check.js';
import { moderatorCall, offeredForm, REASONS } from '../moderator-call.js';
import { newDraft, newText, post, send, uniquePart } from '../posting.js';
import { findComment, readAll } from '../reading.js';

/** Submits a comment that is held, and returns it as the moderator lists it. */
async function postHeld(context: CheckContext, moderator: CommentsAdapter): Promise<Comment> {
  const { held } = context.stage.screened ?? {};
  if (held === undefined)
    context.skipWithoutStage('screened.held', 'The stage has no text that is held for review (Stage.screened.held).');
  const body = newText(held);
  await send(context, await newDraft(context, { body }));
  const found = await context.eventually(
    {
      did: 'submit() of a text to hold, then list() as a moderator',
      expected: 'the comment with the status "pending"',
    },
    async () =>
      (await readAll(context, { adapter: moderator, limit: 50 })).find((one) =>
        one.body.value.includes(uniquePart(body)),
      ),
    (one) => (one?.status === 'pending' ? undefined : inspect(one)),
  );
  return found as Comment;
}

/** Waits until this person can or cannot read the text of the comment, as expected. */
async function expectListed(
  context: CheckContext,
  reader: CommentsAdapter,
  { id, body }: Comment,
  did: string,
  isExpected: boolean,
): Promise<void> {
  await context.eventually(
    { did: `${did}, then list() as another person`, expected: isExpected ? 'the comment' : 'a list without its text' },
    () => findComment(context, id, reader),
    (one) => {
      const isSeen = one?.body.value.includes(uniquePart(body.value)) ?? false;
      return isSeen === isExpected ? undefined : inspect(one);
    },
  );
}

const isStated = (decision: Decision | undefined, measure: Decision['measure']): boolean =>
  decision?.measure === measure && decision.ground === REASONS.ground && decision.rule === REASONS.rule;

/** A moderator whom the backend offers to give reasons. */
async function decidingModerator<Name extends 'hide' | 'ban' | 'remove'>(context: CheckContext, name: Name) {
  await context.require('submit');
  const moderator = await context.as('moderator', name);
  const form = await offeredForm(context, moderator);
  if (!form) return context.skip('open() as a moderator returns no "decisions".');
  return { moderator, form };
}

/** An end that no clock of a backend has passed. */
const BAN_END = '2099-01-01T00:00:00.000Z';

export const commentModerationChecks = [
  defineCheck({
    name: 'approve: publishes a held comment',
    rule: 'Moderators list held comments with the status "pending". approve() resolves with the comment and publishes it. hold() undoes that.',
    hint: 'The comment is approved for the moderator’s own list only, or the public list is cached.',
    async test(context: CheckContext) {
      await context.require('submit');
      const moderator = await context.as('moderator', 'approve');
      const held = await postHeld(context, moderator);
      const did = 'approve() as a moderator';
      const result = await context.resolvesTo(did, commentShape, () =>
        moderator.approve(context.discussion, held.id, context.call),
      );
      if (result.id !== held.id || (result.status ?? 'visible') !== 'visible')
        context.fail({ did, expected: 'the comment with the status "visible"', got: inspect(result) });
      const other = await context.as('other');
      await expectListed(context, other, held, did, true);
      const { hold } = moderator as CommentsAdapter;
      if (!hold) return;
      await context.resolvesTo('hold() as a moderator', commentShape, () =>
        hold.call(moderator, context.discussion, held.id, context.call),
      );
      await expectListed(context, other, held, 'hold() as a moderator', false);
    },
  }),
  defineCheck({
    name: 'reject: turns down a held comment',
    rule: 'reject() resolves with the comment and the status "rejected". The comment is never listed for others.',
    hint: 'The comment stays in the queue, or is published.',
    async test(context: CheckContext) {
      await context.require('submit');
      const moderator = await context.as('moderator', 'reject');
      const held = await postHeld(context, moderator);
      const did = 'reject() as a moderator';
      const call = await moderatorCall(context, moderator);
      const result = await context.resolvesTo(did, commentShape, () =>
        moderator.reject(context.discussion, held.id, call),
      );
      if (result.status !== 'rejected') context.fail({ did, expected: 'the status "rejected"', got: inspect(result) });
      await expectListed(context, await context.as('other'), held, did, false);
    },
  }),
  defineCheck({
    name: 'feature: features and unfeatures a comment',
    rule: 'feature() resolves with the comment and its new "featured" value, and everyone’s list shows the same.',
    hint: 'The response is the comment before the call, or only moderators receive "featured".',
    async test(context: CheckContext) {
      await context.require('submit');
      const moderator = await context.as('moderator', 'feature');
      const { id } = await post(context);
      for (const featured of [true, false]) {
        const did = `feature() with featured ${featured}, as a moderator`;
        const result = await context.resolvesTo(did, commentShape, () =>
          moderator.feature(context.discussion, { id, featured }, context.call),
        );
        if (result.id !== id || (result.featured ?? false) !== featured)
          context.fail({ did, expected: `the comment with featured ${featured}`, got: inspect(result) });
        await context.eventually(
          { did: `${did}, then list() as another person`, expected: `featured ${featured}` },
          () => findComment(context, id),
          (listed) => (listed && (listed.featured ?? false) === featured ? undefined : inspect(listed)),
        );
      }
    },
  }),
  defineCheck({
    name: 'hide: withholds the text from readers',
    rule: 'After hide(), readers receive neither text nor author of the comment: it is not listed, or has the status "hidden" and no text. hide() with hidden false restores it.',
    hint: 'The backend sends the text and relies on the page to hide it.',
    async test(context: CheckContext) {
      await context.require('submit');
      const moderator = await context.as('moderator', 'hide');
      const posted = await post(context);
      const call = await moderatorCall(context, moderator);
      for (const hidden of [true, false]) {
        const did = `hide() with hidden ${hidden}, as a moderator`;
        await context.resolvesTo(did, commentShape, () =>
          moderator.hide(context.discussion, { id: posted.id, hidden }, call),
        );
        await expectListed(context, await context.as('other'), posted, did, !hidden);
      }
    },
  }),
  defineCheck({
    name: 'ban: prevents the author from posting',
    rule:
      'After ban(), comments by the author of the comment are rejected with "blocked". Only moderators receive Comment.ban, with the end ' +
      'that was given. ban() with banned false ends the ban before that.',
    hint: 'The ban is stored but not enforced, or the rejection becomes "forbidden". Or everyone receives Comment.ban.',
    async test(context: CheckContext) {
      const { submit } = await context.require('submit');
      const moderator = await context.as('moderator', 'ban');
      const { id } = await post(context);
      const draft = await newDraft(context);
      const call = await moderatorCall(context, moderator);
      const ban = (banned: boolean): Promise<void> =>
        context.resolves(`ban() with banned ${banned}, as a moderator`, () =>
          moderator.ban(context.discussion, { id, banned, ...(banned && { until: BAN_END }) }, call),
        );
      const expectBan = async (did: string, reader: CommentsAdapter, isExpected: (found: Ban) => boolean) => {
        const found = (await findComment(context, id, reader))?.ban;
        const isModerator = reader === moderator;
        const expected = isModerator ? `no other end of the ban than ${BAN_END}` : 'no "ban"';
        if (found && !isExpected(found)) context.fail({ did, expected, got: inspect(found) });
      };
      await ban(true);
      try {
        await context.rejectsWith('ban(), then submit() as the author', { kinds: ['blocked'] }, () =>
          submit.call(context.adapter, draft, context.call),
        );
        await expectBan('ban(), then list() as the author', context.adapter, () => false);
        await expectBan(
          'ban(), then list() as a moderator',
          moderator,
          ({ until = BAN_END }) => Date.parse(until) === Date.parse(BAN_END),
        );
      } finally {
        // Other checks post as the same person.
        await ban(false);
      }
      await expectBan('ban() with banned false, then list() as a moderator', moderator, () => false);
      await send(context, await newDraft(context));
    },
  }),
  defineCheck({
    name: 'reasons: the author of a hidden comment gets them',
    rule: 'If open() returns "decisions" to a moderator, hide() with call.decision sends it to the author in Comment.decision, with the measure "hidden".',
    hint: 'The backend offers decisions but ignores call.decision.',
    async test(context: CheckContext) {
      const { moderator } = await decidingModerator(context, 'hide');
      const { id } = await post(context);
      await context.resolves('hide() with reasons, as a moderator', () =>
        moderator.hide(context.discussion, { id, hidden: true }, { ...context.call, decision: REASONS }),
      );
      await context.eventually(
        { did: 'hide() with reasons, then list() as the author', expected: '"decision" with these reasons' },
        () => findComment(context, id),
        (own) => (isStated(own?.decision, 'hidden') ? undefined : inspect(own)),
      );
    },
  }),
  defineCheck({
    name: 'reasons: the author of a removed comment gets them',
    rule: 'The same for remove(): the author still lists the comment, with the status "hidden", without its text, and with the decision.',
    hint: 'The comment is gone for its author, too.',
    async test(context: CheckContext) {
      const { moderator } = await decidingModerator(context, 'remove');
      const { id } = await post(context);
      await context.resolves('remove() with reasons, as a moderator', () =>
        moderator.remove(context.discussion, id, { ...context.call, decision: REASONS }),
      );
      await context.eventually(
        { did: 'remove() with reasons, then list() as the author', expected: '"decision" with these reasons' },
        () => findComment(context, id),
        (own) => (isStated(own?.decision, 'removed') && own?.body.value === '' ? undefined : inspect(own)),
      );
    },
  }),
  defineCheck({
    name: 'reasons: a banned author gets them',
    rule: 'The same for ban(): open() returns the decision to the banned person in posting.refusal, with the measure "banned".',
    hint: 'The refusal has only the sentence that the person is banned.',
    async test(context: CheckContext) {
      const { moderator } = await decidingModerator(context, 'ban');
      const { id } = await post(context);
      const call: ModerationCall = { ...context.call, decision: REASONS };
      const ban = (banned: boolean): Promise<void> =>
        context.resolves(`ban() with banned ${banned} and reasons, as a moderator`, () =>
          moderator.ban(context.discussion, { id, banned }, call),
        );
      await ban(true);
      try {
        const { posting } = await context.resolves('open() as the author', () =>
          context.adapter.open(context.discussion, context.call),
        );
        if (!isStated(posting?.refusal?.decision, 'banned'))
          context.fail({
            did: 'ban() with reasons, then open() as the author',
            expected: 'a refusal with these reasons',
            got: inspect(posting?.refusal),
          });
      } finally {
        // Other checks post as the same person.
        await ban(false);
      }
    },
  }),
  defineCheck({
    name: 'reasons: are required where the backend says so, and offered to moderators only',
    rule: 'If "decisions" has required true, hide() of a comment by another person without call.decision is rejected with "invalid". Only moderators receive "decisions".',
    hint: 'Only the section asks for reasons, or open() sends the same response to everyone.',
    async test(context: CheckContext) {
      const { moderator, form } = await decidingModerator(context, 'hide');
      const { decisions } = await context.discussionInfo(await context.as('other'), context.discussion);
      if (decisions)
        context.fail({ did: 'open() as another person', expected: 'no "decisions"', got: inspect(decisions) });
      if (!form.required) return;
      const { id } = await post(context);
      await context.rejectsWith('hide() without reasons, as a moderator', { kinds: ['invalid'] }, () =>
        moderator.hide(context.discussion, { id, hidden: true }, context.call),
      );
    },
  }),
  defineCheck({
    name: 'moderation: is for moderators only',
    rule: 'approve(), reject(), feature(), hide() and ban() by anyone else reject with "forbidden".',
    hint: 'The backend does not check the caller’s permissions.',
    async test(context: CheckContext) {
      await context.require('submit');
      const other: CommentsAdapter = await context.as('other');
      const { id } = await post(context);
      const calls = [
        ['approve', id],
        ['reject', id],
        ['feature', { id, featured: true }],
        ['hide', { id, hidden: true }],
        ['ban', { id, banned: true }],
      ] as const;
      const offered = calls.filter(([name]) => other[name]);
      if (offered.length === 0) context.skip('The adapter has no approve(), reject(), feature(), hide() or ban().');
      for (const [name, argument] of offered) {
        const method = other[name] as (...args: unknown[]) => Promise<unknown>;
        await context.rejectsWith(
          `${name}() without moderator rights`,
          { kinds: ['forbidden', 'sign-in-required'] },
          () => method.call(other, context.discussion, argument, context.call),
        );
      }
    },
  }),
  defineCheck({
    name: 'acknowledgeWarning: clears the warning',
    rule: 'open() returns the warning of a viewer whom the editors have warned. After acknowledgeWarning() with its id, it is absent.',
    hint: 'Only the page discards the warning. The backend still sends it.',
    async test(context: CheckContext) {
      const warned = await context.as('warned', 'acknowledgeWarning');
      const open = () =>
        context.resolves('open() as a warned person', () => warned.open(context.discussion, context.call));
      const { warning } = (await open()).viewer ?? {};
      if (!warning)
        return context.fail({ did: 'open() as a warned person', expected: 'a viewer with a warning', got: 'none' });
      await context.resolves('acknowledgeWarning()', () =>
        warned.acknowledgeWarning(context.discussion, warning.id, context.call),
      );
      await context.eventually(
        { did: 'acknowledgeWarning(), then open()', expected: 'a viewer without the warning' },
        open,
        ({ viewer }) => (viewer?.warning?.id === warning.id ? inspect(viewer) : undefined),
      );
    },
  }),
];
