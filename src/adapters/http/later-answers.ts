/** What the backend answers to who takes part, and what its events tell; as strict as `answers.ts`. */
import type { DiscussionInfo, ReportReceipt, SubmitResult } from '../../model/adapter.js';
import { comment, looseInfo, strictInfo } from './answers.js';
import { count, fields, flag, id, lenient, object, optional, type Read, text, time, word } from './read-value.js';

/** What an event tells of the discussion: the members that have changed. */
export const infoChange: Read<Partial<DiscussionInfo>> = object({ state: optional(strictInfo.state) }, looseInfo);

export const submitted: Read<SubmitResult> = object(
  { outcome: word('published pending rejected invisible') },
  { comment, reason: text, proof: object({ id }, { token: text, until: time }) },
);

export const removed = object({ effect: word('gone tombstone subtree') });

export const source = object({ source: text });

export const receipt: Read<ReportReceipt> = object({}, { alreadyReported: flag, reference: text });

export const reference = object({ id });

/** A number that is none is not known. */
export const counts: Read<ReadonlyMap<string, number>> = (value, place) => {
  const known = new Map<string, number>();
  for (const [key, number] of Object.entries(object({ counts: fields })(value, place).counts)) {
    const total = lenient(count)(number, key);
    if (total !== undefined) known.set(key, total);
  }
  return known;
};
