import { inspect } from '../../model/contract/inspect.js';
import type { CheckContext } from '../check-context.js';
import { defineCheck } from '../check.js';
import { fill } from '../posting.js';
import { idsOf, missingOrRepeated, readAll, readPage } from '../reading.js';

const COMMENTS = 5;

export const sortOptionChecks = [
  defineCheck({
    name: 'orders: lists by a custom sort order',
    rule:
      'An object in features.sorts is a custom sort order with a unique id, which list() accepts as "sortOption". Following ' +
      '"next" returns each comment exactly once.',
    hint: 'The adapter sends "sort" instead of "sortOption", or the cursor belongs to another order.',
    async test(context: CheckContext) {
      const { sorts = [] } = await context.features();
      const options = sorts.filter((sort) => typeof sort === 'object');
      if (options.length === 0) context.skip('The adapter offers no custom sort orders (features.sorts).');
      const ids = sorts.map((sort) => (typeof sort === 'object' ? sort.id : sort));
      if (new Set(ids).size < ids.length)
        context.fail({ did: 'features.sorts', expected: 'an id for each order', got: inspect(ids) });
      const comments = await fill(context, COMMENTS);
      for (const { id } of options) {
        const got = missingOrRepeated(comments, idsOf(await readAll(context, { sortOption: id, limit: 2 })));
        if (got !== undefined)
          context.fail({
            did: `list() with sortOption "${id}" and limit 2, following "next"`,
            expected: `each of ${COMMENTS} comments once`,
            got,
          });
      }
    },
  }),
];

export const filterChecks = [
  defineCheck({
    name: 'filters: "featured" lists only featured comments',
    rule:
      'list() with the filter "featured" returns only featured comments, including replies. Following "next" returns each of them ' +
      'exactly once.',
    hint: 'The filter is not sent with the cursor, replies are omitted, or pinned comments are added.',
    async test(context: CheckContext) {
      const { filters = [] } = await context.features();
      if (!filters.includes('featured')) context.skip('The adapter offers no filters.');
      const moderator = await context.as('moderator', 'feature');
      const comments = await fill(context, COMMENTS);
      const did = 'list() with the filter "featured"';
      const before = await readPage(context, { filter: 'featured', limit: 2 });
      if (before.items.length > 0)
        context.fail({
          did: `${did}, before anything is featured`,
          expected: 'no comments',
          got: inspect(before.items),
        });
      // Leaves an unfeatured comment on each side, which a list without the filter would include.
      const featured = comments.slice(1, -1);
      for (const id of featured) await moderator.feature(context.discussion, { id, featured: true }, context.call);
      const found = idsOf(await readAll(context, { filter: 'featured', limit: 2 }));
      const got = missingOrRepeated(featured, found);
      if (got !== undefined)
        context.fail({
          did: `${did} and limit 2, following "next"`,
          expected: `each of ${featured.length} featured once`,
          got,
        });
      const others = found.filter((id) => !featured.includes(id));
      if (others.length > 0) context.fail({ did, expected: 'featured comments only', got: inspect(others) });
    },
  }),
];
