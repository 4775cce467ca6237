import { abortable } from '../abortable.js';
import { AdapterError, type Call, type CommentsAdapter } from '../adapter.js';
import { isForDeveloper, isSetUpError, toAdapterError } from '../adapter-error.js';
import { type CheckedMethod, looks } from './quick-look.js';

export interface Checks {
  /** Takes what is wrong with a response or with the set-up of the adapter: one sentence for its developer. */
  readonly note: (problem: string) => unknown;
  /** Whether every response is checked in full, and not only those in which a quick look finds something. */
  readonly areThorough: boolean | undefined;
}

type Method = (...args: readonly unknown[]) => unknown;

/**
 * The adapter with its responses checked: what breaks the contract is mended as far as it can be, and noted. Methods and features
 * are the adapter's own at every moment, because some adapters learn from the first response what their backend offers. No call
 * outlasts its signal, even if the adapter ignores it.
 */
export function checkedAdapter(adapter: CommentsAdapter, { note, areThorough }: Checks): CommentsAdapter {
  const checked =
    (method: Method, name: CheckedMethod): Method =>
    async (...args) => {
      const { signal } = args.at(-1) as Call;
      try {
        const response = await abortable(signal, Promise.resolve(method(...args)));
        if (looks[name](Object(response) as never) && !areThorough) return response;
        return (await import('./mend-response.js')).mend(name, response, note);
      } catch (thrown) {
        if (signal.aborted) throw thrown;
        const error = toAdapterError(thrown);
        const isReading = name === 'open' || name === 'list';
        if ((isReading ? isSetUpError : isForDeveloper)(error))
          note(thrown instanceof AdapterError ? error.message : `${name}() threw ${String(thrown)}`);
        throw error;
      }
    };
  // The target is an empty object: a proxy of a frozen adapter would have to return its methods unchanged.
  return new Proxy({} as CommentsAdapter, {
    get(_target, name) {
      const value: unknown = Reflect.get(adapter, name);
      if (typeof value !== 'function') return value;
      const method = value.bind(adapter) as Method;
      return Object.hasOwn(looks, name) ? checked(method, name as CheckedMethod) : method;
    },
  });
}
