import type { ApiRequest } from '../contract/routes.js';
import { discussionId } from '../discussion/discussion-state.js';
import type { Store } from '../store.js';

/** Every key is a valid discussion, with zero comments if there are none. */
export const countComments =
  ({ database }: Store) =>
  async ({ query: { discussion: keys } }: ApiRequest<{ readonly discussion: readonly string[] }>): Promise<object> => {
    const rows = await database
      .selectFrom('discussions')
      .select(['id', 'total'])
      .where('id', 'in', keys.map(discussionId))
      .execute();
    const totals = new Map(rows.map(({ id, total }) => [id, total]));
    // `fromEntries`, because a key may be `__proto__`.
    return { counts: Object.fromEntries(keys.map((key) => [key, totals.get(discussionId(key)) ?? 0])) };
  };
