import type { Change } from '../../../src/model/adapter.js';
import type { CommentRow, DiscussionRow, EventRow } from '../database/tables.js';
import { findDiscussion, stateOf } from '../discussion/discussion-state.js';
import { isListed, presentComment } from '../discussion/present-comment.js';
import { viewsFor } from '../discussion/view.js';
import type { Caller } from '../identity/caller.js';
import type { Store } from '../store.js';

/** What one caller hears of one event. */
export interface Told {
  readonly id: number;
  readonly change: Change;
}

export interface News {
  /** What each caller hears, in the order of the callers. */
  readonly told: readonly (readonly Told[])[];
  /** Number of the last event that was read. */
  readonly position: number;
}

/** Events read at once; the rest comes with the next look. */
const batch = 200;

/**
 * What happened in a discussion after an event, for everybody who waits at the same place: one query for the events and
 * one for each table that their contents come from. An event says of which comment it is; what is told is the comment as
 * it is now, which is also what a repeated or a late event says.
 */
export async function readEvents(store: Store, id: string, after: number, callers: readonly Caller[]): Promise<News> {
  const { database } = store;
  const discussion = await findDiscussion(store, id);
  const last = discussion?.last_event ?? 0;
  // A position from the future is one of a database that has been put back to an earlier state.
  if (!discussion || after > last) return after > 0 ? staleAt(last, callers) : { told: callers.map(() => []), position: last };
  if (after === last) return { told: callers.map(() => []), position: last };
  const events = await database
    .selectFrom('events')
    .selectAll()
    .where('discussion', '=', id)
    .where('number', '>', after)
    .orderBy('number')
    .limit(batch)
    .execute();
  // There are no gaps, so that the next number is missing only when it has been trimmed.
  if (events[0]?.number !== after + 1) return staleAt(last, callers);
  const ids = [...new Set(events.map(({ comment }) => comment).filter((comment) => comment !== ''))];
  const rows =
    ids.length === 0 ? [] : await database.selectFrom('comments').selectAll().where('discussion', '=', id).where('id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const views = await viewsFor(store, discussion, rows, callers);
  const position = events.at(-1)?.number ?? last;
  const told = views.map((view) =>
    events.flatMap((event): Told | [] => {
      const row = byId.get(event.comment);
      if (!row) return event.type === 'discussion' ? { id: event.number, change: stateChange(discussion, view.now) } : [];
      const change = changeFor(event, row, view.caller);
      return change === undefined
        ? []
        : {
            id: event.number,
            change: change === 'removed' ? { type: 'removed', id: row.id } : { type: change, comment: presentComment(row, view) },
          };
    }),
  );
  return { told, position };
}

const staleAt = (position: number, callers: readonly Caller[]): News => ({
  told: callers.map(() => [{ id: position, change: { type: 'stale' } }]),
  position,
});

const stateChange = (discussion: DiscussionRow, now: Date): Change => ({ type: 'discussion', info: stateOf(discussion, now) });

/** Nothing, where the caller has never known of the comment. */
function changeFor({ type }: EventRow, row: CommentRow, caller: Caller): 'added' | 'changed' | 'removed' | undefined {
  if (isListed(row, caller)) return type === 'added' ? 'added' : 'changed';
  return row.status === 'gone' && isListed({ owner: row.owner, status: row.status_before ?? 'visible' }, caller) ? 'removed' : undefined;
}
