/**
 * Middleware for what a publisher's page consists of: the pages that embed the built files (`/test/pages/`), and the built
 * files at unusual addresses. It answers before the test server does, which adds its own script to each page; a strict
 * content security policy blocks that script.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pageNamed } from '../../pages/pages.mjs';
import { moduleName } from '../built-files.mjs';

const rootDir = join(import.meta.dirname, '..', '..', '..');

/** `/test/pages/<name>.html` from the table in `test/pages/pages.mjs`. */
export function servePages(context, next) {
  const [, name = ''] = /^\/test\/pages\/([\w-]+)\.html$/.exec(context.path) ?? [];
  const page = pageNamed(name);
  if (page === undefined) return next();
  context.body = page;
  context.set('content-type', 'text/html; charset=utf-8');
  return undefined;
}

/** `/dist/moved/`: the module's old address on a site that has moved it. */
export function redirectToModule(context, next) {
  const [, name] = /^\/dist\/moved\/([\w.-]+)$/.exec(context.path) ?? [];
  if (!name) return next();
  context.redirect(`/dist/cdn/${name}`);
  return undefined;
}

/**
 * `/dist/tampered/<module>/`: the built files on a server where somebody has changed one, the entry or the chunk of that
 * module. It still does what it did, so only a check of its bytes can tell.
 */
export async function serveTampered(context, next) {
  const [, changed, name] = /^\/dist\/tampered\/([\w.-]+)\/([\w.-]+\.js)$/.exec(context.path) ?? [];
  if (!name) return next();
  const code = await readFile(join(rootDir, 'dist', 'cdn', name), 'utf8');
  context.body = [name, moduleName(name)].includes(changed) ? `${code}// changed` : code;
  context.set('content-type', 'text/javascript; charset=utf-8');
  context.set('cache-control', 'no-store');
  return undefined;
}
