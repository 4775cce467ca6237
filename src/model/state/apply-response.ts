import type { AdapterError, Call, CommentPage } from '../adapter.js';
import { toAdapterError } from '../adapter-error.js';
import type { Outcome } from '../outcome.js';
import type { DiscussionState, Progress } from './discussion-state.js';

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

interface NextPage extends Omit<Request<CommentPage>, 'onFailure'> {
  /** Returns the state with the progress of the list. Undefined if it is no longer the list whose page was requested. */
  readonly withProgress: (progress: Progress) => DiscussionState | undefined;
}

/** Requests the next page of a list, and sets its progress. `aborted`: the page was ignored. */
export function applyNextPage(target: Target, { withProgress, ...request }: NextPage): Promise<Outcome<void>> {
  target.set(withProgress({ state: 'loading' })!);
  return applyResponse(target, { ...request, onFailure: (error) => withProgress({ state: 'failed', error }) });
}
