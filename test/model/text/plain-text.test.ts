import { expect } from '@open-wc/testing';
import type { Body } from '../../../src/model/adapter.js';
import { plainText } from '../../../src/model/text/plain-text.js';

const text = (value: string): string => plainText({ format: 'text', value });
const html = (value: string): string => plainText({ format: 'html', value });
const markdown = (value: string): string => plainText({ format: 'markdown', value });

describe('what two bodies say', () => {
  it('is the same whatever the backend made of line breaks and white space', () => {
    expect(html('<p>Two<br>lines</p>\n<p>and more</p>')).to.equal(text(' Two\nlines\n\nand  more\n'));
  });

  it('is the same whatever had to be escaped', () => {
    expect(html('1 &lt; 2 &amp;&amp; 3 &gt; 2, &quot;he said&#039;')).to.equal(text(`1 < 2 && 3 > 2, "he said'`));
    expect(html('use &lt;b&gt; for bold')).to.equal(text('use <b> for bold'));
    expect(html('&#71;r&#xf6;&#XDF;e&nbsp;&hellip;')).to.equal(text('Größe ...'));
    expect(html('&amp;lt;'), 'only once').to.equal(text('&lt;'));
    expect(html('&#1114112;a')).to.equal(text('a'));
  });

  it('is the same with typographic quotes and with a picture for a smiley', () => {
    expect(html('<p>&#8220;Yes&#8221; &#8211; it&#8217;s true&#8230; <img alt="" src="smile.png"></p>')).to.equal(
      text(`"Yes" -- it's true... :-)`),
    );
  });

  it('is the same however an accent is written', () => {
    expect(text('cafe\u0301')).to.equal(text('café'));
  });

  it('is the same as what Markdown makes of it', () => {
    expect(html('<p><em>Very</em> <a href="https://example.com">good</a> <code>x</code></p>')).to.equal(
      markdown('*Very* [good](https://example.com) `x`'),
    );
  });

  it('differs where a word differs', () => {
    const bodies: Body[] = ['Agreed', 'agreed', 'Agreed 2', 'I agreed', '<b>', ''].map((value) => ({ format: 'text', value }));
    expect(new Set(bodies.map(plainText)).size).to.equal(bodies.length);
    expect(text('<b>bold</b>'), 'text has no tags').not.to.equal(html('<b>bold</b>'));
  });

  it('is told by the signs where there are no words', () => {
    expect(text('???')).not.to.equal(text('!!!'));
    expect(text('👍')).not.to.equal(text('👎'));
    expect(html('<p>👍 👍</p>')).to.equal(text('👍👍'));
    expect(html('<p>???</p>')).to.equal(text(' ??? '));
  });
});
