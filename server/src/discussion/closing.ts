/** When a discussion closes, and whether it is closed. */
import { discussionState, type DiscussionTimes } from 'article-comments/rules.js';
import type { DiscussionRow } from '../database/tables.js';
import type { HouseRules } from '../rules/house-rules.js';
import { Problem } from '../rules/problem.js';

type ClosingTimes = Pick<DiscussionRow, 'closes_at' | 'closed_at'>;

/** When a discussion closes by itself whose first comment comes now. Null: never. */
export const closingTime = ({ closesAfterDays }: HouseRules, now: Date): Date | null =>
  closesAfterDays > 0 ? new Date(now.getTime() + closesAfterDays * 86_400_000) : null;

export const isOpen = (row: ClosingTimes | undefined, now: Date): boolean => closingState(row, now).state === 'open';

export function requireOpen(row: ClosingTimes | undefined, now: Date): void {
  if (!isOpen(row, now)) throw new Problem('closed', 'This discussion is closed.');
}

/** The state with its times. An absent time no longer applies. */
export const closingState = (row: ClosingTimes | undefined, now: Date): DiscussionTimes =>
  discussionState(
    { closesAt: row?.closes_at?.toISOString() },
    { now: now.getTime(), manual: { closedAt: row?.closed_at?.toISOString() } },
  );
