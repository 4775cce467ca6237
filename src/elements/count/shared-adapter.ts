import type { CommentsAdapter } from '../../model/adapter.js';
import type { BackendLoader } from '../section/backend-loader.js';

/** One adapter for each backend and base URL. Elements that share it are answered by one call. */
const adapters = new WeakMap<BackendLoader, Map<string | undefined, Promise<CommentsAdapter>>>();

/** The adapter of all elements with this backend and `src`. After a failure the next call tries again. */
export function sharedAdapter(loader: BackendLoader, from: Parameters<BackendLoader>[0]): Promise<CommentsAdapter> {
  const known = adapters.get(loader) ?? new Map<string | undefined, Promise<CommentsAdapter>>();
  adapters.set(loader, known);
  const adapter = known.get(from.src) ?? loader(from);
  known.set(from.src, adapter);
  adapter.catch(() => known.delete(from.src));
  return adapter;
}
