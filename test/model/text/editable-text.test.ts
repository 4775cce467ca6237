import { expect } from 'chai';
import { editableText } from '../../../src/model/text/editable-text.js';

const text = (value: string): string => editableText({ format: 'html', value });

describe('editableText', () => {
  it('separates paragraphs, lines and list items', () => {
    expect(text('<p>One<br>\n two</p>\n<p>three</p>')).to.equal('One\ntwo\n\nthree');
    expect(text('<p>List:</p><ul>\n<li>one</li>\n<li>two</li>\n</ul><p>End</p>')).to.equal('List:\n\none\ntwo\n\nEnd');
    expect(text('<div>One</div><div>two</div>')).to.equal('One\n\ntwo');
    expect(text('<table><tr><th>a</th><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>')).to.equal('a 1\nb 2');
  });

  it('drops markup and keeps every character', () => {
    expect(text('<p>He said: <em>&ldquo;1 &lt; 2 &amp;&amp; 3&nbsp;&gt; 2&rdquo;</em>, &#39;sure&#x27;!</p>')).to.equal(
      `He said: &ldquo;1 < 2 && 3 > 2&rdquo;, 'sure'!`,
    );
  });

  it('keeps the address of a link', () => {
    expect(text('<a href="https://a.example/">https://a.example/</a>')).to.equal('https://a.example/');
    expect(text('See <a rel="nofollow" href="https://a.example/?a=1&amp;b=2" class="x">here</a>.')).to.equal(
      'See here (https://a.example/?a=1&b=2).',
    );
  });

  it('returns other formats unchanged', () => {
    for (const format of ['text', 'markdown'] as const)
      expect(editableText({ format, value: '<b> *a*  &lt;' })).to.equal('<b> *a*  &lt;');
  });
});
