import { inspect } from '../../model/contract/inspect.js';
import type { CheckContext } from '../check-context.js';
import { defineCheck } from '../check.js';
import { fill } from '../posting.js';
import { idsOf, missingOrRepeated, readAll } from '../reading.js';

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
