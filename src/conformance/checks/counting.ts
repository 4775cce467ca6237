import type { DiscussionRef } from '../../model/adapter.js';
import { defineCheck } from '../check.js';
import { fill, newKey } from '../posting.js';
import type { Scene } from '../scene.js';
import { shown } from '../shown-value.js';

const MANY = 250;

async function count(scene: Scene, discussions: readonly DiscussionRef[]): Promise<ReadonlyMap<string, number>> {
  const { counts } = await scene.having('counts');
  const did = `counts() of ${discussions.length} discussions`;
  const found = await scene.answer(did, () => counts.call(scene.adapter, discussions, scene.call));
  if (typeof found?.get !== 'function' || typeof found.entries !== 'function') scene.fail({ did, expected: 'a Map', got: shown(found) });
  for (const [key, number] of found)
    if (!Number.isInteger(number) || number < 0) scene.fail({ did, expected: 'whole numbers', got: `${shown(number)} for ${shown(key)}` });
  return found;
}

const refTo = (key: string): DiscussionRef => ({ key, url: `https://example.org/${encodeURIComponent(key)}` });

export const counting = [
  defineCheck({
    name: 'counts: are those of the list',
    rule: 'counts() tells for each DiscussionRef.key the number of comments that everybody can read, answers included.',
    hint: 'The map has the backend’s keys and not those that were asked for, or only the top level is counted.',
    async act(scene: Scene) {
      await scene.having('counts');
      const ids = await fill(scene, 3);
      await scene.eventually(
        { did: 'counts() of a discussion', expected: `${ids.length} for the key ${shown(scene.discussion.key)}` },
        () => count(scene, [scene.discussion]),
        (found) => (found.get(scene.discussion.key) === ids.length ? undefined : shown(found)),
      );
    },
  }),
  defineCheck({
    name: 'counts: many at once, whatever their keys',
    rule: 'counts() takes as many discussions as a page lists, and keys that are addresses or words of any script; each one that is known is answered.',
    hint: 'The backend takes some number of keys at a time and the rest is cut off: ask in portions. Or keys are put into an address unescaped.',
    async act(scene: Scene) {
      await scene.having('counts');
      const ids = await fill(scene, 1);
      const others = Array.from({ length: MANY - 4 }, () => refTo(newKey()));
      const odd = ['https://example.org/a?b=1&c=2#d', 'mit Leerzeichen, Umlauten: äöü', '%2F/..', '日本語'].map((key) =>
        refTo(`${key} ${newKey()}`),
      );
      await scene.eventually(
        { did: `counts() of ${MANY + 1} discussions, the known one last`, expected: `${ids.length} for it, and none of the others` },
        () => count(scene, [...odd, ...others, scene.discussion]),
        (found) => {
          const known = found.get(scene.discussion.key);
          const strange = [...found].filter(([key, number]) => key !== scene.discussion.key && number !== 0);
          return known === ids.length && strange.length === 0 ? undefined : `${shown(known)} for it, and others: ${shown(strange)}`;
        },
      );
    },
  }),
  defineCheck({
    name: 'counts: nothing asked is nothing answered',
    rule: 'counts() of no discussions is an empty map, and one that the backend does not know is missing from it, or 0.',
    hint: 'An empty list becomes a query for everything, or a 400.',
    async act(scene: Scene) {
      await scene.having('counts');
      await fill(scene, 1);
      const none = await count(scene, []);
      if (none.size > 0) scene.fail({ did: 'counts() of no discussions', expected: 'an empty map', got: shown(none) });
      const key = newKey();
      const unknown = (await count(scene, [refTo(key)])).get(key) ?? 0;
      if (unknown !== 0) scene.fail({ did: 'counts() of an unknown discussion', expected: '0, or nothing', got: shown(unknown) });
    },
  }),
];
