/** Creates tags with which a browser refuses files that differ from the published ones. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * Returns the tags for the head of a page. `folder` is your copy of `dist/cdn` on disk, and `base` its address with a slash at the
 * end, such as `/article-comments-1.0.0/`. `scriptSource` allows the import map, an inline script, in a `script-src`.
 */
export function integrityTags(folder, base) {
  const { files, importMap } = JSON.parse(readFileSync(`${folder}/integrity.json`, 'utf8'));
  const entries = Object.entries(importMap.integrity).map(([path, hash]) => [path.replace('./', base), hash]);
  const map = JSON.stringify({ integrity: Object.fromEntries(entries) });
  const entry = 'article-comments.js';
  return {
    tags:
      `<script type="importmap">${map}</script>\n` +
      `<script type="module" src="${base}${entry}" integrity="${files[entry]}"></script>`,
    scriptSource: `'sha256-${createHash('sha256').update(map).digest('base64')}'`,
  };
}
