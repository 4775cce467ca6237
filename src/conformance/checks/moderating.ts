import { defineCheck } from '../check.js';
import { comment, info } from '../contract-shapes.js';
import { post } from '../posting.js';
import { readAll } from '../reading.js';
import type { Scene } from '../scene.js';
import { shown } from '../shown-value.js';

export const moderating = [
  defineCheck({
    name: 'pin: keeps a comment at the top, and lets it go',
    rule: 'pin() answers with the comment and its new "pinned", and the list says the same to everybody.',
    hint: 'The answer is the comment from before, or "pinned" is told to moderators only.',
    async act(scene: Scene) {
      await scene.having('submit');
      const moderator = await scene.as('moderator', 'pin');
      const { id } = await post(scene);
      await post(scene);
      for (const pinned of [true, false]) {
        const did = `pin() with pinned ${pinned}, as a moderator`;
        const answer = await scene.answerOf(did, comment, () => moderator.pin(scene.discussion, { id, pinned }, scene.call));
        if (answer.id !== id || (answer.pinned ?? false) !== pinned)
          scene.fail({ did, expected: `the comment with pinned ${pinned}`, got: shown(answer) });
        await scene.eventually(
          { did: `${did}, then list() as somebody else`, expected: `pinned ${pinned}` },
          async () => (await readAll(scene, { limit: 50 })).find((one) => one.id === id),
          (listed) => (listed && (listed.pinned ?? false) === pinned ? undefined : shown(listed)),
        );
      }
    },
  }),
  defineCheck({
    name: 'pin: is for moderators',
    rule: 'pin() by anybody else is refused with the kind "forbidden".',
    hint: 'The backend does not look who is asking.',
    async act(scene: Scene) {
      await scene.having('submit');
      const other = await scene.as('other', 'pin');
      const { id } = await post(scene);
      await scene.refusal('pin() as somebody who is no moderator', { kinds: ['forbidden', 'sign-in-required'] }, () =>
        other.pin(scene.discussion, { id, pinned: true }, scene.call),
      );
      const listed = (await readAll(scene, { limit: 50 })).find((one) => one.id === id);
      if (listed?.pinned)
        scene.fail({ did: 'pin() as no moderator, then list()', expected: 'a comment that is not pinned', got: shown(listed) });
    },
  }),
  defineCheck({
    name: 'setClosed: closes, and opens again',
    rule: 'setClosed() answers with the discussion as it is then, and open() says the same to everybody; who may, is told so by can.close.',
    hint: 'The answer is the state from before, or only the moderator’s own view changes.',
    async act(scene: Scene) {
      const moderator = await scene.as('moderator', 'setClosed');
      const opened = await scene.answer('open() as a moderator', () => moderator.open(scene.discussion, scene.call));
      if (!opened.can?.close) scene.fail({ did: 'open() as a moderator', expected: 'can.close true', got: shown(opened) });
      for (const [closed, state] of [
        [true, 'closed'],
        [false, 'open'],
      ] as const) {
        const did = `setClosed() with ${closed}`;
        const answer = await scene.answerOf(did, info, () => moderator.setClosed(scene.discussion, closed, scene.call));
        if (answer.state !== state) scene.fail({ did, expected: `the state "${state}"`, got: shown(answer) });
        await scene.eventually(
          { did: `${did}, then open() as somebody else`, expected: `the state "${state}"` },
          () => scene.answer('open()', () => scene.adapter.open(scene.discussion, scene.call)),
          (seen) => (seen.state === state ? undefined : shown(seen)),
        );
      }
    },
  }),
  defineCheck({
    name: 'setClosed: is for whom can.close allows it',
    rule: 'Who may not close the discussion is not told that they may (DiscussionInfo.can), and is refused with the kind "forbidden".',
    hint: 'The backend does not look who is asking.',
    async act(scene: Scene) {
      const { setClosed } = await scene.having('setClosed');
      const { can } = await scene.answer('open()', () => scene.adapter.open(scene.discussion, scene.call));
      if (can?.close) scene.skip('Who posts here may also close the discussion.');
      await scene.refusal('setClosed() by somebody who may not', { kinds: ['forbidden', 'sign-in-required'] }, () =>
        setClosed.call(scene.adapter, scene.discussion, true, scene.call),
      );
      const { state } = await scene.answer('open()', () => scene.adapter.open(scene.discussion, scene.call));
      if (state !== 'open')
        scene.fail({ did: 'setClosed() by somebody who may not, then open()', expected: 'the state "open"', got: shown(state) });
    },
  }),
];
