import { reasonOf } from '../calls.js';
import { defineCheck } from '../check.js';
import { submitResult } from '../contract-shapes.js';
import { fill, newDraft, newText, post, send } from '../posting.js';
import { readAll } from '../reading.js';
import type { Scene } from '../scene.js';
import { shown } from '../shown-value.js';

const CLOSED = { kinds: ['closed'] } as const;

/** Closes the discussion at the backend, or opens it again, and waits until the adapter says so. */
async function setClosed(scene: Scene, state: 'closed' | 'open'): Promise<void> {
  const { stage } = scene;
  const byStage = state === 'closed' ? stage.close : stage.reopen;
  if (byStage) await byStage.call(stage);
  else {
    await scene.opened(scene.adapter);
    if (!scene.adapter.setClosed) scene.skip(`The stage cannot make the discussion ${state} (Stage.close, Stage.reopen).`);
    const moderator = await scene.as('moderator', 'setClosed');
    await scene.answer('setClosed()', () => moderator.setClosed(scene.discussion, state === 'closed', scene.call));
  }
  await scene.eventually(
    { did: `made the discussion ${state} at the backend, then open()`, expected: `the state "${state}"` },
    () => scene.answer('open()', () => scene.adapter.open(scene.discussion, scene.call)),
    (info) => (info.state === state ? undefined : shown(info)),
  );
}

export const closing = [
  defineCheck({
    name: 'closed: open() says so',
    rule: 'A discussion that was closed has the state "closed", and closedAt is a time that has passed, or absent; opened again it is "open".',
    hint: 'The state is cached, or is a constant of the adapter.',
    async act(scene: Scene) {
      await setClosed(scene, 'closed');
      const info = await scene.answer('open()', () => scene.adapter.open(scene.discussion, scene.call));
      const now = Date.parse(info.now ?? '') || Date.now();
      // Clocks of two machines are never the same.
      if (info.closedAt !== undefined && Date.parse(info.closedAt) > now + 60_000)
        scene.fail({ did: 'open() of a closed discussion', expected: 'a closedAt that has passed', got: shown(info) });
      if (scene.stage.reopen || scene.adapter.setClosed) await setClosed(scene, 'open');
    },
  }),
  defineCheck({
    name: 'closed: takes no comments',
    rule: 'In a closed discussion submit() is refused with the kind "closed", answers as well, and nothing is stored.',
    hint: 'The backend’s 403 becomes "forbidden", or only the form is taken away and the backend still stores.',
    async act(scene: Scene) {
      const { submit } = await scene.having('submit');
      const there = await post(scene);
      const draft = await newDraft(scene);
      const answer = await newDraft(scene, { parentId: there.id });
      await setClosed(scene, 'closed');
      await scene.refusal('submit() in a closed discussion', CLOSED, () => submit.call(scene.adapter, draft, scene.call));
      if (scene.adapter.features?.nesting !== 'flat')
        await scene.refusal('submit() of an answer in a closed discussion', CLOSED, () => submit.call(scene.adapter, answer, scene.call));
      const items = await readAll(scene, { limit: 50 });
      if (items.length !== 1) scene.fail({ did: 'submit() in a closed discussion, then list()', expected: '1 comment', got: shown(items) });
    },
  }),
  defineCheck({
    name: 'closed: takes no edits and no votes',
    rule: 'In a closed discussion edit() and vote() are refused with the kind "closed", and can does not offer them.',
    hint: 'Only the request that takes comments looks at the state of the discussion.',
    async act(scene: Scene) {
      await scene.having('submit');
      await scene.opened(scene.adapter);
      const { edit } = scene.adapter;
      const other = scene.adapter.vote && scene.stage.as ? await scene.as('other', 'vote') : undefined;
      if (!edit && !other) scene.skip('The adapter has neither edit() nor vote() that could be tried.');
      const { id } = await post(scene);
      await setClosed(scene, 'closed');
      if (edit)
        await scene.refusal('edit() in a closed discussion', CLOSED, () =>
          edit.call(scene.adapter, scene.discussion, { id, body: newText('Edited') }, scene.call),
        );
      if (other)
        await scene.refusal('vote() in a closed discussion', CLOSED, () => other.vote(scene.discussion, { id, value: 1 }, scene.call));
      for (const adapter of [scene.adapter, ...(other ? [other] : [])]) {
        const { can = {} } = (await readAll(scene, { adapter, limit: 50 })).find((comment) => comment.id === id) ?? {};
        if (can.reply || can.edit || can.vote)
          scene.fail({ did: 'list() of a closed discussion', expected: 'no can.reply, can.edit and can.vote', got: shown(can) });
      }
    },
  }),
  defineCheck({
    name: 'closed: is read and reported as before',
    rule: 'A closed discussion can still be read, from page to page, and its comments can still be reported.',
    hint: 'The backend answers 403 to everything, the list as well.',
    async act(scene: Scene) {
      const ids = scene.adapter.submit ? [(await post(scene)).id, (await post(scene)).id, (await post(scene)).id] : await fill(scene, 3);
      await setClosed(scene, 'closed');
      const items = await readAll(scene, { limit: 2 });
      if (items.length !== ids.length)
        scene.fail({ did: 'list() of a closed discussion', expected: `${ids.length} comments`, got: shown(items) });
      const { get } = scene.adapter;
      const id = ids[0] as string;
      if (get) await scene.answer('get() in a closed discussion', () => get.call(scene.adapter, scene.discussion, id, scene.call));
      if (!scene.adapter.report || !scene.stage.as) return;
      const other = await scene.as('other', 'report');
      await scene.answer('report() in a closed discussion', () =>
        other.report(scene.discussion, { id, reason: reasonOf(other) }, scene.call),
      );
    },
  }),
  defineCheck({
    name: 'closed: what was stored before is not refused afterwards',
    rule: 'A comment that was stored before the discussion closed is answered with its result when it is sent again with the same key, since the first answer may have been lost.',
    hint: 'The state is looked at before the key.',
    async act(scene: Scene) {
      const { submit } = await scene.having('submit');
      const { idempotency = 'none' } = await scene.features();
      if (idempotency !== 'key') scene.skip('The backend does not go by keys (features.idempotency).');
      const draft = await newDraft(scene);
      const first = await send(scene, draft);
      await setClosed(scene, 'closed');
      const did = 'submit(), closed the discussion, then submit() with the same key';
      const again = await scene.answerOf(did, submitResult, () => submit.call(scene.adapter, draft, scene.call));
      if (again.outcome !== first.outcome || again.comment?.id !== first.comment?.id)
        scene.fail({ did, expected: `the first result: ${shown(first)}`, got: shown(again) });
    },
  }),
  defineCheck({
    name: 'closed: opened again it takes comments',
    rule: 'A discussion that was opened again takes comments as before.',
    hint: 'closedAt is not cleared, and still looked at.',
    async act(scene: Scene) {
      await scene.having('submit');
      await setClosed(scene, 'closed');
      await setClosed(scene, 'open');
      await post(scene);
    },
  }),
];
