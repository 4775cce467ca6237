import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { authorOf, isoTime } from '../src/values.js';

describe('a time', () => {
  const cases: readonly (readonly [unknown, string | undefined])[] = [
    ['2013-06-07T10:54:00Z', '2013-06-07T10:54:00Z'],
    ['2013-06-07T10:54:00', '2013-06-07T10:54:00Z'],
    ['2013-06-07 10:54:00', '2013-06-07T10:54:00Z'],
    ['2013-06-07 10:54:00 +0200', '2013-06-07T08:54:00Z'],
    ['2013-06-07 10:54:00 +0800 +0800', '2013-06-07T02:54:00Z'],
    ['2013-06-07T10:54:00.123456789+02:00', '2013-06-07T08:54:00.123Z'],
    ['2013-06-07T10:54:00.5z', '2013-06-07T10:54:00.500Z'],
    [1370602440123, '2013-06-07T10:54:00.123Z'],
    [-3_600_000, '1969-12-31T23:00:00Z'],
    ['0000-00-00 00:00:00', undefined],
    ['0001-01-01T00:00:00.000Z', undefined],
    ['2013-13-07T10:54:00Z', undefined],
    ['yesterday', undefined],
    [NaN, undefined],
    [null, undefined],
  ];
  for (const [value, expected] of cases)
    it(`is ${expected ?? 'none'} for ${JSON.stringify(value)}`, () => assert.equal(isoTime(value), expected));

  it('applies the given offset to a time without a zone', () => {
    assert.equal(isoTime('2013-06-07 10:54:00', 480), '2013-06-07T02:54:00Z');
    assert.equal(isoTime('2013-06-07T10:54:00Z', 480), '2013-06-07T10:54:00Z');
  });
});

describe('an author', () => {
  const urlOf = (url: string): string | undefined => authorOf({ name: 'Ada', url })?.url;

  it('has a name on one line', () => {
    assert.deepEqual(authorOf({ name: '  Ada\n\t Lovelace\u0007 ' }), { name: 'Ada Lovelace' });
  });

  it('is null without a name', () => {
    for (const name of ['', '  ', undefined, null, 7]) assert.equal(authorOf({ name, url: 'https://a.example' }), null);
  });

  it('is null with an email address as the name', () => {
    for (const name of ['ada@mail.example', 'Ada <ada@mail.example>', 'jürgen@köln.example'])
      assert.equal(authorOf({ name }), null, name);
  });

  it('has decoded character references, once, if the source escapes names', () => {
    assert.equal(authorOf({ name: '&lt;b&gt; &amp;amp; &#8217;&#x2019;', isEscaped: true })?.name, '<b> &amp; ’’');
    assert.equal(authorOf({ name: 'A &amp; B' })?.name, 'A &amp; B');
  });

  it('has a web address, with a scheme', () => {
    assert.equal(urlOf('ada.example/about'), 'http://ada.example/about');
    assert.equal(urlOf('https://social.example/@ada.l'), 'https://social.example/@ada.l');
  });

  it('has no address that is an email address, holds one, or comes from one', () => {
    for (const url of [
      'ada@mail.example',
      'mailto:ada@mail.example',
      'http://ada@mail.example/',
      'https://a.example/?mail=ada@mail.example',
      'https://www.gravatar.com/5f4dcc3b5aa765d61d8327deb882cf99',
    ])
      assert.equal(urlOf(url), undefined, url);
  });

  it('has no address that runs code or is none', () => {
    for (const url of ['javascript:alert(1).a', 'http://', 'undefined', 'nothing', 'data:text/html,a.b'])
      assert.equal(urlOf(url), undefined, url);
  });

  it('has only badges that are set', () => {
    assert.deepEqual(authorOf({ name: 'Ada', badges: [false, undefined, 'staff'] })?.badges, ['staff']);
  });
});
