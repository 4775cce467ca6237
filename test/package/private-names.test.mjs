import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseAst } from 'rollup/parseAst';
import { shortNames } from '../../private-names.config.mjs';

/** The code with its private names shortened. */
function shortened(code) {
  let short = code;
  for (const [start, end, name] of shortNames(parseAst(code)).reverse()) short = short.slice(0, start) + name + short.slice(end);
  return short;
}

describe('private names', () => {
  it('are the same few in each class', () => {
    assert.equal(
      shortened('class A { #one; #two() { return this.#one; } } class B { #three = 1; get() { return #three in this; } }'),
      'class A { #_0; #_1() { return this.#_0; } } class B { #_0 = 1; get() { return #_0 in this; } }',
    );
  });

  it('of a class around another one are known inside', () => {
    assert.equal(
      shortened('class A { #one; other() { return class { read(a) { return a.#one; } }; } }'),
      'class A { #_0; other() { return class { read(a) { return a.#_0; } }; } }',
    );
  });

  it('do not go together with those of a class inside', () => {
    assert.throws(() => shortened('class A { #one; other() { return class { #two; }; } }'), /A class with #two lies in a class/);
  });
});
