import { expect } from 'chai';
import type { Body } from '../../../src/model/adapter.js';
import { plainText } from '../../../src/model/text/plain-text.js';

const text = (value: string): string => plainText({ format: 'text', value });
const html = (value: string): string => plainText({ format: 'html', value });
const markdown = (value: string): string => plainText({ format: 'markdown', value });

describe('plainText', () => {
  it('ignores white space and how line breaks are marked up', () => {
    expect(html('<p>Two<br>lines</p>\n<p>and more</p>')).to.equal(text(' Two\nlines\n\nand  more\n'));
  });

  it('decodes character references', () => {
    expect(html('1 &lt; 2 &amp;&amp; 3 &gt; 2, &quot;he said&#039;')).to.equal(text(`1 < 2 && 3 > 2, "he said'`));
    expect(html('use &lt;b&gt; for bold')).to.equal(text('use <b> for bold'));
    expect(html('&#71;r&#xf6;&#XDF;e&nbsp;&hellip;')).to.equal(text('Größe ...'));
    expect(html('&amp;lt;'), 'only once').to.equal(text('&lt;'));
    expect(html('&#1114112;a')).to.equal(text('a'));
  });

  it('ignores typographic punctuation and images of smileys', () => {
    expect(html('<p>&#8220;Yes&#8221; &#8211; it&#8217;s true&#8230; <img alt="" src="smile.png"></p>')).to.equal(
      text(`"Yes" -- it's true... :-)`),
    );
  });

  it('ignores how an accent is encoded', () => {
    expect(text('cafe\u0301')).to.equal(text('café'));
  });

  it('matches Markdown with the HTML made of it', () => {
    expect(html('<p><em>Very</em> <a href="https://example.com">good</a> <code>x</code></p>')).to.equal(
      markdown('*Very* [good](https://example.com) `x`'),
    );
  });

  it('differs when a word differs', () => {
    const bodies: Body[] = ['Agreed', 'agreed', 'Agreed 2', 'I agreed', '<b>', ''].map((value) => ({
      format: 'text',
      value,
    }));
    expect(new Set(bodies.map(plainText)).size).to.equal(bodies.length);
    expect(text('<b>bold</b>'), 'text has no tags').not.to.equal(html('<b>bold</b>'));
  });

  it('takes somebody mentioned for the same with or without their server', () => {
    const rendered = '<p>Ask <a href="https://far.example/@eve">@<span>eve</span></a>, not eve@far.example</p>';
    expect(html(rendered)).to.equal(text('Ask @eve@far.example, not eve@far.example'));
    expect(text('Ask @eve@far.example')).not.to.equal(text('Ask @adam@far.example'));
  });

  it('compares symbols in a text without words', () => {
    expect(text('???')).not.to.equal(text('!!!'));
    expect(text('👍')).not.to.equal(text('👎'));
    expect(html('<p>👍 👍</p>')).to.equal(text('👍👍'));
    expect(html('<p>???</p>')).to.equal(text(' ??? '));
  });
});
