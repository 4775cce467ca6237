import type { DiscussionInfo } from '../../../src/model/adapter.js';
import { sha256 } from '../database/secret.js';
import type { DiscussionRow } from '../database/tables.js';
import { isModerator, viewerOf, type Caller } from '../identity/caller.js';
import type { Store } from '../store.js';

export const discussionId = (key: string): string => sha256(key);

/** A discussion that nobody has written in yet is open and not stored. */
export function findDiscussion({ database }: Pick<Store, 'database'>, id: string): Promise<DiscussionRow | undefined> {
  return database.selectFrom('discussions').selectAll().where('id', '=', id).executeTakeFirst();
}

type Times = Pick<DiscussionRow, 'closes_at' | 'closed_at'>;

export const isOpen = (row: Times | undefined, now: Date): boolean => closedSince(row, now) === undefined;

/** Since when a discussion is closed: by hand, or because its time was over. */
export function closedSince(row: Times | undefined, now: Date): Date | undefined {
  const since = row?.closed_at ?? row?.closes_at;
  return since && since <= now ? since : undefined;
}

/** The state and the times that belong to it; a time that is absent does not hold. */
export function stateOf(row: Times | undefined, now: Date): Pick<DiscussionInfo, 'state' | 'closesAt' | 'closedAt'> {
  const since = closedSince(row, now);
  if (since) return { state: 'closed', closedAt: since.toISOString() };
  return { state: 'open', ...(row?.closes_at && { closesAt: row.closes_at.toISOString() }) };
}

export function infoOf(store: Store, row: DiscussionRow | undefined, caller: Caller): DiscussionInfo {
  const { rules } = store;
  const refusal = caller.person?.refusal;
  return {
    ...stateOf(row, store.now()),
    total: row?.total ?? 0,
    viewer: viewerOf(caller),
    posting: {
      who: 'anyone',
      ...(!caller.person && { guest: { name: { required: true }, email: { required: false }, website: { required: false } } }),
      max: rules.text,
      ...(refusal && { refusal }),
    },
    can: { close: isModerator(caller) },
    policy: rules.policy,
  };
}
