import type { Comment } from 'article-comments/rules.js';
import type { Data } from '../database/data.js';
import type { CommentRow, DiscussionRow } from '../database/tables.js';
import { type Caller, isModerator } from '../identity/caller.js';
import { findBans } from '../identity/bans-and-warnings.js';
import { withHold } from '../rules/hold.js';
import { isOpen } from './closing.js';
import { type CommentView, presentComment } from './present-comment.js';
import type { Store } from './store.js';

type Rows = readonly Pick<CommentRow, 'id' | 'owner'>[];

/** Loads what the comments of one response need, in one go. */
export async function loadView(
  store: Store,
  discussion: DiscussionRow | undefined,
  rows: Rows,
  caller: Caller,
): Promise<CommentView> {
  const [view] = await loadViews(store, discussion, rows, [caller]);
  if (!view) throw new Error('No view was loaded.');
  return view;
}

/** Loads the views of several callers with as many queries as for one. */
export async function loadViews(
  store: Pick<Store, 'database' | 'now' | 'rules'>,
  discussion: DiscussionRow | undefined,
  rows: Rows,
  callers: readonly Caller[],
): Promise<readonly CommentView[]> {
  const now = store.now();
  const identities = [...new Set(callers.flatMap(({ identity }) => identity ?? []))];
  const ids = rows.map(({ id }) => id);
  const [votes, reports] =
    discussion && identities.length > 0 && ids.length > 0
      ? await loadReactions(store, discussion, ids, identities)
      : [[], []];
  // Only moderators see bans.
  const owners = callers.some(isModerator) ? [...new Set(rows.flatMap(({ owner }) => owner ?? []))] : [];
  const bans = await findBans(store, owners);
  const shared = { isOpen: isOpen(discussion, now), now, rules: withHold(store.rules, discussion?.hold), bans };
  return callers.map((caller) => ({
    ...shared,
    caller,
    votes: new Map(
      votes.filter(({ voter }) => voter === caller.identity).map(({ comment, value }) => [comment, value]),
    ),
    reported: new Set(reports.filter(({ reporter }) => reporter === caller.identity).map(({ comment }) => comment)),
  }));
}

function loadReactions(
  { database }: Pick<Data, 'database'>,
  { id }: DiscussionRow,
  ids: readonly string[],
  identities: readonly string[],
) {
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
      .unionAll((eb) =>
        eb
          .selectFrom('legal_notices')
          .select(['comment', 'reporter'])
          .where('discussion', '=', id)
          .where('comment', 'in', ids)
          .where('reporter', 'in', identities)
          .$narrowType<{ reporter: string }>(),
      )
      .execute(),
  ]);
}

/** Presents a single comment. */
export async function presentOne(
  store: Store,
  discussion: DiscussionRow,
  row: CommentRow,
  caller: Caller,
): Promise<Comment> {
  return presentComment(row, await loadView(store, discussion, [row], caller));
}
