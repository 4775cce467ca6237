import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Addresses, type AddressOptions, type Article, fileNames } from '../src/addresses.js';
import type { SourcePage } from '../src/source.js';

/** The articles of pages, each of which has one comment. */
function articlesOf(pages: readonly SourcePage[], options: AddressOptions = {}): readonly Article[] {
  const addresses = new Addresses(options);
  for (const page of pages) addresses.add(page).comments += 1;
  return [...addresses.articles().values()];
}

const keysOf = (pages: readonly SourcePage[], options?: AddressOptions): readonly string[] =>
  articlesOf(pages, options).map(({ key }) => key);

const urls = (...list: readonly string[]): readonly SourcePage[] => list.map((url) => ({ url }));

describe('the addresses of an article', () => {
  it('merges addresses that differ in scheme, www., slash, index file, fragment or tracking', () => {
    const same = urls(
      'http://news.example/bridge',
      'https://news.example/bridge/',
      'https://www.news.example/bridge/index.html',
      'https://news.example/bridge#comments',
      'https://news.example/bridge?utm_source=mail&fbclid=1',
      'https://NEWS.example:443/bridge',
      'https://news.example/%62ridge',
    );
    const [article, ...others] = articlesOf(same);
    assert.equal(others.length, 0);
    assert.equal(article?.addresses.length, same.length);
  });

  it('keeps an address that is no URL as the key, also with a base', () => {
    const pages = [{ path: 'http://[' }, { path: '/bridge/' }];
    for (const key of [undefined, 'url'] as const)
      assert.deepEqual(keysOf(pages, { base: 'https://news.example', key }), [
        'http://[',
        'https://news.example/bridge/',
      ]);
  });

  it('keeps apart addresses that differ in path, case of the path, host, or another parameter', () => {
    const different = urls(
      'https://news.example/bridge',
      'https://news.example/Bridge',
      'https://news.example/bridge/2',
      'https://other.example/bridge',
      'https://news.example/?p=4',
      'https://news.example/?p=5',
    );
    assert.equal(articlesOf(different).length, different.length);
  });

  it('takes the key from the address with the most comments, and in a tie from an encrypted one', () => {
    assert.deepEqual(keysOf(urls('http://a.example/1/', 'https://a.example/1')), ['https://a.example/1']);
    assert.deepEqual(keysOf(urls('http://a.example/1', 'http://a.example/1', 'https://a.example/1')), [
      'http://a.example/1',
    ]);
  });

  it('leaves the fragment and the tracking parameters out of the key', () => {
    assert.deepEqual(keysOf(urls('https://a.example/1?utm_source=b&p=2#c')), ['https://a.example/1?p=2']);
  });

  it('replaces addresses that have moved, one by one or by their beginning', () => {
    const moved = new Map([
      ['http://old.example/a', 'https://new.example/b/'],
      ['https://old.example/blog/*', 'https://new.example/*'],
      ['/path', '/new-path'],
      ['https://gone.example/*', 'https://new.example/archive/'],
    ]);
    const pages = [
      ...urls(
        'https://www.old.example/a/',
        'https://old.example/blog/c?p=1',
        'https://gone.example/x',
        'https://new.example/b',
      ),
      { path: '/path' },
    ];
    assert.deepEqual(keysOf(pages, { moved }), [
      '/new-path',
      'https://new.example/archive/',
      'https://new.example/b/',
      'https://new.example/c?p=1',
    ]);
  });

  it('adds the base to an address that is a path, and refuses a base without a scheme', () => {
    assert.deepEqual(keysOf([{ path: '/a?b=1' }], { base: 'https://news.example' }), ['https://news.example/a?b=1']);
    assert.throws(() => new Addresses({ base: 'news.example' }), { name: 'ImportError' });
    assert.throws(() => keysOf([{ path: '/a' }], { key: 'url' }), /--base/);
  });
});

describe('the key of an article', () => {
  const page = { url: 'https://news.example/a/?utm_medium=b', identifier: 'post-7', id: '7' };
  const expected = { url: 'https://news.example/a/', path: '/a/', identifier: 'post-7', id: '7' } as const;
  for (const [key, value] of Object.entries(expected))
    it(`is ${value} with --key ${key}`, () =>
      assert.deepEqual(keysOf([page], { key: key as keyof typeof expected }), [value]));

  it('is the URL or the path that the source has', () => {
    assert.deepEqual(keysOf([page, { path: '/b' }, { identifier: 'c' }]), ['/b', 'c', 'https://news.example/a/']);
  });

  it('is the one of an archive as it is, unless it has moved', () => {
    const own = [
      { key: 'http://a.example/1', url: 'http://a.example/1' },
      { key: 'https://a.example/1' },
      { key: 'x' },
    ];
    assert.deepEqual(keysOf(own, { key: 'path' }), ['http://a.example/1', 'https://a.example/1', 'x']);
    assert.deepEqual(keysOf(own.slice(2), { moved: new Map([['x', 'https://a.example/x']]) }), ['https://a.example/x']);
  });

  it('is the address of an article without identifier', () => {
    assert.deepEqual(keysOf(urls('https://news.example/a/'), { key: 'identifier' }), ['https://news.example/a/']);
  });

  it('belongs to one site: the same path on two hosts is two articles', () => {
    const two = articlesOf(urls('https://a.example/1', 'https://b.example/1'), { key: 'path' });
    assert.deepEqual(
      two.map(({ site, key }) => `${site} ${key}`),
      ['a.example /1', 'b.example /1'],
    );
  });
});

describe('the name of a file', () => {
  const namesOf = (...keys: readonly string[]): readonly string[] => [
    ...fileNames(
      keys.map((key) => [key, { site: '', key, closed: false, addresses: [], comments: 1 }] as const),
    ).values(),
  ];

  it('comes from the path of the article', () => {
    assert.deepEqual(namesOf('https://news.example/2014/05/The%20Bridge.html?p=4', '/', 'Straße', '日本'), [
      '2014-05-the-bridge.html-p-4.json',
      'home.json',
      'straße.json',
      '日本.json',
    ]);
  });

  it('never leaves the folder, and is never a device, a hidden file or the index', () => {
    for (const name of namesOf(
      '../../etc/passwd',
      '..',
      '/.git/config',
      'a/../../b',
      'a\\..\\b',
      'CON',
      'index',
      'report',
      '\0',
    )) {
      assert.match(name, /^[^./\\\0][^/\\\0]*\.json$/);
      assert.doesNotMatch(name, /\.\.|^con\.|^index\.json$/);
    }
  });

  it('is unique on a disk that ignores case', () => {
    assert.deepEqual(namesOf('/Bridge', '/bridge', '/bridge/', '/bridge-2'), [
      'bridge.json',
      'bridge-2.json',
      'bridge-3.json',
      'bridge-2-2.json',
    ]);
  });

  it('has a length that every file system takes', () => {
    for (const name of namesOf('/a'.repeat(500), '日'.repeat(500))) assert.ok(Buffer.byteLength(name) <= 255, name);
  });
});
