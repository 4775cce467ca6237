import { abortable } from '../../model/abortable.js';
import { AdapterError, type Call } from '../../model/adapter.js';

type Method = (...args: never[]) => Promise<unknown>;

/**
 * Creates methods whose code is loaded on the first call of one of them. They are available at once, so the section shows their
 * controls, and comments are shown before the code for writing is loaded:
 *
 * ```ts
 * const adapter: CommentsAdapter = {
 *   open,
 *   list,
 *   ...lazily(async () => (await import('./writing.js')).createWriting(client), ['submit', 'edit', 'remove']),
 * };
 * ```
 *
 * If the code cannot be loaded, the call rejects with `network` and `stored: 'no'`, and the next call tries again. An aborted call
 * rejects at once with the signal's reason.
 *
 * @param load Returns the methods. Called once, unless it rejects.
 * @param names The methods to create. They take a `Call` as their last argument and return a promise.
 */
export function lazily<Name extends string, Methods extends Readonly<Record<Name, Method>>>(
  load: () => Promise<Methods>,
  names: readonly Name[],
): Pick<Methods, Name> {
  let loading: Promise<Methods> | undefined;
  const loadOnce = (): Promise<Methods> =>
    (loading ??= load().catch((cause: unknown) => {
      loading = undefined;
      throw new AdapterError('network', '', { cause, stored: 'no' });
    }));
  const create = (name: Name) =>
    (async (...args: never[]) => {
      const { signal } = args.at(-1)! as Call;
      signal.throwIfAborted();
      return (await abortable(signal, loadOnce()))[name](...args);
    }) satisfies Method;
  return Object.fromEntries(names.map((name) => [name, create(name)])) as unknown as Pick<Methods, Name>;
}
