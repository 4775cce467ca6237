import type { CommentsAdapter, Token } from '../../model/adapter.js';
import type { BackendLoader, BackendSettings } from './backend-loader.js';

interface SharedAdapter {
  readonly token: Token | undefined;
  readonly adapter: Promise<CommentsAdapter>;
}

/** One adapter for each backend and base URL, that of the latest reader. Elements that share it are answered by one call. */
const adapters = new WeakMap<BackendLoader, Map<string | undefined, SharedAdapter>>();

/** The adapter of all elements with this backend, `src` and `token`. After a failure the next call tries again. */
export function sharedAdapter(loader: BackendLoader, settings: BackendSettings): Promise<CommentsAdapter> {
  const { src, token } = settings;
  const known = adapters.get(loader) ?? new Map<string | undefined, SharedAdapter>();
  adapters.set(loader, known);
  const before = known.get(src);
  if (before && before.token === token) return before.adapter;
  const adapter = loader(settings);
  known.set(src, { token, adapter });
  adapter.catch(() => known.get(src)?.adapter === adapter && known.delete(src));
  return adapter;
}
