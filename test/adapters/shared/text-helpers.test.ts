import { expect } from 'chai';
import { batches } from '../../../src/adapters/shared/batches.js';
import { escapeHtml } from '../../../src/adapters/shared/escape-html.js';
import { htmlToText } from '../../../src/adapters/shared/html-to-text.js';
import { parseData } from '../../../src/adapters/shared/parse-data.js';
import { parseJson } from '../../../src/adapters/shared/parse-json.js';
import { serverTime } from '../../../src/adapters/shared/server-time.js';
import { withoutTrailingSlash } from '../../../src/adapters/shared/without-trailing-slash.js';

it('parseJson returns undefined for text that is not JSON', () => {
  expect(parseJson('{"a": [1]}')).to.deep.equal({ a: [1] });
  expect(parseJson('null')).to.equal(null);
  for (const text of ['', '<html>', '{']) expect(parseJson(text)).to.equal(undefined);
});

it('escapeHtml escapes text for content and attributes', () => {
  expect(escapeHtml('<a title="b">R&D</a>')).to.equal('&lt;a title=&quot;b&quot;&gt;R&amp;D&lt;/a&gt;');
});

it('htmlToText removes tags and decodes each reference once', () => {
  expect(htmlToText('<b>Tom &amp; Ada</b> &quot;x&quot; &#039;y&#039; &#x27;z&#x27; &lt;3&nbsp;&hellip;')).to.equal(
    "Tom & Ada \"x\" 'y' 'z' <3 &hellip;",
  );
  expect(htmlToText('A &amp;amp; B')).to.equal('A &amp; B');
  expect(htmlToText('&constructor; &toString;')).to.equal('&constructor; &toString;');
});

describe('serverTime', () => {
  const timeIn = (headers: Record<string, string>) => serverTime({ headers: new Headers(headers) });

  it('is the time in the header Date plus the time in a cache', () => {
    expect(timeIn({ date: 'Tue, 24 Nov 2026 12:00:00 GMT' })).to.deep.equal({ now: '2026-11-24T12:00:00.000Z' });
    expect(timeIn({ date: 'Tue, 24 Nov 2026 12:00:00 GMT', age: '30' })).to.deep.equal({
      now: '2026-11-24T12:00:30.000Z',
    });
  });

  it('is empty if the header Date is hidden or invalid', () => {
    expect(timeIn({})).to.deep.equal({});
    expect(timeIn({ date: 'yesterday' })).to.deep.equal({});
  });
});

it('batches splits a list and keeps its order', () => {
  expect(batches([1, 2, 3, 4, 5], 2)).to.deep.equal([[1, 2], [3, 4], [5]]);
  expect(batches([], 2)).to.deep.equal([]);
});

it('withoutTrailingSlash removes every slash at the end, and no other', () => {
  expect(withoutTrailingSlash('https://example.com/blog//')).to.equal('https://example.com/blog');
  expect(withoutTrailingSlash('https://example.com')).to.equal('https://example.com');
});

describe('parseData', () => {
  it('reads the options in a script', () => {
    expect(parseData('{"token": "x"}', '{}')).to.deep.equal({ token: 'x' });
    expect(parseData('null', '{}')).to.deep.equal({});
  });

  it('quotes text that is not JSON, and shows an example', () => {
    expect(() => parseData(' nonce\n', '{"nonce": "…"}')).to.throw('not JSON: "nonce". Example: {"nonce": "…"}');
  });
});
