import type { CheckContext } from '../check-context.js';
import { defineCheck } from '../check.js';
import { comment, info } from '../../model/contract/contract.js';
import { inspect } from '../../model/contract/inspect.js';
import { post } from '../posting.js';
import { findComment } from '../reading.js';

export const moderationChecks = [
  defineCheck({
    name: 'pin: pins and unpins a comment',
    rule: 'pin() resolves with the comment and its new "pinned" value, and everyone’s list shows the same.',
    hint: 'The response is the comment before the call, or only moderators receive "pinned".',
    async test(context: CheckContext) {
      await context.require('submit');
      const moderator = await context.as('moderator', 'pin');
      const { id } = await post(context);
      await post(context);
      for (const pinned of [true, false]) {
        const did = `pin() with pinned ${pinned}, as a moderator`;
        const result = await context.resolvesTo(did, comment, () =>
          moderator.pin(context.discussion, { id, pinned }, context.call),
        );
        if (result.id !== id || (result.pinned ?? false) !== pinned)
          context.fail({ did, expected: `the comment with pinned ${pinned}`, got: inspect(result) });
        await context.eventually(
          { did: `${did}, then list() as another person`, expected: `pinned ${pinned}` },
          () => findComment(context, id),
          (listed) => (listed && (listed.pinned ?? false) === pinned ? undefined : inspect(listed)),
        );
      }
    },
  }),
  defineCheck({
    name: 'pin: is for moderators only',
    rule: 'pin() by anyone else rejects with "forbidden".',
    hint: 'The backend does not check the caller’s permissions.',
    async test(context: CheckContext) {
      await context.require('submit');
      const other = await context.as('other', 'pin');
      const { id } = await post(context);
      await context.rejectsWith('pin() without moderator rights', { kinds: ['forbidden', 'sign-in-required'] }, () =>
        other.pin(context.discussion, { id, pinned: true }, context.call),
      );
      const listed = await findComment(context, id);
      if (listed?.pinned)
        context.fail({
          did: 'pin() without moderator rights, then list()',
          expected: 'an unpinned comment',
          got: inspect(listed),
        });
    },
  }),
  defineCheck({
    name: 'setClosed: closes and reopens the discussion',
    rule: 'setClosed() resolves with the updated discussion, and open() shows everyone the same. can.close is true for viewers who may use it.',
    hint: 'The response is the state before the call, or only the moderator’s view changes.',
    async test(context: CheckContext) {
      const moderator = await context.as('moderator', 'setClosed');
      const opened = await context.resolves('open() as a moderator', () =>
        moderator.open(context.discussion, context.call),
      );
      if (!opened.can?.close)
        context.fail({ did: 'open() as a moderator', expected: 'can.close true', got: inspect(opened) });
      for (const [closed, state] of [
        [true, 'closed'],
        [false, 'open'],
      ] as const) {
        const did = `setClosed() with ${closed}`;
        const result = await context.resolvesTo(did, info, () =>
          moderator.setClosed(context.discussion, closed, context.call),
        );
        if (result.state !== state) context.fail({ did, expected: `the state "${state}"`, got: inspect(result) });
        await context.eventually(
          { did: `${did}, then open() as another person`, expected: `the state "${state}"` },
          () => context.resolves('open()', () => context.adapter.open(context.discussion, context.call)),
          (seen) => (seen.state === state ? undefined : inspect(seen)),
        );
      }
    },
  }),
  defineCheck({
    name: 'setClosed: requires can.close',
    rule: 'For a viewer who may not close the discussion, DiscussionInfo.can.close is not true, and setClosed() rejects with "forbidden".',
    hint: 'The backend does not check the caller’s permissions.',
    async test(context: CheckContext) {
      const { setClosed } = await context.require('setClosed');
      const { can } = await context.resolves('open()', () => context.adapter.open(context.discussion, context.call));
      if (can?.close) context.skip('The person who posts may also close the discussion.');
      await context.rejectsWith('setClosed() without can.close', { kinds: ['forbidden', 'sign-in-required'] }, () =>
        setClosed.call(context.adapter, context.discussion, true, context.call),
      );
      const { state } = await context.resolves('open()', () => context.adapter.open(context.discussion, context.call));
      if (state !== 'open')
        context.fail({
          did: 'setClosed() without can.close, then open()',
          expected: 'the state "open"',
          got: inspect(state),
        });
    },
  }),
];
