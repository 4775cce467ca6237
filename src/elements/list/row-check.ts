import type { ThreadItem } from '../../model/discussion/thread.js';

/** What has to be the same for a row to be the same, without a look at anything of its own. */
export interface Checked {
  readonly list: readonly unknown[];
  readonly item: ThreadItem;
  readonly held: number | undefined;
}

export function isSameCheck(one: Checked, other: Checked): boolean {
  return one.list === other.list && one.held === other.held && isSamePlace(one.item, other.item);
}

function isSamePlace(one: ThreadItem, other: ThreadItem): boolean {
  if (one === other) return true;
  if (one.depth !== other.depth || one.parent !== other.parent) return false;
  if (one.type === 'more' || other.type === 'more') return one.type === other.type;
  return (
    one.replies === other.replies &&
    one.total === other.total &&
    one.isTotalExact === other.isTotalExact &&
    one.isCollapsed === other.isCollapsed &&
    one.isFolded === other.isFolded
  );
}

/** `before` as long as the values are the same, so that whoever depends on them compares one thing. */
export function sameOr(before: readonly unknown[], values: readonly unknown[]): readonly unknown[] {
  return values.length === before.length && values.every((value, index) => value === before[index]) ? before : values;
}
