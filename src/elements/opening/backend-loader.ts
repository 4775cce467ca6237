import type { CommentsAdapter, Token } from '../../model/adapter.js';

/** The settings of an element that concern its backend. */
export interface BackendSettings {
  /** The base URL. */
  readonly src: string | undefined;
  /** The reader's token, for backends that take one. */
  readonly token: Token | undefined;
  /** May hold data for the adapter. */
  readonly element: HTMLElement;
  /** Reports to the developer, in a sentence, a setting that this backend cannot use. */
  readonly note: (problem: string) => unknown;
}

/** Creates the adapter that the attribute `backend` names. */
export type BackendLoader<Adapter = CommentsAdapter> = (settings: BackendSettings) => Promise<Adapter>;

/** Loaders by the names that `backend` may have. */
export type BackendLoaders<Adapter = CommentsAdapter> = Readonly<Record<string, BackendLoader<Adapter>>>;

/** The loader that the attribute `backend` names. Default: that of `http`. */
export function findLoader<Adapter>(
  loaders: BackendLoaders<Adapter>,
  backend = 'http',
): { readonly name: string; readonly loader: BackendLoader<Adapter> | undefined } {
  return { name: backend, loader: Object.hasOwn(loaders, backend) ? loaders[backend] : undefined };
}
