/** Calls adapters from a session that may end before the response arrives. */
import { AdapterError, type Call, type CommentsAdapter, type DecisionReasons } from '../adapter.js';
import { toAdapterError } from '../adapter-error.js';
import type { Outcome } from '../outcome.js';
import type { DiscussionSession } from './discussion-session.js';

/** Optional methods that take the discussion and one more argument. */
type MethodName = Exclude<
  keyof CommentsAdapter,
  | 'name'
  | 'features'
  | 'open'
  | 'list'
  | 'submit'
  | 'counts'
  | 'subscribe'
  | 'signIn'
  | 'signOut'
  | 'onViewerChange'
  | 'setToken'
>;

type MethodOf<Name extends MethodName> = NonNullable<CommentsAdapter[Name]>;
type ResponseOf<Name extends MethodName> = Awaited<ReturnType<MethodOf<Name>>>;

/** Turns requests of a session into an outcome: `aborted` once the session has ended. */
export async function callAdapter<T>(
  { signal }: DiscussionSession,
  request: (call: Call) => T,
): Promise<Outcome<Awaited<T>>> {
  try {
    const value = await request({ signal });
    return signal.aborted ? { type: 'aborted' } : { type: 'done', value };
  } catch (thrown) {
    return signal.aborted ? { type: 'aborted' } : { type: 'failed', error: toAdapterError(thrown) };
  }
}

/** Calls an optional method. Fails as `unsupported` if the adapter lacks the method. `decision`: the reasons of a moderator. */
export function callMethod<Name extends MethodName>(
  session: DiscussionSession,
  name: Name,
  argument: Parameters<MethodOf<Name>>[1],
  decision?: DecisionReasons,
): Promise<Outcome<ResponseOf<Name>>> {
  return callAdapter(session, async (call) => {
    const method = session.adapter[name] as ((...args: unknown[]) => ReturnType<MethodOf<Name>>) | undefined;
    if (!method) throw new AdapterError('unsupported');
    return method(session.discussion, argument, { ...call, decision });
  });
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
