import type { Sort } from '../../model/adapter.js';
import type { CheckContext } from '../check-context.js';
import { defineCheck } from '../check.js';
import { inspect } from '../../model/contract/inspect.js';
import { fill, fillOwn, post } from '../posting.js';
import { defaultSort, idsOf, missingOrRepeated, readAll, readPage, readPages, sortsOf, topLevel } from '../reading.js';

const COMMENTS = 7;

/** Skips adapters that return everything at once: nothing can happen between two pages. */
async function requirePages(context: CheckContext): Promise<void> {
  if ((await context.features()).paging === 'all')
    context.skip('The adapter returns everything at once (features.paging: "all").');
}

export const pagingChecks = [
  defineCheck({
    name: 'paging: returns each comment exactly once',
    rule: 'In every sort order, following "next" returns each comment exactly once, and the last page has no "next".',
    hint: 'The next page starts with the last comment of this one (>= instead of >), or "next" is missing one page too early.',
    async test(context: CheckContext) {
      const ids = await fill(context, COMMENTS);
      for (const sort of sortsOf(context.adapter)) {
        const found = idsOf(await readAll(context, { sort, limit: 2 }));
        const got = missingOrRepeated(ids, found);
        if (got !== undefined)
          context.fail({
            did: `list() with sort "${sort}" and limit 2, following "next"`,
            expected: `each of ${COMMENTS} comments once`,
            got,
          });
      }
    },
  }),
  defineCheck({
    name: 'paging: stays consistent while comments are posted',
    rule:
      'A cursor continues where its page ended. Comments posted in the meantime do not make another comment ' +
      'appear twice or get skipped.',
    hint: 'The cursor is a page number or an offset, which a new comment shifts. Encode the position of the last comment instead.',
    async test(context: CheckContext) {
      await requirePages(context);
      await context.require('submit');
      for (const sort of sortsOf(context.adapter)) {
        const ids = await fillOwnOnce(context);
        const posted: string[] = [];
        const pages = await readPages(context, {
          sort,
          limit: 2,
          beforeNext: async () => {
            // Two are enough to shift the rest. With one per page, the pages of "oldest" would never end.
            if (posted.length < 2) posted.push((await post(context)).id);
          },
        });
        const got = missingOrRepeated(ids, idsOf(pages.flatMap(({ items }) => items)));
        if (got !== undefined)
          context.fail({
            did: `list() with sort "${sort}" and limit 2, posting a comment after each of the first two pages`,
            expected: `each of the ${ids.length} earlier comments once`,
            got,
          });
      }
    },
  }),
  defineCheck({
    name: 'paging: stays consistent while comments are removed',
    rule: 'A cursor continues where its page ended. Comments removed in the meantime do not make another comment get skipped.',
    hint: 'The cursor is an offset, which a removal shifts. Encode the position of the last comment instead.',
    async test(context: CheckContext) {
      await requirePages(context);
      const { remove } = await context.require('submit', 'remove');
      for (const sort of sortsOf(context.adapter)) {
        const ids = await fillOwnOnce(context);
        const removed: string[] = [];
        const pages = await readPages(context, {
          sort,
          limit: 2,
          beforeNext: async ({ items }) => {
            const [own] = items.filter(({ id }) => ids.includes(id) && !removed.includes(id));
            if (own === undefined || removed.length >= 2) return;
            await context.resolves(`remove(${inspect(own.id)}) between two pages`, () =>
              remove.call(context.adapter, context.discussion, own.id, context.call),
            );
            removed.push(own.id);
          },
        });
        const got = missingOrRepeated(ids, idsOf(pages.flatMap(({ items }) => items)));
        if (got !== undefined)
          context.fail({
            did: `list() with sort "${sort}" and limit 2, removing a comment after each of the first two pages`,
            expected: 'each of the other comments once',
            got,
          });
      }
    },
  }),
  defineCheck({
    name: 'paging: keeps a stable order',
    rule: 'While a discussion does not change, neither does the order of its list, whatever the page size.',
    hint: 'The database sorts by a time that several comments share. Sort by id as well.',
    async test(context: CheckContext) {
      await fill(context, COMMENTS);
      for (const sort of sortsOf(context.adapter)) {
        const whole = idsOf((await readPages(context, { sort, limit: 50 })).flatMap(({ items }) => items));
        const again = idsOf((await readPages(context, { sort, limit: 50 })).flatMap(({ items }) => items));
        const paged = idsOf((await readPages(context, { sort, limit: 3 })).flatMap(({ items }) => items));
        if (inspect(again) !== inspect(whole))
          context.fail({
            did: `list() with sort "${sort}", twice`,
            expected: `the same order: ${inspect(whole)}`,
            got: inspect(again),
          });
        if (inspect(paged) !== inspect(whole))
          context.fail({
            did: `list() with sort "${sort}", with limit 50 and with limit 3`,
            expected: `the same order: ${inspect(whole)}`,
            got: inspect(paged),
          });
      }
    },
  }),
  defineCheck({
    name: 'paging: sorts as requested',
    rule: '"oldest" starts with the comment posted first and "newest" with the one posted last. Pinned comments are exempt.',
    hint: 'The two orders are swapped, or each page is reversed instead of the list.',
    async test(context: CheckContext) {
      const ids = await fill(context, COMMENTS);
      const expected: Partial<Record<Sort, readonly string[]>> = { oldest: ids, newest: [...ids].reverse() };
      for (const sort of sortsOf(context.adapter)) {
        if (!expected[sort]) continue;
        const items = (await readPages(context, { sort, limit: 3 })).flatMap((page) => page.items);
        const found = idsOf(topLevel(items).filter(({ pinned }) => !pinned));
        if (inspect(found) !== inspect(expected[sort]))
          context.fail({
            did: `list() with sort "${sort}"`,
            expected: `the order ${inspect(expected[sort])}`,
            got: inspect(found),
          });
      }
    },
  }),
  defineCheck({
    name: 'paging: respects the limit',
    rule:
      'With features.paging "pages", a list longer than the limit comes in several pages, and only the last ' +
      'may be empty. With "all", there is no "next".',
    hint:
      'The limit is not sent to the backend, or filtering out hidden comments leaves a page empty. If the ' +
      'backend has no pages, set features.paging to "all".',
    async test(context: CheckContext) {
      await fill(context, COMMENTS);
      const pages = await readPages(context, { limit: 2 });
      const did = `list() of ${COMMENTS} comments with limit 2`;
      const got = `pages of ${pages.map(({ items }) => items.length).join(', ')} comments`;
      if (context.adapter.features?.paging === 'all') {
        if (pages.length > 1)
          context.fail({ did: `${did}, with features.paging "all"`, expected: 'a single page', got });
        return;
      }
      if (pages.length === 1) context.fail({ did, expected: 'more than one page', got });
      if (pages.some(({ items, next }) => next !== undefined && items.length === 0))
        context.fail({ did, expected: 'comments on every page but the last', got });
    },
  }),
  defineCheck({
    name: 'paging: accepts a limit above the backend’s maximum',
    rule: 'A page may hold fewer comments than the limit. The adapter lowers a limit that the backend would reject.',
    hint: 'The backend rejects a page size above its maximum. Use Math.min().',
    async test(context: CheckContext) {
      await fill(context, 1);
      for (const limit of [100, 1000, 100_000]) await readPage(context, { limit });
    },
  }),
  defineCheck({
    name: 'paging: rejects an invalid cursor with an AdapterError',
    rule: 'An adapter rejects only with an AdapterError or with the reason of the aborted signal, even for a damaged or expired cursor.',
    hint: 'Decoding the cursor (JSON.parse, atob) throws an error of its own. Catch it and throw the kind "invalid".',
    async test(context: CheckContext) {
      await fill(context, 1);
      await requirePages(context);
      for (const cursor of ['no such cursor', '{"page":', '-1', '%00']) {
        const did = `list() with the cursor ${inspect(cursor)}`;
        const query = { discussion: context.discussion, sort: defaultSort(context.adapter), limit: 2, cursor } as const;
        const settled = await context.settle(did, () => context.adapter.list(query, context.call));
        if (settled.status === 'rejected') context.expectAdapterError(did, settled.reason);
      }
    },
  }),
  defineCheck({
    name: 'paging: "top" starts with the highest score',
    rule: '"top" sorts by votes, highest score first.',
    hint: 'The list uses an index that votes do not update, or sorts in ascending order.',
    async test(context: CheckContext) {
      await context.features();
      if (!sortsOf(context.adapter).includes('top')) context.skip('The adapter does not offer the sort order "top".');
      await context.require('submit');
      const other = await context.as('other', 'vote');
      const ids = await fill(context, 3);
      const favourite = ids[1] as string;
      await context.resolves('vote() for the second of three comments', () =>
        other.vote(context.discussion, { id: favourite, value: 1 }, context.call),
      );
      await context.eventually(
        {
          did: 'vote() for the second of three comments, then list() with sort "top"',
          expected: `${inspect(favourite)} first`,
        },
        () => readPage(context, { sort: 'top', limit: 3 }),
        ({ items }) => (items[0]?.id === favourite ? undefined : `the order ${inspect(idsOf(items))}`),
      );
    },
  }),
];

/** Checks whose discussion has been filled. */
const filled = new WeakSet<CheckContext>();

/** Fills the discussion for the first sort order only, and returns the ids of its visible comments. */
async function fillOwnOnce(context: CheckContext): Promise<readonly string[]> {
  if (!filled.has(context)) await fillOwn(context, COMMENTS);
  filled.add(context);
  const visible = (await readAll(context, { limit: 50 })).filter(
    ({ status = 'visible', parentId }) => status === 'visible' && parentId == null,
  );
  return idsOf(visible);
}
