import type { Comment } from '../../model/adapter.js';
import { defineCheck } from '../check.js';
import { newDraft, newKey, newText, plant, post, postAll } from '../posting.js';
import { eachOnce, idsOf, readAll, readPages } from '../reading.js';
import type { Scene } from '../scene.js';
import { shown } from '../shown-value.js';

/** Whether the backend takes answers to answers. */
const isDeep = ({ adapter: { features = {} } }: Scene): boolean => features.nesting !== 'one-level' && (features.maxDepth ?? 2) >= 2;

/** A comment with three answers, the first of which is answered too where that is possible, and a comment with none. */
async function plantConversation(scene: Scene): Promise<readonly string[]> {
  // What fills the discussion comes before the adapter is asked anything.
  if (!scene.stage.fill) await scene.opened(scene.adapter);
  const { nesting, maxDepth } = scene.adapter.features ?? {};
  if (nesting === 'flat' || maxDepth === 0) scene.skip('The backend knows no answers (features.nesting).');
  const places = [undefined, 0, 0, 0, isDeep(scene) ? 1 : 0, undefined];
  const planted = places.map((parent, place) => ({ text: newText(`Comment ${place + 1}`), ...(parent !== undefined && { parent }) }));
  return (await plant(scene, planted)) ?? postAll(scene, planted);
}

/** How far below the top level a comment is. */
function depthOf(comment: Comment, items: readonly Comment[]): number {
  let depth = 0;
  for (let at: Comment | undefined = comment; at?.parentId != null && depth <= items.length; depth++) {
    const { parentId }: Comment = at;
    at = items.find(({ id }) => id === parentId);
  }
  return depth;
}

