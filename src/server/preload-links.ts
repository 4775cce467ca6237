import { h, toMarkup } from './markup.js';

/** Which files of the script tag a page needs at once. The package has them: `article-comments/cdn/preload.json`. */
export interface PreloadFiles {
  /** What every section needs. */
  readonly section: readonly string[];
  /** What a section with comments that a server has rendered needs besides. */
  readonly served: readonly string[];
  /** What a section needs besides, by its `backend`. */
  readonly backends: Readonly<Record<string, readonly string[]>>;
}

export interface PreloadOptions {
  /** The address of the folder with the files of the script tag, such as `/article-comments-1.0.0/`. */
  readonly base: string;
  /** The attribute `backend` of the element. Default: `http`, as with `src`. `none`: the page has an adapter of its own. */
  readonly backend?: string | undefined;
  /** Whether the page contains the comments that `renderComments` has rendered. Default: true. */
  readonly isServed?: boolean | undefined;
}

/**
 * Creates tags for the head of a page, after its import maps: with them, the browser requests the files of the section together with the
 * script tag's, and not after it. Only for pages on which the section starts at once, with rendered comments or near the top: readers who
 * never reach the comments would otherwise download them.
 *
 * @throws RangeError if the files do not include the backend.
 */
export function preloadLinks(files: PreloadFiles, { base, backend = 'http', isServed = true }: PreloadOptions): string {
  const ofBackend = backend === 'none' ? [] : files.backends[backend];
  if (!ofBackend) {
    const known = Object.keys(files.backends).join(', ');
    throw new RangeError(`backend: "${backend}" is not one of ${known}, none.`);
  }
  const names = [...files.section, ...ofBackend, ...(isServed ? files.served : [])];
  const folder = base.replace(/\/*$/, '/');
  return toMarkup(names.map((name) => h('link', { rel: 'modulepreload', href: folder + name })));
}
