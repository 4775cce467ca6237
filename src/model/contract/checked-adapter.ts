import { abortable } from '../abortable.js';
import type { AdapterError, Call, CommentsAdapter } from '../adapter.js';
import { isForDeveloper, isSetUpError, toAdapterError } from '../adapter-error.js';
import { quickChecks } from './quick-check.js';

export interface Checks {
  /** Receives a problem with a response or with the set-up of the adapter: one sentence for its developer. */
  readonly note: (problem: string) => unknown;
  /** Checks every response in full. Default: only those that fail a quick check. */
  readonly areThorough?: boolean | undefined;
}

type Method = (...args: unknown[]) => unknown;

/**
 * Wraps an adapter. Each call settles as the contract requires, whatever the adapter does: it rejects with the signal's reason as soon
 * as that is aborted, and otherwise with an `AdapterError`. It does nothing if the signal is already aborted. A response that breaks
 * the contract is repaired as far as possible, and noted.
 *
 * The proxy reads methods and features on every access, because some adapters learn from the first response what their backend offers.
 */
export function checkedAdapter<Adapter extends CommentsAdapter>(
  adapter: Adapter,
  { note, areThorough }: Checks,
): Adapter {
  // The target is an empty object, because a proxy of a frozen adapter must return its methods unchanged.
  return new Proxy({} as Adapter, {
    get(_target, name: string) {
      const method = adapter[name as keyof CommentsAdapter] as Method | undefined;
      if (typeof method !== 'function') return method;
      const noted = (thrown: unknown): AdapterError => {
        const error = toAdapterError(thrown, `${name}()`);
        if (isForDeveloper(error) || (/^(open|list)$/.test(name) && isSetUpError(error))) note(error.message);
        return error;
      };
      // The methods that return no promise, which return false if the adapter's method throws.
      if (/^(subscribe|onViewerChange|setToken|viewerChanged)$/.test(name))
        return (...args: unknown[]) => {
          try {
            return method.apply(adapter, args);
          } catch (thrown) {
            noted(thrown);
            return false;
          }
        };
      return async (...args: unknown[]) => {
        const given = args.pop() as Call;
        const { signal } = given;
        signal.throwIfAborted();
        const reported: string[] = [];
        try {
          const call: Call = { ...given, note: (problem) => reported.push(problem) };
          const response = await abortable(signal, method.call(adapter, ...args, call) as Promise<unknown>);
          const check = (quickChecks as Readonly<Record<string, ((response: never) => unknown) | undefined>>)[name];
          const isSound = !check || (!areThorough && Object(response) === response && check(response as never));
          if (isSound && reported.length === 0) return response;
          return (await import('./mend-response.js')).mend(name, response, note, reported);
        } catch (thrown) {
          signal.throwIfAborted();
          throw noted(thrown);
        }
      };
    },
  });
}
