import { isStorableTime } from '../database/tables.js';
import { Problem } from '../rules/problem.js';
import { isMalformed } from '../rules/valid-text.js';

/** A place in a queue that spans all discussions. Handled comments leave the queue and do not move the others. */
export interface QueuePosition {
  /** When the comment came into the queue. */
  readonly since: Date;
  /** Id of the discussion. */
  readonly discussion: string;
  /** Id of the comment, or reference of the notice. */
  readonly item: string;
}

/** The position as it stands in an address. */
export const writePosition = ({ since, discussion, item }: QueuePosition): string =>
  Buffer.from(JSON.stringify([since.toISOString(), discussion, item])).toString('base64url');

export function readPosition(text: string): QueuePosition {
  const [time, discussion, item] = parseList(Buffer.from(text, 'base64url').toString());
  const since = new Date(typeof time === 'string' ? time : NaN);
  const isStorable = (value: unknown): value is string => typeof value === 'string' && !isMalformed(value);
  if (!isStorableTime(since) || !isStorable(discussion) || !isStorable(item))
    throw new Problem('invalid', 'This address does not name a place in the list. Go back to its first page.');
  return { since, discussion, item };
}

function parseList(json: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value : [];
  } catch {
    // Somebody has cut or changed the address. An empty list is refused like any other wrong one.
    return [];
  }
}
