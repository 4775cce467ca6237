import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { formatRow, isTooLarge, weigh } from '../../budgets.config.mjs';

/** Bytes that brotli cannot make smaller by more than a few. */
const noise = (bytes) =>
  randomBytes(bytes)
    .toString('latin1')
    .replace(/[^\x20-\x7e]/g, 'é');

const chunk = (name, size, imports = [], facadeModuleId = `/x/src/content/${name}.ts`) => ({
  [`${name}.js`]: { type: 'chunk', fileName: `${name}.js`, name, imports, facadeModuleId, code: noise(size) },
});

const sizeOf = (rows, what) => rows.find((row) => row.what === what).size;

describe('budgets', () => {
  const bundle = {
    ...chunk('article-comments', 3000, [], '/x/src/cdn.ts'),
    ...chunk('shared', 2000, [], null),
    ...chunk('markdown', 1000, ['shared.js', 'lists.js']),
    ...chunk('lists', 500, [], null),
    ...chunk('html', 4000, ['shared.js']),
    ...chunk('http', 700, [], '/x/src/adapters/http.ts'),
    ...chunk('memory', 900, [], '/x/src/adapters/memory.ts'),
    ...chunk('de', 5000, [], '/x/src/locales/de.ts'),
    'LICENSES.txt': { type: 'asset', fileName: 'LICENSES.txt', source: noise(9000) },
  };
  const rows = weigh(bundle);
  const file = (name) => sizeOf(rows, `file ${name}`);
  const text = file('article-comments');

  it('count the entry', () => assert.equal(sizeOf(rows, 'reader, plain text'), text));

  it('count a lazy chunk with what it imports besides', () => {
    assert.equal(sizeOf(rows, 'reader, Markdown'), text + file('markdown') + file('shared') + file('lists'));
    assert.equal(sizeOf(rows, 'reader, HTML'), text + file('html') + file('shared'));
    assert.equal(sizeOf(rows, 'reader, plain text, and adapter'), text + file('adapters/http'));
  });

  it('count everything without adapters and other languages, with both formats of bodies', () => {
    assert.equal(sizeOf(rows, 'reader and writer, everything'), text + file('shared') + file('lists') + file('markdown') + file('html'));
  });

  it('leave out what lists of articles load from what a discussion loads', () => {
    const more = weigh({ ...bundle, ...chunk('count-controller', 800, ['shared.js'], '/x/src/elements/count-controller.ts') });
    assert.equal(sizeOf(more, 'reader and writer, everything'), sizeOf(rows, 'reader and writer, everything'));
    assert.equal(sizeOf(more, 'list of articles, with counts'), text + sizeOf(more, 'file count-controller') + file('shared'));
  });

  it('leave out the note to developers and what moderators load, and hold each adapter to a limit of its own', () => {
    const more = weigh({
      ...bundle,
      ...chunk('misconfiguration', 800, [], '/x/src/elements/misconfiguration.ts'),
      ...chunk('moderation', 900, [], '/x/src/elements/moderation.ts'),
    });
    assert.equal(sizeOf(more, 'reader and writer, everything'), sizeOf(rows, 'reader and writer, everything'));
    assert.equal(more.find(({ what }) => what === 'file adapters/memory').limit, 6_600);
    assert.equal(more.find(({ what }) => what === 'file adapters/http').limit, 4_000);
  });

  it('say where a sum misses what it should be, though it may pass', () => {
    assert.match(
      formatRow({ what: 'reader', size: 17_000, aim: 16_000, limit: 18_000 }),
      /17\.00 kB {2}of 18\.00 kB {2}\(aim 16\.00 kB: missed\)$/,
    );
    assert.doesNotMatch(formatRow({ what: 'reader', size: 15_000, aim: 16_000, limit: 18_000 }), /missed/);
  });

  it('fail when a sum is too large and when a chunk is missing', () => {
    assert.equal(isTooLarge({ size: 16_000, limit: 16_000 }), false);
    assert.equal(isTooLarge({ size: 16_001, limit: 16_000 }), true);
    assert.equal(isTooLarge({ size: null, limit: 16_000 }), true);
    assert.equal(isTooLarge({ size: 99_999 }), false);
    assert.equal(sizeOf(weigh(chunk('article-comments', 100)), 'reader, HTML'), null);
  });
});
