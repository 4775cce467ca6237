import { discussionId } from '../discussion/discussion-state.js';
import { Problem } from '../http/problem.js';
import type { Store } from '../store.js';
import type { Target } from './actions.js';
import { nameOf } from './comment-view.js';

/** The name of a comment's author, for the notice on the next page. A cookie has little room, so long names are cut. */
export async function findAuthor({ database }: Store, { key, id }: Target): Promise<string> {
  const row = await database
    .selectFrom('comments')
    .select('author')
    .where('discussion', '=', discussionId(key))
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Problem('not-found', 'There is no such comment. Go back to the list.');
  return [...nameOf(row)].slice(0, 80).join('');
}
