/** Calls adapters from a session that may end before the response arrives. */
import { abortable } from '../abortable.js';
import { AdapterError, type Call, type CommentsAdapter } from '../adapter.js';
import { toAdapterError } from '../adapter-error.js';
import type { Outcome } from '../outcome.js';
import type { DiscussionSession } from './discussion-session.js';

/** A property that every valid response of the method has. */
const REQUIRED_PROPERTY = {
  get: 'body',
  edit: 'body',
  restore: 'body',
  pin: 'body',
  approve: 'body',
  reject: 'body',
  hold: 'body',
  feature: 'body',
  hide: 'body',
  remove: 'effect',
  setClosed: 'state',
} as const;

/** Optional methods that take the discussion and one more argument. */
type MethodName =
  keyof typeof REQUIRED_PROPERTY | 'source' | 'vote' | 'report' | 'withdrawReport' | 'ban' | 'acknowledgeWarning';

type MethodOf<Name extends MethodName> = NonNullable<CommentsAdapter[Name]>;
type ResponseOf<Name extends MethodName> = Awaited<ReturnType<MethodOf<Name>>>;

/** Runs a request. Once the session has ended, the outcome is `aborted`, even if the adapter ignores its signal. */
export async function callAdapter<T>(
  { adapter, signal }: DiscussionSession,
  request: (adapter: CommentsAdapter, call: Call) => T,
): Promise<Outcome<Awaited<T>>> {
  if (signal.aborted) return { type: 'aborted' };
  try {
    const value = await abortable(signal, Promise.resolve(request(adapter, { signal })));
    return signal.aborted ? { type: 'aborted' } : { type: 'done', value };
  } catch (thrown) {
    return signal.aborted ? { type: 'aborted' } : { type: 'failed', error: toAdapterError(thrown) };
  }
}

/** Calls an optional method and checks its response. Fails as `unsupported` if the adapter lacks the method. */
export function callMethod<Name extends MethodName>(
  session: DiscussionSession,
  name: Name,
  argument: Parameters<MethodOf<Name>>[1],
): Promise<Outcome<ResponseOf<Name>>> {
  return callAdapter(session, async (adapter, call) => {
    if (!adapter[name]) throw new AdapterError('unsupported');
    const methods = adapter as Record<MethodName, (...args: unknown[]) => unknown>;
    const response = await methods[name](session.discussion, argument, call);
    const property = REQUIRED_PROPERTY[name as keyof typeof REQUIRED_PROPERTY];
    if (property && !(Object(response) as Partial<Record<string, unknown>>)[property])
      throw badResponse(name, response, `an object with "${property}"`);
    return response as ResponseOf<Name>;
  });
}

/** The number of characters of the response to quote. */
const QUOTED_LENGTH = 80;

/**
 * The error for a response that breaks the contract. Its message states what `method` must return.
 */
export function badResponse(method: string, response: unknown, expected: string): AdapterError {
  const quoted = `${JSON.stringify(response)}`.slice(0, QUOTED_LENGTH);
  return new AdapterError('bad-response', `${method}() returned ${quoted}; expected ${expected}`);
}

/**
 * Calls in flight, by session and key. Keeps a double click from sending the same request twice.
 */
export class InFlightCalls {
  readonly #calls = new WeakMap<AbortSignal, Map<string, Promise<unknown>>>();

  /** Joins the call in flight with the same key. Otherwise starts one. */
  join<T>({ signal }: DiscussionSession, key: string, start: () => Promise<T>): Promise<T> {
    const calls = this.#calls.get(signal) ?? new Map<string, Promise<unknown>>();
    this.#calls.set(signal, calls);
    const call = (calls.get(key) as Promise<T> | undefined) ?? start().finally(() => calls.delete(key));
    calls.set(key, call);
    return call;
  }
}
