import { AdapterError, type Change, type Comment, type DiscussionInfo } from '../../model/adapter.js';
import { readChunks } from '../shared/fetch-text.js';
import { retryAfter } from '../shared/response.js';
import { withTimeout } from '../shared/tasks.js';
import { parseJson } from '../shared/text.js';
import type { HttpClient } from './client.js';
import { eventStreamParser, type ServerEvent } from './event-stream-parser.js';
import { tidy } from './members.js';

/** All in milliseconds. The backend sends something at least every 30 seconds. */
const MAX_SILENCE = 75_000;
const MIN_DELAY = 1_000;
const FIRST_DELAY = 2_000;
const MAX_DELAY = 60_000;
const MAX_TIMER = 2 ** 31 - 1;

export interface EventFollower {
  /** Key of the discussion. */
  readonly key: string;
  /** The position in the event stream to begin after. */
  readonly position: string | undefined;
  readonly onChange: (change: Change) => void;
  readonly signal: AbortSignal;
}

/**
 * Follows the events of a discussion until `signal` is aborted. Reconnects after the last event when the connection
 * ends, breaks or is silent for 75 seconds. The delay grows from 2 seconds to a minute, with a random factor that
 * spreads the readers; the backend may ask for a longer one. Stops after a 204 and after any 4xx other than 401 (the
 * viewer may sign in again), 408, 425 and 429.
 */
export async function followEvents(
  { stream }: HttpClient,
  { key, position, onChange, signal }: EventFollower,
): Promise<void> {
  let after = position;
  let delay = FIRST_DELAY;
  let failures = 0;
  /** The seconds that the backend has asked to wait for. */
  let requested = 0;
  /** Resolves with true if there is nothing more to follow. */
  const listen = async (inner: AbortSignal, renew: () => void): Promise<boolean> => {
    requested = 0;
    const query = { discussion: key, after };
    const { status, ok, headers, body } = await stream({ path: '/events', query }, { signal: inner });
    const isFinal = /^(204|4(?!08|25|29|01)..)$/.test(`${status}`);
    if (isFinal || !ok || !headers.get('content-type')?.startsWith('text/event-stream')) {
      await body?.cancel();
      requested = retryAfter(headers) ?? 0;
      return isFinal;
    }
    const parser = eventStreamParser();
    for await (const chunk of readChunks(body, inner)) {
      renew();
      failures = 0;
      for (const event of parser.push(chunk)) {
        after = event.id || after;
        const change = decodeChange(event);
        if (change && !inner.aborted) onChange(change);
      }
      delay = Math.max(parser.retry ?? delay, MIN_DELAY);
    }
    return false;
  };
  while (!signal.aborted) {
    try {
      if (await withTimeout(MAX_SILENCE, signal, listen)) return;
    } catch (thrown) {
      // Every failure leads to another attempt. The source of the token may ask to wait.
      if (thrown instanceof AdapterError) requested = thrown.info.retryAfter ?? 0;
    }
    const backoff = Math.min(delay * 2 ** failures++, Math.max(delay, MAX_DELAY));
    await pause(backoff * (0.5 + Math.random()), requested * 1000, signal);
  }
}

/**
 * The change that an event describes, without invalid members: undefined for an unknown event, and `stale` for an invalid one, so that the
 * page lists again.
 */
function decodeChange({ event: type, data }: ServerEvent): Change | undefined {
  const isComment = type === 'added' || type === 'changed';
  if (!isComment && type !== 'removed' && type !== 'discussion') return type === 'stale' ? { type } : undefined;
  const value = parseJson(data);
  if (typeof value !== 'object' || value === null) return { type: 'stale' };
  const { message, parentId, replies } = value as Partial<Record<'message' | 'parentId' | 'replies', unknown>>;
  const { next } = Object(replies) as { readonly next?: unknown };
  // Without them, a reply would move to the top level, or lose the replies that are not loaded.
  if ([parentId, next].some((text) => text != null && typeof text !== 'string')) return { type: 'stale' };
  tidy(value, isComment ? 'comment' : 'info', true);
  if (type === 'discussion') {
    const { state } = value as { readonly state?: unknown };
    // Merging the change removes members that are undefined: here, those that no longer apply.
    const info = {
      ...(state != null && { closesAt: undefined, closedAt: undefined, opensAt: undefined }),
      ...(message === null && { message: undefined }),
      ...(value as Partial<DiscussionInfo>),
    };
    return { type, info };
  }
  const comment = value as Comment;
  if (!comment.id) return { type: 'stale' };
  return isComment ? { type, comment } : { type, id: comment.id };
}

/**
 * Waits for the longer of two delays. Ends early when `signal` is aborted, and when the network comes back, unless the
 * backend has asked for the delay.
 */
function pause(backoff: number, requested: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, Math.min(Math.max(backoff, requested), MAX_TIMER));
    // Its signal removes the listeners.
    const listening = new AbortController();
    function end(): void {
      clearTimeout(timer);
      listening.abort();
      resolve();
    }
    signal.addEventListener('abort', end, listening);
    if (requested === 0) globalThis.addEventListener?.('online', end, listening);
    if (signal.aborted) end();
  });
}
