import { AdapterError, type Call, type CommentsAdapter } from '../../model/adapter.js';
import { abortable } from '../../model/abortable.js';

type Method = (...args: readonly unknown[]) => Promise<unknown>;

/**
 * Wraps an adapter so that its calls keep the contract's rules on aborts and errors. A call with an aborted signal does nothing. An
 * abort rejects at once with the signal's reason. Any error that is not an `AdapterError` becomes a `bad-response`, because it comes
 * from a response with an unexpected shape.
 *
 * @param adapter A plain object. Methods inherited from a class are not copied.
 */
export function guardAdapter(adapter: CommentsAdapter): CommentsAdapter {
  const { name = 'The backend' } = adapter;
  const guarded = { ...adapter };
  for (const [key, member] of Object.entries(adapter) as [string, Method][]) {
    // These two return no promise.
    if (typeof member !== 'function' || /^(subscribe|onViewerChange)$/.test(key)) continue;
    // The last argument of every method is its `Call`.
    const method: Method = (...args) => guard(name, args.at(-1) as Call, () => member.apply(adapter, [...args]));
    Object.assign(guarded, { [key]: method });
  }
  return guarded;
}

async function guard(name: string, { signal }: Call, run: () => Promise<unknown>): Promise<unknown> {
  try {
    signal.throwIfAborted();
    return await abortable(signal, run());
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof AdapterError) throw cause;
    throw new AdapterError('bad-response', `${name} sent an unexpected response`, { cause });
  }
}
