/** That the companion plugin for WordPress is PHP for each version that it says it runs on, whichever this machine has. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import php from 'php-parser';

const code = readFileSync(join(import.meta.dirname, '..', '..', 'demo', 'wordpress', 'article-comments.php'), 'utf8');

const parse = (text, version) => new php.Engine({ parser: { version } }).parseCode(text, 'article-comments.php');

describe('the companion plugin', () => {
  for (const version of ['7.4', '8.0', '8.1', '8.2', '8.3', '8.4']) {
    it(`is PHP ${version}`, () => assert.equal(parse(code, version).kind, 'program'));
  }

  it('says the oldest of them in its head', () => assert.match(code, /^ \* Requires PHP: 7\.4$/m));

  it('would be refused with what is newer', () => {
    for (const newer of [
      '$a?->b;',
      'echo match (1) { 1 => 2 };',
      'f( a: 1 );',
      '$f = strlen( ... );',
      'function f( $a, ) {}',
    ])
      assert.throws(() => parse(`<?php ${newer}`, '7.4'), newer);
  });

  it('calls no function that PHP 7.4 lacks', () => {
    const newer =
      /\b(str_contains|str_starts_with|str_ends_with|array_is_list|get_debug_type|array_find|array_any|array_all|json_validate|mb_str_pad|mb_trim)\s*\(/;
    assert.doesNotMatch(code, newer);
  });
});
