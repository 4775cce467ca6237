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

/** The methods that return no promise. */
const IMMEDIATE = /^(subscribe|onViewerChange|setToken)$/;

/**
 * Wraps an adapter. Each call settles as the contract requires, whatever the adapter does: it rejects with the signal's reason as soon
 * as that is aborted, and otherwise with an `AdapterError`. It does nothing if the signal is already aborted. A response that breaks
 * the contract is repaired as far as possible, and noted.
 *
 * The proxy reads methods and features on every access, because some adapters learn from the first response what their backend offers.
 */
export function checkedAdapter(adapter: CommentsAdapter, { note, areThorough }: Checks): CommentsAdapter {
  const respond = async (name: string, response: unknown): Promise<unknown> => {
    const received = await response;
    const check = (quickChecks as Readonly<Record<string, ((response: never) => unknown) | undefined>>)[name];
    if (!check || (!areThorough && Object(received) === received && check(received as never))) return received;
    return (await import('./mend-response.js')).mend(name as CheckedMethod, received, note);
  };
  const checked =
    (name: string, method: Method): Method =>
    async (...args) => {
      const { signal } = args.at(-1) as Call;
      signal.throwIfAborted();
      try {
        return await abortable(signal, respond(name, method(...args)));
      } catch (thrown) {
        signal.throwIfAborted();
        const error = toAdapterError(thrown);
        const isReading = name === 'open' || name === 'list';
        if ((isReading ? isSetUpError : isForDeveloper)(error))
          note(thrown instanceof AdapterError ? error.message : `${name}() threw ${String(thrown)}`);
        throw error;
      }
    };
  // The target is an empty object, because a proxy of a frozen adapter must return its methods unchanged.
  return new Proxy({} as CommentsAdapter, {
    get(_target, name: string) {
      const value: unknown = Reflect.get(adapter, name);
      if (typeof value !== 'function') return value;
      const method = value.bind(adapter) as Method;
      return IMMEDIATE.test(name) ? method : checked(name, method);
    },
  });
}
