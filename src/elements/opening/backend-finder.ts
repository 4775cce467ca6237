import type { CommentsAdapter, Token } from '../../model/adapter.js';
import { type BackendLoader, type BackendLoaders, type BackendSettings, findLoader } from './backend-loader.js';
import type { Mistake, MistakenElement } from '../settings/misconfiguration.js';
import type { Settings } from '../settings/settings.js';

interface SharedAdapter {
  readonly token: Token | undefined;
  readonly adapter: Promise<unknown>;
}

/** One adapter for each backend and base URL, with the latest token. Elements that share an adapter share its requests. */
const adapters = new WeakMap<BackendLoader<unknown>, Map<string | undefined, SharedAdapter>>();

/** Finds the adapter of a count or a quote, and reports mistakes to the developer. `Used`: the methods that the element needs. */
export class BackendFinder<Used extends keyof CommentsAdapter = keyof CommentsAdapter> {
  readonly #host: MistakenElement;
  /** The token that an adapter of the page was last given. */
  #token: Token | undefined;

  constructor(host: MistakenElement) {
    this.#host = host;
  }

  /** The adapter of the settings. Undefined if they name none. */
  async find(settings: Settings): Promise<Pick<CommentsAdapter, Used> | undefined> {
    const { adapter, backend, src, token } = settings;
    if (adapter) this.#setToken(adapter, token);
    if (adapter || (backend === undefined && src === undefined)) return adapter;
    const { backends } = this.#host.constructor as unknown as {
      readonly backends: BackendLoaders<Pick<CommentsAdapter, Used>>;
    };
    const { name, loader } = findLoader(backends, backend);
    const note = (problem: string): void => this.report([{ mistake: 'problem', problem }]);
    if (loader) return sharedAdapter(loader, { src, token, element: this.#host, note });
    this.report([{ mistake: 'unknown-backend', name, known: Object.keys(backends) }]);
    return undefined;
  }

  /** Reports mistakes to the developer. The note is not shown: the text around the element has no room for it. */
  report(mistakes: readonly Mistake[]): void {
    if (mistakes.length === 0) return;
    void import('../settings/misconfiguration.js').then(
      ({ tell }) => tell(this.#host, mistakes),
      // Without the code there is no message. The next mistake loads it again.
      () => undefined,
    );
  }

  /** Gives the token to an adapter of the page. Without a token here, the adapter may have one of its own. */
  #setToken(adapter: CommentsAdapter, token: Token | undefined): void {
    if ((token ?? this.#token) !== undefined) adapter.setToken?.(token);
    this.#token = token;
    if (token && !adapter.setToken) this.report([{ mistake: 'token' }]);
  }
}

/** The adapter of all elements with this backend, `src` and `token`. A failed download is tried again by the next call. */
function sharedAdapter<Adapter>(loader: BackendLoader<Adapter>, settings: BackendSettings): Promise<Adapter> {
  const { src, token } = settings;
  const known = adapters.get(loader) ?? new Map<string | undefined, SharedAdapter>();
  adapters.set(loader, known);
  const before = known.get(src);
  if (before && before.token === token) return before.adapter as Promise<Adapter>;
  const adapter = loader(settings);
  known.set(src, { token, adapter });
  adapter.catch(() => known.get(src)?.adapter === adapter && known.delete(src));
  return adapter;
}
