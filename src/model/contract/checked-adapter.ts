import { abortable } from '../abortable.js';
import { AdapterError, type Call, type CommentsAdapter } from '../adapter.js';
import { isForDeveloper, isSetUpError, toAdapterError } from '../adapter-error.js';
import { type CheckedMethod, quickChecks } from './quick-check.js';

export interface Checks {
  /** Receives a problem with a response or with the set-up of the adapter: one sentence for its developer. */
  readonly note: (problem: string) => unknown;
  /** Checks every response in full. Otherwise only those that fail a quick check. */
  readonly areThorough: boolean | undefined;
}

type Method = (...args: readonly unknown[]) => unknown;

/**
 * Wraps an adapter and checks its responses. A response that breaks the contract is repaired as far as possible, and noted. The proxy
 * reads methods and features on every access, because some adapters learn from the first response what their backend offers. A call
 * ends with its signal, even if the adapter ignores it.
 */
export function checkedAdapter(adapter: CommentsAdapter, { note, areThorough }: Checks): CommentsAdapter {
  const checked =
    (method: Method, name: CheckedMethod): Method =>
    async (...args) => {
      const { signal } = args.at(-1) as Call;
      const reported: string[] = [];
      const call: Call = { signal, note: (problem) => reported.push(problem) };
      try {
        const response = await abortable(signal, Promise.resolve(method(...args.slice(0, -1), call)));
        if (quickChecks[name](Object(response) as never) && !areThorough && reported.length === 0) return response;
        return (await import('./mend-response.js')).mend(name, response, note, reported);
      } catch (thrown) {
        if (signal.aborted) throw thrown;
        const error = toAdapterError(thrown);
        const isReading = name === 'open' || name === 'list';
        if ((isReading ? isSetUpError : isForDeveloper)(error))
          note(thrown instanceof AdapterError ? error.message : `${name}() threw ${String(thrown)}`);
        throw error;
      }
    };
  // The target is an empty object, because a proxy of a frozen adapter must return its methods unchanged.
  return new Proxy({} as CommentsAdapter, {
    get(_target, name) {
      const value: unknown = Reflect.get(adapter, name);
      if (typeof value !== 'function') return value;
      const method = value.bind(adapter) as Method;
      return Object.hasOwn(quickChecks, name) ? checked(method, name as CheckedMethod) : method;
    },
  });
}
