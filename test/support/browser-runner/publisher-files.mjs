/**
 * Middleware for what a publisher's page consists of: the built files (`/dist/cdn/`) and the pages that embed them
 * (`/test/pages/`). It answers before the test server does, which adds its own script to each page; a strict content
 * security policy blocks that script.
 */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { pages } from '../../pages/pages.mjs';

const rootDir = join(import.meta.dirname, '..', '..', '..');

const contentTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
};

/** `/test/pages/<name>.html` from the table in `test/pages/pages.mjs`. */
export function servePages(context, next) {
  const [, name] = /^\/test\/pages\/([\w-]+)\.html$/.exec(context.path) ?? [];
  const page = pages.get(name);
  if (page === undefined) return next();
  context.body = page;
  context.set('content-type', contentTypes['.html']);
  return undefined;
}

/** Files as they are on disk, neither transformed nor cached. */
export async function serveUntouched(context, next) {
  const path = normalize(decodeURIComponent(context.path));
  const contentType = contentTypes[extname(path)];
  const untouched = path.startsWith('/dist/cdn/') || path.startsWith('/test/pages/');
  if (!untouched || !contentType) return next();
  try {
    context.body = await readFile(join(rootDir, path));
    context.set('content-type', contentType);
    context.set('cache-control', 'no-store');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    context.status = 404;
  }
  return undefined;
}

/** `/dist/moved/`: the module's old address on a site that has moved it. */
export function redirectToModule(context, next) {
  const [, name] = /^\/dist\/moved\/([\w.-]+)$/.exec(context.path) ?? [];
  if (!name) return next();
  context.redirect(`/dist/cdn/${name}`);
  return undefined;
}
