/** `dist/cdn/integrity.json` names the bytes that are published, all of them. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { integrityTags } from '../../demo/examples/integrity-tags.mjs';

const folder = join(import.meta.dirname, '..', '..', 'dist', 'cdn');
const { files, importMap } = JSON.parse(readFileSync(join(folder, 'integrity.json'), 'utf8'));

const base64Of = (algorithm, bytes) => createHash(algorithm).update(bytes).digest('base64');

describe('integrity.json', () => {
  it('has the SHA-384 of each other file in the folder but the source maps', () => {
    const names = readdirSync(folder).filter((name) => name !== 'integrity.json' && !name.endsWith('.map'));
    assert.deepEqual(Object.keys(files).sort(), names.sort());
    for (const name of names)
      assert.equal(files[name], `sha384-${base64Of('sha384', readFileSync(join(folder, name)))}`, name);
  });

  it('has an import map with each module, relative to the folder', () => {
    const modules = Object.keys(files).filter((name) => /(?<!\.iife)\.js$/.test(name));
    assert.ok(modules.length > 20);
    assert.deepEqual(importMap, { integrity: Object.fromEntries(modules.map((name) => [`./${name}`, files[name]])) });
  });
});

describe('the example "Integrity tags"', () => {
  const { tags, scriptSource } = integrityTags(folder, 'https://static.example/comments/');

  it('puts the address of the folder before each file, and the hash of the entry into its tag', () => {
    const [, map] = /^<script type="importmap">(.*)<\/script>$/m.exec(tags);
    const { integrity } = JSON.parse(map);
    assert.equal(Object.keys(integrity).length, Object.keys(importMap.integrity).length);
    for (const [address, hash] of Object.entries(integrity))
      assert.equal(hash, files[address.replace('https://static.example/comments/', '')], address);
    const entry = 'https://static.example/comments/article-comments.js';
    assert.ok(tags.endsWith(`<script type="module" src="${entry}" integrity="${integrity[entry]}"></script>`));
  });

  it('allows the import map in a content security policy, by its hash', () => {
    const [, map] = /<script type="importmap">(.*)<\/script>/.exec(tags);
    assert.equal(scriptSource, `'sha256-${base64Of('sha256', map)}'`);
  });
});
