import type { Sort } from '../../model/adapter.js';
import { defineCheck } from '../check.js';
import { fill, fillOwn, post } from '../posting.js';
import { eachOnce, idsOf, readAll, readPage, readPages, sortsOf, topLevel } from '../reading.js';
import type { Scene } from '../scene.js';
import { shown } from '../shown-value.js';

const HOW_MANY = 7;

/** Leaves out adapters that hand over everything at once: nothing can come between two pages. */
async function needPages(scene: Scene): Promise<void> {
  if ((await scene.features()).paging === 'all') scene.skip('The adapter hands over everything at once (features.paging: "all").');
}

export const paging = [
  defineCheck({
    name: 'paging: each comment comes exactly once',
    rule: 'From page to page by "next", in each order, each comment comes exactly once, and the last page has no "next".',
    hint: 'The next page begins with the last comment of this one (>= where > is meant), or "next" is left out one page too early.',
    async act(scene: Scene) {
      const ids = await fill(scene, HOW_MANY);
      for (const sort of sortsOf(scene.adapter)) {
        const found = idsOf(await readAll(scene, { sort, limit: 2 }));
        const got = eachOnce(ids, found);
        if (got !== undefined)
          scene.fail({ did: `list() with sort "${sort}" and limit 2, to the end`, expected: `each of the ${HOW_MANY} comments once`, got });
      }
    },
  }),
  defineCheck({
    name: 'paging: nothing comes twice or is lost while somebody posts',
    rule: 'A cursor goes on where its page ended: comments that are posted meanwhile make no other comment come twice or be left out.',
    hint: 'The cursor is a page number or an offset, which a new comment in front shifts; let it hold the last comment’s place instead.',
    async act(scene: Scene) {
      await needPages(scene);
      await scene.having('submit');
      for (const sort of sortsOf(scene.adapter)) {
        const ids = await fillOwnOnce(scene);
        const posted: string[] = [];
        const pages = await readPages(scene, {
          sort,
          limit: 2,
          between: async () => {
            // Two are enough to shift everything; with more the pages would never end where the order is "oldest".
            if (posted.length < 2) posted.push((await post(scene)).id);
          },
        });
        const got = eachOnce(ids, idsOf(pages.flatMap(({ items }) => items)));
        if (got !== undefined)
          scene.fail({
            did: `list() with sort "${sort}" and limit 2, posting a comment after each of the first two pages`,
            expected: `each of the ${ids.length} earlier comments once`,
            got,
          });
      }
    },
  }),
  defineCheck({
    name: 'paging: nothing is lost while comments are removed',
    rule: 'A cursor goes on where its page ended: comments that are removed meanwhile make no other comment be left out.',
    hint: 'The cursor is an offset, and what was removed has moved the rest up; let it hold the last comment’s place instead.',
    async act(scene: Scene) {
      await needPages(scene);
      const { remove } = await scene.having('submit', 'remove');
      for (const sort of sortsOf(scene.adapter)) {
        const ids = await fillOwnOnce(scene);
        const removed: string[] = [];
        const pages = await readPages(scene, {
          sort,
          limit: 2,
          between: async ({ items }) => {
            const [own] = items.filter(({ id }) => ids.includes(id) && !removed.includes(id));
            if (own === undefined || removed.length >= 2) return;
            await scene.answer(`remove(${shown(own.id)}) between two pages`, () =>
              remove.call(scene.adapter, scene.discussion, own.id, scene.call),
            );
            removed.push(own.id);
          },
        });
        const got = eachOnce(ids, idsOf(pages.flatMap(({ items }) => items)));
        if (got !== undefined)
          scene.fail({
            did: `list() with sort "${sort}" and limit 2, removing a comment of each page before asking for the next`,
            expected: 'each of the other comments once',
            got,
          });
      }
    },
  }),
  defineCheck({
    name: 'paging: the order is the same each time',
    rule: 'The order of a list is the backend’s and stays as it is while nothing happens; the pages together have the order of the whole.',
    hint: 'The database sorts by a time that several comments share; sort by the id as well.',
    async act(scene: Scene) {
      await fill(scene, HOW_MANY);
      for (const sort of sortsOf(scene.adapter)) {
        const whole = idsOf((await readPages(scene, { sort, limit: 50 })).flatMap(({ items }) => items));
        const again = idsOf((await readPages(scene, { sort, limit: 50 })).flatMap(({ items }) => items));
        const paged = idsOf((await readPages(scene, { sort, limit: 3 })).flatMap(({ items }) => items));
        if (shown(again) !== shown(whole))
          scene.fail({ did: `list() with sort "${sort}" twice`, expected: `the same order: ${shown(whole)}`, got: shown(again) });
        if (shown(paged) !== shown(whole))
          scene.fail({ did: `list() with sort "${sort}" with limit 50 and with limit 3`, expected: shown(whole), got: shown(paged) });
      }
    },
  }),
  defineCheck({
    name: 'paging: the order means what it says',
    rule: '"oldest" begins with the comment that was posted first and "newest" with the one that was posted last, save for those that are pinned.',
    hint: 'The words for the two directions are mixed up, or only each page is turned round and not the list.',
    async act(scene: Scene) {
      const ids = await fill(scene, HOW_MANY);
      const wanted: Partial<Record<Sort, readonly string[]>> = { oldest: ids, newest: [...ids].reverse() };
      for (const sort of sortsOf(scene.adapter)) {
        if (!wanted[sort]) continue;
        const items = (await readPages(scene, { sort, limit: 3 })).flatMap((page) => page.items);
        const found = idsOf(topLevel(items).filter(({ pinned }) => !pinned));
        if (shown(found) !== shown(wanted[sort]))
          scene.fail({ did: `list() with sort "${sort}"`, expected: `the order ${shown(wanted[sort])}`, got: shown(found) });
      }
    },
  }),
  defineCheck({
    name: 'paging: the limit is taken into account',
    rule: 'With features.paging "pages" a list that is longer than the limit comes in several pages, none of which is empty before the last; with "all" there is no "next" at all.',
    hint: 'limit is not sent to the backend, or what the backend hides is taken out of a page and leaves it empty. Set features.paging to "all" where the backend knows no pages.',
    async act(scene: Scene) {
      await fill(scene, HOW_MANY);
      const pages = await readPages(scene, { limit: 2 });
      const did = `list() of ${HOW_MANY} comments with limit 2`;
      const got = `pages of ${pages.map(({ items }) => items.length).join(', ')} comments`;
      if (scene.adapter.features?.paging === 'all') {
        if (pages.length > 1) scene.fail({ did: `${did}, with features.paging "all"`, expected: 'a single page', got });
        return;
      }
      if (pages.length === 1) scene.fail({ did, expected: 'more than one page', got });
      if (pages.some(({ items, next }) => next !== undefined && items.length === 0))
        scene.fail({ did, expected: 'comments in each page that another one follows', got });
    },
  }),
  defineCheck({
    name: 'paging: a limit beyond the backend’s own is no mistake',
    rule: 'limit is what is wanted: the answer may hold fewer, and a number that the backend does not take is brought down by the adapter.',
    hint: 'The backend refuses a page size above its own maximum; use Math.min().',
    async act(scene: Scene) {
      await fill(scene, 1);
      for (const limit of [100, 1000, 100_000]) await readPage(scene, { limit });
    },
  }),
  defineCheck({
    name: 'paging: a cursor that means nothing is refused in the contract’s words',
    rule: 'An adapter throws AdapterError, or the reason of the aborted signal, and nothing else; also for a cursor that is damaged or out of date.',
    hint: 'Unpacking the cursor (JSON.parse, atob) throws an error of its own; catch it and throw the kind "invalid".',
    async act(scene: Scene) {
      await fill(scene, 1);
      await needPages(scene);
      for (const cursor of ['no such cursor', '{"page":', '-1', '%00']) {
        const did = `list() with the cursor ${shown(cursor)}`;
        const query = { discussion: scene.discussion, sort: sortsOf(scene.adapter)[0] ?? 'oldest', limit: 2, cursor } as const;
        const settled = await scene.settle(did, () => scene.adapter.list(query, scene.call));
        if (settled.type === 'refused') scene.expectAdapterError(did, settled.error);
      }
    },
  }),
  defineCheck({
    name: 'paging: "top" begins with the most recommended',
    rule: '"top" lists by the votes, the highest score first.',
    hint: 'The order is kept in an index that does not follow the votes, or it sorts from low to high.',
    async act(scene: Scene) {
      await scene.features();
      if (!sortsOf(scene.adapter).includes('top')) scene.skip('The adapter does not offer the order "top".');
      await scene.having('submit');
      const other = await scene.as('other', 'vote');
      const ids = await fill(scene, 3);
      const favourite = ids[1] as string;
      await scene.answer('vote() for the second of three comments, as "other"', () =>
        other.vote(scene.discussion, { id: favourite, value: 1 }, scene.call),
      );
      await scene.eventually(
        { did: 'vote() for the second of three comments, then list() with sort "top"', expected: `${shown(favourite)} first` },
        () => readPage(scene, { sort: 'top', limit: 3 }),
        ({ items }) => (items[0]?.id === favourite ? undefined : `the order ${shown(idsOf(items))}`),
      );
    },
  }),
];

const filled = new WeakMap<Scene, readonly string[]>();

/** Fills the discussion for the first order; for the others it holds enough already. */
async function fillOwnOnce(scene: Scene): Promise<readonly string[]> {
  if (!filled.has(scene)) filled.set(scene, await fillOwn(scene, HOW_MANY));
  const visible = (await readAll(scene, { limit: 50 })).filter(
    ({ status = 'visible', parentId }) => status === 'visible' && parentId == null,
  );
  return idsOf(visible);
}
