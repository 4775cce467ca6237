import type { Change } from '../../model/adapter.js';
import { follow } from './follow.js';
import type { Requests } from './request.js';

/** What takes up every line of events anew, or the one of the given discussion. */
export type Lines = Set<(key?: string) => void>;

interface Line {
  /** Of the discussion. */
  readonly key: string;
  readonly onChange: (change: Change) => void;
  readonly signal: AbortSignal;
  readonly requests: Requests;
  /** Where the events of each discussion begin that its last opening does not hold. */
  readonly positions: ReadonlyMap<string, string | undefined>;
  readonly lines: Lines;
}

/** Keeps up the line of events of one discussion until `signal` is aborted, from wherever each opening says that they begin. */
export function keepLine({ key, onChange, signal, requests, positions, lines }: Line): void {
  if (signal.aborted) return;
  let line = new AbortController();
  const connect = (after: string | undefined, inner: AbortSignal): Promise<Response> =>
    requests.send({ path: '/events', query: { discussion: key, after } }, inner);
  const begin = (of = key): void => {
    if (of !== key) return;
    line.abort();
    line = new AbortController();
    // What only a later opening tells, the line waits for.
    if (positions.has(key)) void follow(positions.get(key), { connect, onChange, signal: line.signal });
  };
  lines.add(begin);
  signal.addEventListener('abort', () => (lines.delete(begin), line.abort()), { once: true });
  begin();
}
