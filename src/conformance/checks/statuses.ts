import { defineCheck } from '../check.js';
import { awaitListed, fill, newDraft, newText, plant, post, send } from '../posting.js';
import { readAll } from '../reading.js';
import type { Scene } from '../scene.js';
import { shown } from '../shown-value.js';
import { UNKNOWN_STATUS } from '../fault.js';

export const statuses = [
  defineCheck({
    name: 'status: one that the adapter does not know is "hidden"',
    rule: 'A status that the adapter does not know is handed on as "hidden", not as "visible" and not as it is.',
    hint: 'The adapter lists the words for what is not visible and takes all others for "visible"; let it list those that are.',
    async act(scene: Scene) {
      const planted = await plant(scene, [{ text: newText(), status: UNKNOWN_STATUS }]);
      if (planted === undefined) await fill(scene, 1);
      const { adapter } = planted === undefined ? await scene.faulty('unknown-status') : scene;
      const items = await readAll(scene, { adapter, limit: 10 });
      const did = `list() of a comment with the status "${UNKNOWN_STATUS}"`;
      const shownOnes = items.filter(({ status }) => status !== 'hidden');
      if (shownOnes.length > 0) scene.fail({ did, expected: 'the status "hidden", or no such comment', got: shown(shownOnes) });
    },
  }),
  defineCheck({
    name: 'status: a removed comment shows nothing of itself',
    rule: 'What is left of a removed comment has the status "deleted" or "hidden", and neither its text, nor its source, nor its author.',
    hint: 'Only the status changes and the rest of the row is sent along, where everybody can read it in the browser’s tools.',
    async act(scene: Scene) {
      const { remove } = await scene.having('submit', 'remove');
      const other = await scene.as('other', 'submit');
      const words = newText('Taken back');
      const { id, author } = await post(scene, { body: words });
      if (scene.adapter.features?.nesting !== 'flat') await post(scene, { adapter: other, parentId: id });
      await scene.answer(`remove(${shown(id)})`, () => remove.call(scene.adapter, scene.discussion, id, scene.call));
      for (const [who, adapter] of [
        ['the author', scene.adapter],
        ['somebody else', other],
      ] as const) {
        const did = `list() as ${who}, after a comment with an answer was removed`;
        await scene.eventually(
          { did, expected: 'no such comment, or one with the status "deleted" or "hidden" and without text, source and author' },
          async () => (await readAll(scene, { adapter, limit: 50 })).find((comment) => comment.id === id),
          (left) => {
            if (left === undefined) return undefined;
            const isMarked = left.status === 'deleted' || left.status === 'hidden';
            const tells = JSON.stringify(left.body).includes(words) || left.source !== undefined || (author != null && left.author != null);
            return isMarked && !tells ? undefined : shown(left);
          },
        );
      }
    },
  }),
  defineCheck({
    name: 'status: a held comment is its author’s alone',
    rule: 'A comment that is held is answered with the outcome "pending" and shown to nobody but its author and moderators: not in the list, not by get(), not in totals.',
    hint: 'The query of the list does not look at the status, or get() asks for nothing but the id.',
    async act(scene: Scene) {
      const held = scene.stage.screened?.held;
      if (held === undefined) scene.skip('The stage names no text that is held (Stage.screened.held).');
      await scene.having('submit');
      const other = await scene.as('other');
      const { outcome, comment } = await send(scene, await newDraft(scene, { body: held }));
      const did = 'submit() of a text that is held';
      if (outcome !== 'pending') scene.fail({ did, expected: 'the outcome "pending"', got: shown(outcome) });
      if (comment?.status !== undefined && comment.status !== 'pending')
        scene.fail({ did, expected: 'a comment with the status "pending"', got: shown(comment) });
      // What comes later is in the list: what was held is not merely on its way.
      if (other.submit) await post(scene, { adapter: other });
      const isHeld = ({ id, body }: { id: string; body: { value: string } }): boolean => id === comment?.id || body.value.includes(held);
      const items = await readAll(scene, { adapter: other, limit: 50 });
      if (items.some(isHeld)) scene.fail({ did: `${did}, then list() as somebody else`, expected: 'no such comment', got: shown(items) });
      const mine = (await readAll(scene, { limit: 50 })).find(isHeld);
      if (mine !== undefined && mine.status !== 'pending')
        scene.fail({ did: `${did}, then list() as its author`, expected: 'the status "pending"', got: shown(mine) });
      const { total } = await scene.answer('open() as somebody else', () => other.open(scene.discussion, scene.call));
      if (total !== undefined && total !== items.length)
        scene.fail({ did: `${did}, then open() as somebody else`, expected: `a total of ${items.length}`, got: shown(total) });
      const { get } = other;
      if (!get || comment === undefined) return;
      await scene.refusal(`${did}, then get(${shown(comment.id)}) as somebody else`, { kinds: ['not-found', 'forbidden'] }, () =>
        get.call(other, scene.discussion, comment.id, scene.call),
      );
    },
  }),
  defineCheck({
    name: 'status: a rejected comment is shown to nobody',
    rule: 'A text that is turned down is answered with the outcome "rejected", or the error of that kind, and is in nobody’s list.',
    hint: 'The backend answers 201 with its own word for "rejected" in the body, and the adapter looks at the code alone.',
    async act(scene: Scene) {
      const rejected = scene.stage.screened?.rejected;
      if (rejected === undefined) scene.skip('The stage names no text that is rejected (Stage.screened.rejected).');
      const { submit } = await scene.having('submit');
      const draft = await newDraft(scene, { body: rejected });
      const did = 'submit() of a text that is turned down';
      const settled = await scene.settle(did, () => submit.call(scene.adapter, draft, scene.call));
      const expected = 'the outcome "rejected", or an AdapterError of that kind';
      const isRejected =
        settled.type === 'answered'
          ? settled.value.outcome === 'rejected'
          : scene.expectAdapterError(did, settled.error, expected).kind === 'rejected';
      if (!isRejected) scene.fail({ did, expected, got: shown(settled.type === 'answered' ? settled.value : settled.error) });
      const control = await post(scene);
      await awaitListed(scene, ({ id }) => id === control.id);
      const items = await readAll(scene, { limit: 50 });
      if (items.length !== 1) scene.fail({ did: `${did}, then list()`, expected: 'no such comment', got: shown(items) });
    },
  }),
];
