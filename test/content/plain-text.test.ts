import { expect } from '@open-wc/testing';
import { decodeEntities } from '../../src/content/decode-entities.js';
import { htmlToPlainText } from '../../src/content/plain-text.js';

describe('htmlToPlainText', () => {
  const cases: [string, string][] = [
    ['', ''],
    ['plain', 'plain'],
    ['<p>One</p>\n<p>Two</p>', 'One\n\nTwo'],
    ['One<br>Two<br />\nThree', 'One\nTwo\nThree'],
    ['<p>a\n   b</p>', 'a b'],
    ['<ul><li>a</li><li>b</li></ul>', 'a\n\nb'],
    ['<b>a</b><i>b</i>', 'ab'],
    ['a < b and c > d, I <3 you', 'a < b and c > d, I <3 you'],
    ['&lt;b&gt; &amp;amp; &quot;&#39;&#x27;&apos; a&nbsp;b', "<b> &amp; \"''' a\u00a0b"],
    ['a<!-- b <b> -->c', 'ac'],
    ['a<!-- b', 'a'],
    ['a<script>b</script >c<style>d</style>e<STYLE>f', 'ace'],
    ['a<scripture>b</scripture>', 'ab'],
    ['a<img src=x onerror=alert(1)>b', 'ab'],
    ['a<img src=x', 'a'],
    ['<!doctype html><?php x ?>a', 'a'],
    ['<a href="https://b.example">c</a>', 'c'],
    ['a</>b', 'a</>b'],
  ];
  for (const [html, text] of cases) {
    it(JSON.stringify(html), () => expect(htmlToPlainText(html)).to.equal(text));
  }

  it('decodes once', () => {
    expect(decodeEntities('&amp;lt;b&amp;gt;')).to.equal('&lt;b&gt;');
    expect(decodeEntities('&#x1F600;&#128512;')).to.equal('😀😀');
  });

  it('leaves what is no entity', () => {
    for (const text of ['&', '&;', '&#;', '&#x;', '&#0;', '&#1114112;', '&#xffffff;', '&constructor;', '&__proto__;', 'AT&T', '&amp'])
      expect(decodeEntities(text)).to.equal(text);
  });

  it('copes with 100 kB of one thing', () => {
    for (const piece of [
      '<',
      '<a',
      '<a ',
      '<!--',
      '<script',
      '<script>',
      '</script',
      '<!/?',
      '&',
      '&#',
      '&amp',
      ' ',
      '\n',
      '<br',
      '<p>',
      '>',
      '<svg><svg>',
    ]) {
      const start = performance.now();
      htmlToPlainText(`x${piece.repeat(100_000 / piece.length)}x`);
      expect(performance.now() - start, piece).to.be.below(1000);
    }
  });
});
