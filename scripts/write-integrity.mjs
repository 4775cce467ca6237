/**
 * Writes `dist/cdn/integrity.json`: the SHA-384 of each file for a script tag, and an import map with those of the modules.
 * A script tag has an `integrity` of its own; what it imports, at once or later, gets one from an import map only.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', 'dist', 'cdn');
const target = 'integrity.json';

const hashOf = (name) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(join(folder, name)))
    .digest('base64')}`;

// No page loads a source map, and the package has none.
const names = readdirSync(folder).filter((name) => name !== target && !name.endsWith('.map'));
const files = Object.fromEntries(names.sort().map((name) => [name, hashOf(name)]));

const modules = names.filter((name) => name.endsWith('.js') && !name.endsWith('.iife.js'));
// Relative to this folder. A browser reads the addresses in an import map relative to the page, so the publisher
// replaces each `./`: docs/publishers.md says how.
const integrity = Object.fromEntries(modules.map((name) => [`./${name}`, files[name]]));

writeFileSync(join(folder, target), `${JSON.stringify({ files, importMap: { integrity } }, null, 2)}\n`);
