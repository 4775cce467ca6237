import type { AdapterError, Call } from '../adapter.js';
import { toAdapterError } from '../adapter-error.js';
import type { Outcome } from '../outcome.js';
import type { DiscussionState } from './discussion-state.js';

/** A controller that is aborted with a signal as well. */
export function abortedWith(signal: AbortSignal): AbortController {
  const controller = new AbortController();
  signal.addEventListener('abort', () => controller.abort(), { signal: controller.signal });
  return controller;
}

interface Target {
  set(state: DiscussionState): void;
}

interface Request<T> {
  /** Aborts the request: its response has no effect then. */
  readonly signal: AbortSignal;
  readonly send: (call: Call) => Promise<T>;
  /** Returns the state after the response. Undefined if the response is no longer needed. */
  readonly onResponse: (response: T) => DiscussionState | undefined;
  /** Returns the state after a failure. Undefined if the response is no longer needed. */
  readonly onFailure: (error: AdapterError) => DiscussionState | undefined;
}

/** Makes a request and sets the state that follows from its response. `aborted`: the response was ignored. */
export async function applyResponse<T>(
  target: Target,
  { signal, send, onResponse, onFailure }: Request<T>,
): Promise<Outcome<void>> {
  const set = (state: DiscussionState | undefined): boolean => {
    if (state) target.set(state);
    return state !== undefined;
  };
  try {
    const value = await send({ signal });
    return !signal.aborted && set(onResponse(value)) ? { type: 'done', value: undefined } : { type: 'aborted' };
  } catch (thrown) {
    if (signal.aborted) return { type: 'aborted' };
    const error = toAdapterError(thrown);
    return set(onFailure(error)) ? { type: 'failed', error } : { type: 'aborted' };
  }
}
