import { AdapterError, type Call, type CommentsAdapter } from '../../model/adapter.js';
import { abortable } from '../../model/abortable.js';

type Method = (...args: readonly unknown[]) => Promise<unknown>;

/**
 * The same adapter, whose calls keep the rules on aborts and errors whatever happens inside: a call with an aborted signal does
 * nothing, an abort rejects at once with the signal's reason, and any error that is not an `AdapterError` becomes a `bad-response`,
 * because it comes from a response that does not have the expected shape.
 *
 * @param adapter A plain object. Methods that a class inherits are not taken over.
 */
export function guardAdapter(adapter: CommentsAdapter): CommentsAdapter {
  const { name = 'The backend' } = adapter;
  const guarded = { ...adapter };
  for (const [key, member] of Object.entries(adapter) as [string, Method][]) {
    // These two return no promise.
    if (typeof member !== 'function' || /^(subscribe|onViewerChange)$/.test(key)) continue;
    // Every call takes its options last.
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
