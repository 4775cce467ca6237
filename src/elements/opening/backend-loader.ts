import type { CommentsAdapter, Token } from '../../model/adapter.js';

/** What an element says about its backend. */
export interface BackendSettings {
  /** The base URL. */
  readonly src: string | undefined;
  /** Who is reading. */
  readonly token: Token | undefined;
  /** May hold data for the adapter. */
  readonly element: HTMLElement;
  /** Takes a sentence for the developer about a setting that is of no use to this backend. */
  readonly note: (problem: string) => unknown;
}

/** Makes the adapter that the attribute `backend` names. */
export type BackendLoader = (settings: BackendSettings) => Promise<CommentsAdapter>;

/** The loader for the attributes `backend` and `src`; without `backend` it is that of `http`. */
export function findLoader(
  loaders: Readonly<Record<string, BackendLoader>>,
  backend = 'http',
): { readonly name: string; readonly loader: BackendLoader | undefined } {
  return { name: backend, loader: Object.hasOwn(loaders, backend) ? loaders[backend] : undefined };
}
