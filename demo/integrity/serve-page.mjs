/** Serves `/demo/integrity.html` with the hashes of the present build, as a publisher's template writes them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { integrityTags } from '../examples/integrity-tags.mjs';

const rootDir = join(import.meta.dirname, '..', '..');

/**
 * Middleware for the dev server.
 *
 * @type {import('@web/dev-server').Middleware}
 */
export async function serveIntegrityPage(context, next) {
  if (context.path !== '/demo/integrity.html') return next();
  const template = await readFile(join(rootDir, 'demo', 'integrity.html'), 'utf8');
  const { tags, scriptSource } = integrityTags(join(rootDir, 'dist', 'cdn'), '/dist/cdn/');
  context.body = template.replace('INTEGRITY_SCRIPT_SOURCE', scriptSource).replace('<!-- INTEGRITY_TAGS -->', tags);
  context.type = 'text/html; charset=utf-8';
  return undefined;
}
