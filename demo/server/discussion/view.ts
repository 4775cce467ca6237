import type { Comment } from '../../../src/model/adapter.js';
import type { CommentRow, DiscussionRow } from '../database/tables.js';
import type { Caller } from '../identity/caller.js';
import type { Store } from '../store.js';
import { isOpen } from './discussion-state.js';
import { presentComment, type View } from './present-comment.js';

type Rows = readonly Pick<CommentRow, 'id'>[];

/** Looks up once what the comments of one answer have in common. */
export async function viewFor(store: Store, discussion: DiscussionRow | undefined, rows: Rows, caller: Caller): Promise<View> {
  const [view] = await viewsFor(store, discussion, rows, [caller]);
  if (!view) throw new Error('There is one view for each caller.');
  return view;
}

/** The same for many callers at once, by as many queries as for one. */
export async function viewsFor(
  store: Pick<Store, 'database' | 'now' | 'rules'>,
  discussion: DiscussionRow | undefined,
  rows: Rows,
  callers: readonly Caller[],
): Promise<readonly View[]> {
  const now = store.now();
  const identities = [...new Set(callers.flatMap(({ identity }) => identity ?? []))];
  const ids = rows.map(({ id }) => id);
  const [votes, reports] =
    discussion && identities.length > 0 && ids.length > 0 ? await doneBy(store, discussion, ids, identities) : [[], []];
  const shared = { isOpen: isOpen(discussion, now), now, rules: store.rules };
  return callers.map((caller) => ({
    ...shared,
    caller,
    votes: new Map(votes.filter(({ voter }) => voter === caller.identity).map(({ comment, value }) => [comment, value])),
    reported: new Set(reports.filter(({ reporter }) => reporter === caller.identity).map(({ comment }) => comment)),
  }));
}

function doneBy({ database }: Pick<Store, 'database'>, { id }: DiscussionRow, ids: readonly string[], identities: readonly string[]) {
  return Promise.all([
    database
      .selectFrom('votes')
      .select(['comment', 'voter', 'value'])
      .where('discussion', '=', id)
      .where('comment', 'in', ids)
      .where('voter', 'in', identities)
      .execute(),
    database
      .selectFrom('reports')
      .select(['comment', 'reporter'])
      .where('discussion', '=', id)
      .where('comment', 'in', ids)
      .where('reporter', 'in', identities)
      .execute(),
  ]);
}

/** One comment as the caller gets it. */
export async function presentOne(store: Store, discussion: DiscussionRow, row: CommentRow, caller: Caller): Promise<Comment> {
  return presentComment(row, await viewFor(store, discussion, [row], caller));
}