export const replies = [
  defineCheck({
    name: 'replies: all are there, or it is said where they are',
    rule: 'An answer is in the page of its parent, or its parent says with replies.next where the answers that are not there begin; followed to the end, each comes once.',
    hint: 'Only the first answers of a comment are handed over, without "replies"; or the cursor begins with an answer that is in the page already.',
    async act(scene: Scene) {
      const ids = await plantConversation(scene);
      const items = await readAll(scene, { limit: 1 });
      const got = eachOnce(ids, idsOf(items));
      if (got !== undefined)
        scene.fail({
          did: 'list() with limit 1, all pages and all replies.next',
          expected: `each of the ${ids.length} comments once`,
          got,
        });
    },
  }),
  defineCheck({
    name: 'replies: each says what it answers',
    rule: 'parentId is the comment that an answer stands below: the one that was answered, or an ancestor where the backend goes less deep, which replyTo then tells; null or absent is the top level.',
    hint: 'The root is told instead of the parent, or the top level has 0 or "" for a parent.',
    async act(scene: Scene) {
      const ids = await plantConversation(scene);
      const [first, answer, , , nested, last] = ids as [string, string, string, string, string, string];
      const items = await readAll(scene, { limit: 10 });
      const parentOf = (id: string): string | null | undefined => items.find((item) => item.id === id)?.parentId;
      const did = 'list() of a comment with three answers, one of them answered, and another comment';
      for (const id of [first, last])
        if (parentOf(id) != null) scene.fail({ did, expected: 'no parentId at the top level', got: `parentId ${shown(parentOf(id))}` });
      if (parentOf(answer) !== first)
        scene.fail({ did, expected: `parentId ${shown(first)} of the answer to it`, got: shown(parentOf(answer)) });
      const wanted = isDeep(scene) ? answer : first;
      if (parentOf(nested) !== wanted)
        scene.fail({ did, expected: `parentId ${shown(wanted)} of the answer to the answer`, got: shown(parentOf(nested)) });
    },
  }),
  defineCheck({
    name: 'replies: those of one comment come page by page',
    rule: 'list() with parentId gives the answers of that comment, in pages to the end, each once, and nothing else.',
    hint: 'parentId is not sent to the backend, so the top level comes again; or the cursor forgets it.',
    async act(scene: Scene) {
      const ids = await plantConversation(scene);
      const [first, one, two, three, nested] = ids as [string, string, string, string, string];
      const did = `list() with parentId ${shown(first)} and limit 1, to the end`;
      const found = idsOf(await readAll(scene, { parentId: first, limit: 1 }));
      // What is below an answer may come with it, or be said to be elsewhere.
      const got = eachOnce([one, two, three, nested], found) ?? strangers(found, [one, two, three, nested]);
      if (got !== undefined) scene.fail({ did, expected: 'each of the answers once, with what is below them', got });
    },
  }),
  defineCheck({
    name: 'replies: one whose parent is gone is handed on',
    rule: 'An answer whose parent is not there any more is handed on as it is: the section finds a place for it.',
    hint: 'The adapter or the query of the backend builds a tree and drops what has no place in it (an inner join with the parent).',
    async act(scene: Scene) {
      const ids = await plant(scene, [{ text: newText('A comment') }, { text: newText('An answer'), parent: 'gone' }]);
      if (ids === undefined) scene.skip('The stage cannot make an answer whose parent is gone (Stage.fill).');
      const got = eachOnce(ids, idsOf(await readAll(scene, { limit: 10 })));
      if (got !== undefined)
        scene.fail({ did: 'list() of a comment and of an answer to one that is gone', expected: 'both, each once', got });
    },
  }),
  defineCheck({
    name: 'replies: go no deeper than features says',
    rule: 'An answer to a comment that is as deep as nesting and maxDepth allow is refused, or placed further up with replyTo telling whom it answers.',
    hint: 'features.nesting says "one-level" while the backend builds a tree.',
    async act(scene: Scene) {
      const { nesting, maxDepth = Infinity } = await scene.features();
      const deepest = Math.min(maxDepth, nesting === 'flat' ? 0 : nesting === 'one-level' ? 1 : Infinity);
      if (deepest > 5) scene.skip('The adapter announces no limit (features.nesting, features.maxDepth).');
      await scene.having('submit');
      let parentId: string | null = null;
      for (let level = 0; level <= deepest + 1; level++) {
        parentId = (await post(scene, { parentId })).id;
        const items = await readAll(scene, { limit: 50 });
        const depths = items.map((item) => depthOf(item, items));
        if (Math.max(...depths) > deepest)
          scene.fail({
            did: 'answered the last comment, again and again',
            expected: `no comment deeper than ${deepest}`,
            got: shown(items),
          });
      }
    },
  }),
  defineCheck({
    name: 'replies: stay when their parent is removed',
    rule: 'remove() of a comment takes its answers with it only where it says "subtree"; else they are listed as before.',
    hint: 'The database deletes them along (ON DELETE CASCADE), while the answer is "gone" or "tombstone".',
    async act(scene: Scene) {
      const { remove } = await scene.having('submit', 'remove');
      if (scene.adapter.features?.nesting === 'flat') scene.skip('The backend knows no answers (features.nesting: "flat").');
      const other = await scene.as('other', 'submit');
      const parent = await post(scene);
      const answer = await post(scene, { adapter: other, parentId: parent.id });
      const did = 'remove() of a comment that somebody else has answered';
      const { effect } = await scene.answer(did, () => remove.call(scene.adapter, scene.discussion, parent.id, scene.call));
      const wanted = effect === 'subtree' ? 'a list without the answer' : 'the answer in the list';
      await scene.eventually(
        { did: `${did}, answered with "${effect}", then list()`, expected: wanted },
        async () => idsOf(await readAll(scene, { limit: 50 })),
        (found) => (found.includes(answer.id) === (effect !== 'subtree') ? undefined : shown(found)),
      );
    },
  }),
  defineCheck({
    name: 'replies: none to what is not there',
    rule: 'submit() with a parentId that does not exist, or was removed, is refused with the kind "parent-gone" and stores nothing.',
    hint: 'The backend stores the answer as a comment of the top level, or its 404 becomes "not-found", which speaks of the discussion.',
    async act(scene: Scene) {
      const { submit } = await scene.having('submit');
      if (scene.adapter.features?.nesting === 'flat') scene.skip('The backend knows no answers (features.nesting: "flat").');
      const there = await post(scene);
      const draft = await newDraft(scene);
      const refuse = async (what: string, parentId: string): Promise<void> => {
        await scene.refusal(`submit() of an answer to ${what}, ${shown(parentId)}`, { kinds: ['parent-gone'] }, () =>
          submit.call(scene.adapter, { ...draft, parentId, body: newText('An answer'), submitKey: newKey() }, scene.call),
        );
      };
      await refuse('a comment that never was', `${there.id}0000`);
      if (scene.adapter.remove) {
        const { remove } = await scene.having('remove');
        await scene.answer('remove()', () => remove.call(scene.adapter, scene.discussion, there.id, scene.call));
        await refuse('a comment that was removed', there.id);
      }
      const pages = await readPages(scene, { limit: 50 });
      const left = pages.flatMap(({ items }) => items).filter(({ id }) => id !== there.id);
      if (left.length > 0) scene.fail({ did: 'list() after the answers were refused', expected: 'none of them', got: shown(left) });
    },
  }),
];

function strangers(found: readonly string[], allowed: readonly string[]): string | undefined {
  const others = found.filter((id) => !allowed.includes(id));
  return others.length > 0 ? `also ${shown(others)}` : undefined;
}
