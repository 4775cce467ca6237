import type { Body, Change, DiscussionInfo } from 'article-comments/rules.js';
import type { CommentRow, DiscussionRow, EventRow } from '../database/tables.js';
import type { Caller } from '../identity/caller.js';
import { closingState } from './closing.js';
import { findDiscussion, messageBody, postingOf } from './discussion-state.js';
import { loadViews } from './load-view.js';
import { type CommentView, presentComment } from './present-comment.js';
import { isReadableBy } from './readable.js';
import { effectOf } from './remove-comment.js';
import type { Store } from './store.js';

/** As sent: an absent message is null there, since JSON leaves out what is undefined. */
type StreamedChange =
  | Exclude<Change, { readonly type: 'discussion' }>
  | { readonly type: 'discussion'; readonly info: Omit<Partial<DiscussionInfo>, 'message'> & { message: Body | null } };

/** An event as sent to one caller. */
export interface StreamEvent {
  readonly id: number;
  readonly change: StreamedChange;
}

export interface EventBatch {
  /** The events for each caller, in the order of the callers. */
  readonly events: readonly (readonly StreamEvent[])[];
  /** Number of the last event read. */
  readonly position: number;
}

/** Maximum number of events in a batch. */
const batchSize = 200;

/**
 * Reads the events of a discussion after a position, for all callers at that position: one query for the events and one
 * per table of their contents. Events carry the current state of their comment, so late and repeated ones are harmless.
 */
export async function readEvents(
  store: Store,
  id: string,
  after: number,
  callers: readonly Caller[],
): Promise<EventBatch> {
  const { database } = store;
  const discussion = await findDiscussion(store, id);
  const last = discussion?.last_event ?? 0;
  // A position from the future means that the database was restored from a backup.
  if (!discussion || after > last) return after > 0 ? staleAt(last, callers) : noEvents(last, callers);
  if (after === last) return noEvents(last, callers);
  const events = await database
    .selectFrom('events')
    .selectAll()
    .where('discussion', '=', id)
    .where('number', '>', after)
    .orderBy('number')
    .limit(batchSize)
    .execute();
  // Numbers are gapless, so the next one is missing only if it was pruned.
  if (events[0]?.number !== after + 1) return staleAt(last, callers);
  const ids = [...new Set(events.map(({ comment }) => comment).filter((comment) => comment !== ''))];
  const rows =
    ids.length === 0
      ? []
      : await database.selectFrom('comments').selectAll().where('discussion', '=', id).where('id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const views = await loadViews(store, discussion, rows, callers);
  const position = events.at(-1)?.number ?? last;
  const perCaller = views.map((view) =>
    events.flatMap((event): StreamEvent | [] => {
      const row = byId.get(event.comment);
      if (!row)
        return event.type === 'discussion' ? { id: event.number, change: stateChange(store, discussion, view) } : [];
      const change = changeFor(event, row, view.caller);
      return change === undefined
        ? []
        : {
            id: event.number,
            change:
              change === 'removed'
                ? { type: 'removed', id: row.id }
                : { type: change, comment: presentComment(row, view) },
          };
    }),
  );
  return { events: perCaller, position };
}

const noEvents = (position: number, callers: readonly Caller[]): EventBatch => ({
  events: callers.map(() => []),
  position,
});

/** Tells clients to reload, because events are missing. */
const staleAt = (position: number, callers: readonly Caller[]): EventBatch => ({
  events: callers.map(() => [{ id: position, change: { type: 'stale' } }]),
  position,
});

const stateChange = ({ rules }: Store, discussion: DiscussionRow, { now, caller }: CommentView): StreamedChange => ({
  type: 'discussion',
  info: {
    ...closingState(discussion, now),
    posting: postingOf(rules, discussion, caller),
    // Null takes an earlier message away.
    message: discussion.message ? messageBody(discussion.message) : null,
  },
});

/** The kind of change for a caller; undefined if they could never read the comment. */
function changeFor({ type }: EventRow, row: CommentRow, caller: Caller): 'added' | 'changed' | 'removed' | undefined {
  if (isReadableBy(row, caller)) return type === 'added' ? 'added' : 'changed';
  if (type === 'held') return 'removed';
  return effectOf(row) === 'gone' && isReadableBy({ owner: row.owner, status: row.status_before ?? 'visible' }, caller)
    ? 'removed'
    : undefined;
}
