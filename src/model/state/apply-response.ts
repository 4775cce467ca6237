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
  try {
    const response = await send({ signal });
    const state = signal.aborted ? undefined : onResponse(response);
    if (!state) return { type: 'aborted' };
    target.set(state);
    return { type: 'done', value: undefined };
  } catch (thrown) {
    const error = toAdapterError(thrown);
    const state = signal.aborted ? undefined : onFailure(error);
    if (!state) return { type: 'aborted' };
    target.set(state);
    return { type: 'failed', error };
  }
}
