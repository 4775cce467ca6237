import type { Body, DiscussionInfo } from '../../../src/model/adapter.js';
import { sha256 } from '../database/signer.js';
import type { DiscussionRow } from '../database/tables.js';
import { isModerator, refusalOf, viewerOf, type Caller } from '../identity/caller.js';
import type { Store } from '../store.js';

export const discussionId = (key: string): string => sha256(key);

/** Undefined for a discussion without any comments yet: it is open and not stored. */
export function findDiscussion({ database }: Pick<Store, 'database'>, id: string): Promise<DiscussionRow | undefined> {
  return database.selectFrom('discussions').selectAll().where('id', '=', id).executeTakeFirst();
}

type ClosingTimes = Pick<DiscussionRow, 'closes_at' | 'closed_at'>;

export const isOpen = (row: ClosingTimes | undefined, now: Date): boolean => closedSince(row, now) === undefined;

/** When the discussion closed, by hand or on schedule; undefined while it is open. */
export function closedSince(row: ClosingTimes | undefined, now: Date): Date | undefined {
  const since = row?.closed_at ?? row?.closes_at;
  return since && since <= now ? since : undefined;
}

/** The state with its times. An absent time no longer applies. */
export function closingState(
  row: ClosingTimes | undefined,
  now: Date,
): Pick<DiscussionInfo, 'state' | 'closesAt' | 'closedAt'> {
  const since = closedSince(row, now);
  if (since) return { state: 'closed', closedAt: since.toISOString() };
  return { state: 'open', ...(row?.closes_at && { closesAt: row.closes_at.toISOString() }) };
}

/** The editors' message. */
export const messageBody = (value: string): Body => ({ format: 'markdown', value });

/** `feedUrl`: where the feed of this discussion is. */
export function discussionInfo(
  store: Store,
  row: DiscussionRow | undefined,
  caller: Caller,
  feedUrl: string,
): DiscussionInfo {
  const { rules } = store;
  const refusal = refusalOf(caller);
  return {
    ...closingState(row, store.now()),
    total: row?.total ?? 0,
    viewer: viewerOf(caller),
    posting: {
      who: 'anyone',
      ...(!caller.person && {
        guest: {
          name: { required: true },
          // Checked, but not stored.
          email: { required: false, neverShown: true },
          website: { required: false },
        },
      }),
      max: rules.text,
      ...(rules.offersNotices && caller.person && { notify: 'off' as const }),
      ...(refusal && { refusal }),
    },
    can: { close: isModerator(caller) },
    policy: rules.policy,
    ...(row?.message && { message: messageBody(row.message) }),
    // There is none before the first comment.
    ...(row && { feedUrl }),
  };
}
