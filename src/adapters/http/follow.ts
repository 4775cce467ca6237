import { AdapterError, type Change } from '../../model/adapter.js';
import { comment } from './answers.js';
import { infoChange, reference } from './later-answers.js';
import { withTimeout } from './deadline.js';
import { EventStream, type ServerEvent } from './event-stream.js';
import { failureOf } from './failure-of.js';
import { textOf } from './text-of.js';

/** All in milliseconds. */
const SILENCE = 75_000;
const SHORTEST_WAIT = 1_000;
const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 60_000;

const PLACE = 'GET /events';

export interface Following {
  /** Asks for the events behind a position; resolves with the head of the answer. */
  readonly connect: (after: string | undefined, signal: AbortSignal) => Promise<Response>;
  readonly onChange: (change: Change) => void;
  readonly signal: AbortSignal;
}

/**
 * Follows the events of a discussion until `signal` is aborted. A line that ends, breaks, or is silent for 75 seconds is
 * taken up again where it ended, after a wait that grows from 2 seconds to a minute and differs from reader to reader; the
 * backend may ask for a longer one. It ends for good with a 204 and with every 4xx but 401 (somebody may sign in
 * again), 408, 425 and 429.
 */
export async function follow(after: string | undefined, { connect, onChange, signal }: Following): Promise<void> {
  const stream = { after, wait: FIRST_WAIT, failures: 0 };
  const listen = async (inner: AbortSignal, renew: () => void): Promise<'over' | 'broken'> => {
    const response = await connect(stream.after, inner);
    if (/^(204|4(?!08|25|29|01)..)$/.test(String(response.status))) {
      await response.body?.cancel();
      return 'over';
    }
    if (!response.ok) throw (await failureOf(response, PLACE, inner)).error;
    if (!response.headers.get('content-type')?.startsWith('text/event-stream')) {
      await response.body?.cancel();
      throw new AdapterError('bad-response');
    }
    const events = new EventStream();
    for await (const piece of textOf(response, inner)) {
      renew();
      stream.failures = 0;
      for (const event of events.push(piece)) {
        stream.after = event.id || stream.after;
        const change = changeIn(event);
        if (change && !inner.aborted) onChange(change);
      }
      stream.wait = Math.max(events.retry ?? stream.wait, SHORTEST_WAIT);
    }
    return 'broken';
  };
  while (!signal.aborted) {
    let retryAfter = 0;
    try {
      if ((await withTimeout(SILENCE, signal, listen)) === 'over') return;
    } catch (thrown) {
      // Whatever broke the line, it is taken up again.
      retryAfter = (thrown instanceof AdapterError && thrown.info.retryAfter) || 0;
    }
    const wait = Math.min(stream.wait * 2 ** stream.failures++, Math.max(stream.wait, LONGEST_WAIT)) * (0.5 + Math.random());
    await pause(wait, retryAfter * 1000, signal);
  }
}

/** What an event says; undefined for one that is not known here. One that cannot be read has to be made up for by listing again. */
function changeIn({ event: type, data }: ServerEvent): Change | undefined {
  try {
    const value = (): unknown => JSON.parse(data);
    switch (type) {
      case 'added':
      case 'changed':
        return { type, comment: comment(value(), PLACE) };
      case 'removed':
        return { type, id: reference(value(), PLACE).id };
      case 'discussion':
        return { type, info: infoChange(value(), PLACE) };
      case 'stale':
        return { type };
      default:
        return undefined;
    }
  } catch {
    return { type: 'stale' };
  }
}

/** Waits; ends at once with `signal`, and with the way back to the network unless the backend asked for the wait. */
function pause(wait: number, asked: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, Math.min(Math.max(wait, asked), 2 ** 31 - 1));
    function end(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      globalThis.removeEventListener?.('online', end);
      resolve();
    }
    signal.addEventListener('abort', end);
    if (asked === 0) globalThis.addEventListener?.('online', end);
    if (signal.aborted) end();
  });
}
