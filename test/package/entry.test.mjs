import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { rollup } from 'rollup';
import { compileWhileLoading, entryHoldsTheCode } from '../../entry.config.mjs';

/** A module that counts how often it runs, and two lazy ones that share another. */
const sources = {
  entry: "export { Thing } from 'thing'; export const load = () => import('lazy'); export const loadOther = () => import('other');",
  thing: "globalThis.runs = (globalThis.runs ?? 0) + 1; export class Thing {} export function label() { return 'of the entry'; }",
  lazy: "import { Thing, label as words } from 'thing'; import { twice } from 'shared'; export const make = () => new Thing(); export const said = twice(words());",
  other: "import { twice } from 'shared'; export const said = twice('other');",
  shared: "import { label } from 'thing'; export const twice = (text) => `${text} ${text}, ${label()}`;",
};

async function build(folder, version, modules) {
  const virtual = { name: 'virtual', resolveId: (id) => (id in modules ? id : null), load: (id) => modules[id] };
  const bundle = await rollup({ input: { entry: 'entry' }, preserveEntrySignatures: 'allow-extension', plugins: [virtual] });
  const plugins = [entryHoldsTheCode(version), compileWhileLoading()];
  const written = { dir: folder, format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js', sourcemap: true, plugins };
  return (await bundle.write(written)).output.filter(({ type }) => type === 'chunk');
}

describe('an entry that holds the code', () => {
  let folder;
  let chunks;
  const load = (query) => import(`${pathToFileURL(join(folder, 'entry.js'))}?${query}`);

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'entry-'));
    chunks = await build(folder, '1.0.0', sources);
  });
  after(() => rmSync(folder, { recursive: true }));

  it('is imported by nothing, and exports no more than its module', () => {
    assert.deepEqual(chunks.map(({ name }) => name).sort(), ['entry', 'lazy', 'other', 'shared']);
    for (const { name, imports } of chunks) assert.deepEqual(imports, ['lazy', 'other'].includes(name) ? ['shared.js'] : [], name);
    assert.deepEqual([...chunks.find(({ isEntry }) => isEntry).exports].sort(), ['Thing', 'load', 'loadOther']);
  });

  it('runs once for a page, whose lazy files take what is theirs from it, whatever its addresses', async () => {
    const [first, second] = [await load('v=1'), await load('v=2')];
    assert.notEqual(first, second);
    assert.deepEqual(Object.keys(first).sort(), ['Thing', 'load', 'loadOther']);
    assert.equal(first.Thing, second.Thing);
    const lazy = await second.load();
    assert.ok(lazy.make() instanceof first.Thing);
    assert.equal(lazy.said, 'of the entry of the entry, of the entry');
    assert.equal((await first.loadOther()).said, 'other other, of the entry');
    assert.equal(globalThis.runs, 1);
  });

  it('shares nothing with another version', async () => {
    const first = await load('v=1');
    const inner = join(folder, 'next');
    await build(inner, '1.0.1', sources);
    const next = await import(pathToFileURL(join(inner, 'entry.js')));
    assert.notEqual(next.Thing, first.Thing);
    assert.ok((await next.load()).make() instanceof next.Thing);
  });

  it('is not built when it exports what may change, or when a lazy file does more than take names from it', async () => {
    const changing = {
      entry: "export let count = 0; export const load = () => import('lazy'); export const add = () => count++;",
      lazy: '',
    };
    await assert.rejects(build(folder, '2.0.0', changing), /exports count, which is no constant/);
    const handingOn = { ...sources, lazy: `export { Thing } from 'thing'; ${sources.other}` };
    await assert.rejects(build(folder, '2.0.0', handingOn), /lazy\.js takes more than names/);
    const again = { entry: "export const load = () => import('lazy');", lazy: "export const entry = () => import('entry');" };
    await assert.rejects(build(folder, '2.0.0', again), /lazy\.js imports entry\.js/);
  });
});
