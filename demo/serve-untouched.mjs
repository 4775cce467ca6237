import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

const rootDir = join(import.meta.dirname, '..');

const contentTypes = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Middleware that serves the files directly in these folders as they are on disk, neither transformed nor cached. The dev
 * server rewrites the imports of each module that passes through it, which then no longer has the hash of the published one.
 *
 * @param {readonly string[]} folders Without a slash at either end, such as `dist/cdn`.
 * @returns {import('@web/dev-server').Middleware}
 */
export function serveUntouched(folders) {
  return async (context, next) => {
    const [, folder = '', name = ''] = /^\/(.+)\/([\w.-]+)$/.exec(context.path) ?? [];
    const contentType = contentTypes[extname(name)];
    if (!folders.includes(folder) || !contentType) return next();
    try {
      context.body = await readFile(join(rootDir, folder, name));
      context.set('content-type', contentType);
      context.set('cache-control', 'no-store');
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
      context.status = 404;
    }
    return undefined;
  };
}
