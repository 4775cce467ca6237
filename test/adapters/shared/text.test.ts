import { expect } from 'chai';
import { escapeHtml, htmlToText, parseJson } from '../../../src/adapters/shared/text.js';

it('parses JSON, and returns undefined for any other text', () => {
  expect(parseJson('{"a": [1]}')).to.deep.equal({ a: [1] });
  expect(parseJson('null')).to.equal(null);
  for (const text of ['', '<html>', '{']) expect(parseJson(text)).to.equal(undefined);
});

it('escapes text for the content and the attributes of HTML', () => {
  expect(escapeHtml('<a title="b">R&D</a>')).to.equal('&lt;a title=&quot;b&quot;&gt;R&amp;D&lt;/a&gt;');
});

it('removes the tags of HTML and decodes each reference once', () => {
  expect(htmlToText('<b>Tom &amp; Ada</b> &quot;x&quot; &#039;y&#039; &#x27;z&#x27; &lt;3&nbsp;&hellip;')).to.equal(
    "Tom & Ada \"x\" 'y' 'z' <3 &hellip;",
  );
  expect(htmlToText('A &amp;amp; B')).to.equal('A &amp; B');
  expect(htmlToText('&constructor; &toString;')).to.equal('&constructor; &toString;');
});
