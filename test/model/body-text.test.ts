import { expect } from 'chai';
import type { Body } from '../../src/model/adapter.js';
import { editableText, plainText } from '../../src/model/body-text.js';

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

  it('differs if a word differs', () => {
    const bodies: Body[] = ['Agreed', 'agreed', 'Agreed 2', 'I agreed', '<b>', ''].map((value) => ({
      format: 'text',
      value,
    }));
    expect(new Set(bodies.map(plainText)).size).to.equal(bodies.length);
    expect(text('<b>bold</b>'), 'text has no tags').not.to.equal(html('<b>bold</b>'));
  });

  it('treats a mention with and without its server as the same', () => {
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

describe('editableText', () => {
  const edited = (value: string): string => editableText({ format: 'html', value });

  it('separates paragraphs, lines and list items', () => {
    expect(edited('<p>One<br>\n two</p>\n<p>three</p>')).to.equal('One\ntwo\n\nthree');
    expect(edited('<p>List:</p><ul>\n<li>one</li>\n<li>two</li>\n</ul><p>End</p>')).to.equal(
      'List:\n\none\ntwo\n\nEnd',
    );
    expect(edited('<div>One</div><div>two</div>')).to.equal('One\n\ntwo');
    expect(edited('<table><tr><th>a</th><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>')).to.equal('a 1\nb 2');
  });

  it('drops markup and keeps every character', () => {
    expect(
      edited('<p>He said: <em>&ldquo;1 &lt; 2 &amp;&amp; 3&nbsp;&gt; 2&rdquo;</em>, &#39;sure&#x27;!</p>'),
    ).to.equal(`He said: &ldquo;1 < 2 && 3 > 2&rdquo;, 'sure'!`);
  });

  it('keeps the address of a link', () => {
    expect(edited('<a href="https://a.example/">https://a.example/</a>')).to.equal('https://a.example/');
    expect(edited('See <a rel="nofollow" href="https://a.example/?a=1&amp;b=2" class="x">here</a>.')).to.equal(
      'See here (https://a.example/?a=1&b=2).',
    );
  });

  it('returns other formats unchanged', () => {
    for (const format of ['text', 'markdown'] as const)
      expect(editableText({ format, value: '<b> *a*  &lt;' })).to.equal('<b> *a*  &lt;');
  });
});
