import type { CommentsAdapter } from '../../model/adapter.js';

/** Makes the adapter that the attribute `backend` names. `src` is its base URL; `element` may hold its data. */
export type BackendLoader = (from: {
  readonly src: string | undefined;
  readonly element: HTMLElement;
}) => Promise<CommentsAdapter>;

/** The loader for the attributes `backend` and `src`; without `backend` it is that of `http`. */
export function findLoader(
  loaders: Readonly<Record<string, BackendLoader>>,
  backend = 'http',
): { readonly name: string; readonly loader: BackendLoader | undefined } {
  return { name: backend, loader: Object.hasOwn(loaders, backend) ? loaders[backend] : undefined };
}
