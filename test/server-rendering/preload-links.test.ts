import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { preloadLinks } from '../../src/server.js';

const files = {
  section: ['section-1.js', 'base-1.js'],
  served: ['served-1.js'],
  backends: { http: ['http-1.js'], static: ['static-1.js'] },
};

const addressesIn = (html: string): readonly string[] =>
  [...html.matchAll(/<link rel="modulepreload" href="([^"]*)">/g)].map(([, address]) => address!);

describe('preloadLinks', () => {
  it('requests what the section, the backend and rendered comments need', () => {
    assert.deepEqual(addressesIn(preloadLinks(files, { base: '/comments-1.0.0/', backend: 'static' })), [
      '/comments-1.0.0/section-1.js',
      '/comments-1.0.0/base-1.js',
      '/comments-1.0.0/static-1.js',
      '/comments-1.0.0/served-1.js',
    ]);
  });

  it('is for `http` by default, and takes an address without a slash at its end', () =>
    assert.deepEqual(addressesIn(preloadLinks(files, { base: 'https://cdn.example/c', isServed: false })), [
      'https://cdn.example/c/section-1.js',
      'https://cdn.example/c/base-1.js',
      'https://cdn.example/c/http-1.js',
    ]));

  it('leaves out the backend of a page with an adapter of its own', () =>
    assert.deepEqual(addressesIn(preloadLinks(files, { base: '/', backend: 'none', isServed: false })), [
      '/section-1.js',
      '/base-1.js',
    ]));

  it('keeps an address from ending its attribute', () =>
    assert.match(
      preloadLinks(files, { base: '/"><script>', isServed: false }),
      /href="\/&#x22;><script>\/section-1\.js"/,
    ));

  it('refuses a backend that the files do not have, and names those that there are', () =>
    assert.throws(() => preloadLinks(files, { base: '/', backend: 'disqus' }), {
      name: 'RangeError',
      message: 'backend: "disqus" is not one of http, static, none.',
    }));
});
