/** `dist/server.js` where there is neither a page nor Node: with what all platforms for scripts on servers have, and no more. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '../..');

/** The globals of https://min-common-api.proposal.wintertc.org that the renderer and its packages may use. */
const { AbortController, AbortSignal, console, URL, URLSearchParams, TextDecoder, TextEncoder } = globalThis;
const common = { AbortController, AbortSignal, console, URL, URLSearchParams, TextDecoder, TextEncoder };

const PAGE = {
  items: [
    {
      id: '1',
      author: { name: 'Ada' },
      body: { format: 'html', value: '<p>a &eacute; <b>b</b>' },
      createdAt: '2026-03-01T10:00:00Z',
    },
    {
      id: '2',
      parentId: '1',
      body: { format: 'markdown', value: '*c* https://a.example' },
      createdAt: '2026-03-01T10:01:00Z',
    },
  ],
  total: 2,
};

describe('dist/server.js', () => {
  /** As the platforms' own tools bundle it. */
  let bundle;

  before(async () => {
    bundle = await build({
      entryPoints: [join(root, 'dist/server.js')],
      bundle: true,
      write: false,
      metafile: true,
      format: 'iife',
      globalName: 'server',
      platform: 'neutral',
      conditions: ['worker', 'import'],
      mainFields: ['module', 'main'],
      absWorkingDir: root,
      logLevel: 'error',
    });
  });

  it('contains neither lit nor DOMPurify', () => {
    const packages = Object.keys(bundle.metafile.inputs).map(
      (path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1],
    );
    const own = Object.keys(bundle.metafile.inputs).filter((path) => !path.includes('node_modules'));
    assert.ok(packages.includes('parse5'), 'The list is that of the packages.');
    assert.deepEqual(
      packages.filter((name) => /^(lit|lit-html|lit-element|@lit\/.*|dompurify)$/.test(name ?? '')),
      [],
    );
    assert.deepEqual(
      own.filter((path) => /^dist\/(elements|styles|adapters)\//.test(path)),
      [],
    );
  });

  it('renders without document, window, location and process', async () => {
    const context = createContext({ ...common, page: PAGE });
    const absent = runInContext(
      "['document', 'window', 'location', 'process', 'Buffer', 'require'].filter((name) => name in globalThis)",
      context,
    );
    assert.deepEqual([...absent], []);
    runInContext(bundle.outputFiles[0].text, context);
    const html = await runInContext(
      `server
        .renderComments(
          { open: async () => ({ state: 'open' }), list: async () => page },
          { key: '42', url: 'https://news.example/42' },
          { timeZone: 'Europe/Berlin' },
        )
        .then(({ html, jsonLd, data }) => html + server.scriptJson([jsonLd, data]))`,
      context,
    );
    assert.match(html, /Comments \(2\)/);
    assert.match(html, /<p>a é <b>b<\/b><\/p>/);
    assert.match(html, /<em>c<\/em> <a href="https:\/\/a\.example\/"/);
    assert.match(html, /"commentCount":2/);
  });

  it('exports what the documentation names', async () => {
    const server = await import(join(root, 'dist/server.js'));
    assert.deepEqual(Object.keys(server).sort(), ['preloadLinks', 'renderComments', 'renderPage', 'scriptJson']);
  });
});
