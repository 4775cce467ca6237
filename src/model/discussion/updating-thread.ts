import type { Comment } from '../adapter.js';
import { type ThreadItem, threadOf } from './thread.js';

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
  const updated = [...items];
  for (let index = 0; index < after.length; index++) {
    const comment = after[index]!;
    const old = before[index]!;
    if (comment === old) continue;
    if (placeOf(comment) !== placeOf(old)) return undefined;
    const isOld = (item: ThreadItem | undefined): boolean => item?.comment === old;
    // In most lists, comments are in the order of the thread.
    const at = isOld(updated[index]) ? index : updated.findIndex(isOld);
    const place = updated[at];
    if (place?.type !== 'comment') continue;
    updated[at] = { ...place, comment };
    for (let below = at + 1; below < updated.length; below++) {
      const item = updated[below]!;
      if (item.depth <= place.depth) break;
      if (isOld(item)) updated[below] = { ...item, comment };
      else if (item.type === 'comment' && item.parent === old) updated[below] = { ...item, parent: comment };
    }
  }
  return updated;
}

/** What decides where a comment is placed, and what is counted below it. */
const placeOf = ({ id, parentId, replies }: Comment): string => JSON.stringify([id, parentId, replies]);
