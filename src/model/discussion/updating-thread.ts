import type { Comment } from '../adapter.js';
import { type PlacedComment, type ThreadItem, threadOf } from './thread.js';

/** With more new versions than these, making the thread anew is faster than looking for each. */
const MAX_UPDATED = 20;

/** Returns a `threadOf` that changes the last thread if comments were replaced by other versions and none can have moved. */
export function updatingThread(): typeof threadOf {
  let last: { readonly inputs: Parameters<typeof threadOf>; readonly items: readonly ThreadItem[] } | undefined;
  return (...inputs) => {
    const [comments, ...rest] = inputs;
    const known = last && rest.every((input, index) => input === last?.inputs[index + 1]) ? last : undefined;
    const items = (known && withNewVersions(known.items, known.inputs[0], comments)) ?? threadOf(...inputs);
    last = { inputs, items };
    return items;
  };
}

/** Replaces the comments of a thread. Undefined if one of them may have moved. */
function withNewVersions(
  items: readonly ThreadItem[],
  before: readonly Comment[],
  after: readonly Comment[],
): readonly ThreadItem[] | undefined {
  if (after.length !== before.length) return undefined;
  const changed = [...after.keys()].filter((index) => after[index] !== before[index]);
  if (changed.length > MAX_UPDATED) return undefined;
  const updated = [...items];
  for (const index of changed) {
    const comment = after[index]!;
    const old = before[index]!;
    if (placeOf(comment) !== placeOf(old)) return undefined;
    const isOld = (item: ThreadItem | undefined): item is PlacedComment =>
      item?.type === 'comment' && item.comment === old;
    // In most lists, comments are in the order of the thread.
    const at = isOld(updated[index]) ? index : updated.findIndex(isOld);
    const place = updated[at];
    if (!isOld(place)) return undefined;
    updated[at] = { ...place, comment };
    for (let below = at + 1; below < updated.length; below++) {
      const item = updated[below]!;
      if (item.depth <= place.depth) break;
      if (item.comment === old) updated[below] = { ...item, comment };
      else if (item.type === 'comment' && item.parent === old) updated[below] = { ...item, parent: comment };
    }
  }
  return updated;
}

/** What decides where a comment is placed, and what is counted below it. */
const placeOf = ({ id, parentId, replies }: Comment): string => JSON.stringify([id, parentId, replies]);
