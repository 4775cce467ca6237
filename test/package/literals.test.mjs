import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { minifyMarkup, minifyStyles } from '../../literals.config.mjs';

const whole = { first: true, last: true };

describe('minified markup', () => {
  it('loses the white space that formats the source', () => {
    assert.equal(minifyMarkup('\n  <p\n    class="a"\n  >\n    <b>x</b>\n  </p>\n', whole), '<p class="a" > <b>x</b> </p>');
  });

  it('keeps every space that stands between words', () => {
    assert.equal(minifyMarkup('<b>a</b> <i>b</i>', whole), '<b>a</b> <i>b</i>');
    assert.equal(minifyMarkup('<b>a</b>\n<i>b</i>', whole), '<b>a</b> <i>b</i>');
    assert.equal(minifyMarkup('one\n  two', whole), 'one two');
    assert.equal(minifyMarkup('a  b', whole), 'a  b');
  });

  it('keeps the space beside an expression', () => {
    assert.equal(minifyMarkup('<p>By\n  ', { first: true, last: false }), '<p>By ');
    assert.equal(minifyMarkup('\n  <b>x</b></p>\n', { first: false, last: true }), ' <b>x</b></p>');
  });
});

describe('minified styles', () => {
  it('lose comments and needless white space', () => {
    assert.equal(minifyStyles('/* why */ a ,\n b {\n  color: red;\n  margin: 1px\n    2px;\n}'), 'a,b{color:red;margin:1px 2px}');
  });

  it('lose the zero before a point, and quotes that are not needed', () => {
    assert.equal(minifyStyles('a > b{margin:0.5em 10.5em -0.5em}'), 'a>b{margin:.5em 10.5em -.5em}');
    assert.equal(minifyStyles(`a[b='c'],[d="e f"]{content:'g'}`), `a[b=c],[d="e f"]{content:'g'}`);
  });

  it('keep what means something', () => {
    assert.equal(minifyStyles('a :hover{width:calc(1px + 2px)}'), 'a :hover{width:calc(1px + 2px)}');
    assert.equal(minifyStyles('@media (a) and (b){}'), '@media (a) and (b){}');
    assert.equal(minifyStyles(`a{content:' /* ; */ ';b:"  \\" ; "}`), `a{content:' /* ; */ ';b:"  \\" ; "}`);
    assert.equal(minifyStyles("a{grid-template-areas:\n'a  b'\n'c d'}"), "a{grid-template-areas:'a  b' 'c d'}");
  });
});
