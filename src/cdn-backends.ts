/** The adapters of the script tag. Each is a file beside the script, fetched when the page names it. */
import type { Connection } from './adapters/shared/connection.js';
import type { BackendLoader } from './elements/opening/backend-loader.js';
import type { CommentsAdapter } from './model/adapter.js';

const files = {
  bluesky: () => import('./adapters/bluesky.js'),
  ghost: () => import('./adapters/ghost.js'),
  http: () => import('./adapters/http.js'),
  mastodon: () => import('./adapters/mastodon.js'),
  memory: () => import('./adapters/memory.js'),
  static: () => import('./adapters/static.js'),
  waline: () => import('./adapters/waline.js'),
  wordpress: () => import('./adapters/wordpress.js'),
};

type Name = keyof typeof files;
type File<Of extends Name> = Awaited<ReturnType<(typeof files)[Of]>>;
/** The function of a file that creates its adapter, such as `httpAdapter`. */
type Factory<Of extends Name> = File<Of>[`${Of}Adapter` & keyof File<Of>];
type Loading<Create> = Create extends (...args: infer Options) => infer Adapter
  ? (...args: Options) => Promise<Adapter>
  : never;

/**
 * Create the adapters with all their options, for the property `adapter`. They return promises, because the section derives its
 * controls from the methods of a loaded adapter.
 */
export const adapters = byName((name) => async (options: unknown) => {
  const file = (await files[name]()) as Readonly<Record<string, (options: unknown) => unknown>>;
  return file[`${name}Adapter`]!(options);
}) as { readonly [Of in Name]: Loading<Factory<Of>> };

/** An adapter's file. */
interface AdapterFile {
  readonly connect: (to: Connection) => CommentsAdapter | Promise<CommentsAdapter>;
}

const backend =
  (fetchFile: () => Promise<AdapterFile>): BackendLoader =>
  async ({ src, token, element, note }) => {
    const { connect } = await fetchFile();
    // The script of a server-rendered section may hold the options, unless the element has another script for them.
    const json = 'script[type="application/json"]';
    const script = element.querySelector(`${json}:not(section + script)`) ?? element.querySelector(json);
    const data = script?.textContent ?? undefined;
    return connect({ src, token, data, note });
  };

/** Connect to the backends that the attribute `backend` may name. */
export const backends: Readonly<Record<string, BackendLoader>> = byName((name) => backend(files[name]));

/** Fetches the file of a backend before its element asks for it. */
export function fetchBackend(name: string): Promise<unknown> | undefined {
  return files[name as Name]?.();
}

function byName<Value>(create: (name: Name) => Value): Record<string, Value> {
  return Object.fromEntries(Object.keys(files).map((name) => [name, create(name as Name)]));
}
