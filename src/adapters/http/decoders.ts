/** Decoders for what only the HTTP contract has: the responses that combine others, and the events. */
import type { DiscussionInfo } from '../../model/adapter.js';
import { state } from '../../model/contract/archive.js';
import { info, infoMembers, page } from '../../model/contract/contract.js';
import { count, type Decoder, id, lenient, object, optional, record, text } from '../../model/contract/schema.js';
import { offers } from './capabilities.js';

const changedInfo = object({ state: optional(state) }, infoMembers);

/**
 * The members of a discussion that an event changes. Those that no longer apply are undefined, so that merging the change removes
 * them.
 */
export const infoChange: Decoder<Partial<DiscussionInfo>> = (value, place) => {
  const { state: newState, message } = record(value, place);
  return {
    ...(newState != null && { closesAt: undefined, closedAt: undefined, opensAt: undefined }),
    ...(message === null && { message: undefined }),
    ...changedInfo(value, place),
  };
};

export const openedDiscussion = object({ discussion: info, page, offers: optional(offers) }, { position: text });

export type OpenedDiscussion = ReturnType<typeof openedDiscussion>;

export const source = object({ source: text });

/** An object of which only the id is read. */
export const reference = object({ id });

/** The number of comments by discussion. Invalid numbers are omitted. */
export const counts: Decoder<ReadonlyMap<string, number>> = (value, place, reading) => {
  const totals = new Map<string, number>();
  for (const [key, number] of Object.entries(object({ counts: record })(value, place).counts)) {
    const total = lenient(count)(number, `${place} › ${key}`, reading);
    if (total !== undefined) totals.set(key, total);
  }
  return totals;
};
