/** Values of a megabyte that would take minutes or more if the time grew with the square of their length. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Article, fileNames } from '../src/addresses.js';
import { importText } from './import-fixture.js';

const million = 1_000_000;

const comment = (values: Readonly<Record<string, unknown>>): object => ({
  id: '1',
  content: 'Text',
  nick: 'Ada',
  page_key: '/a/',
  created_at: '2020-01-01T00:00:00Z',
  ...values,
});

const many = (count: number, valuesOf: (index: number) => Readonly<Record<string, unknown>>): readonly object[] =>
  Array.from({ length: count }, (_, index) => comment({ id: `${index}`, ...valuesOf(index) }));

const wordpress = (content: string): string =>
  `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><link>https://news.example/a/</link><wp:comment>
   <wp:comment_id>1</wp:comment_id><wp:comment_date_gmt>2020-01-01 00:00:00</wp:comment_date_gmt>
   <wp:comment_content><![CDATA[${content}]]></wp:comment_content></wp:comment></item></channel></rss>`;

const artrans =
  (...comments: readonly object[]): (() => string) =>
  () =>
    JSON.stringify(comments);

describe('an import takes linear time for', () => {
  const cases: readonly (readonly [string, string, () => string])[] = [
    ['a long name', 'artalk', artrans(comment({ nick: 'a'.repeat(million) }))],
    ['a long address of an author', 'artalk', artrans(comment({ link: `a.${'a'.repeat(million)}` }))],
    [
      'a time with many spaces',
      'artalk',
      artrans(comment({}), comment({ id: '2', created_at: `2020-01-01 00:00${' '.repeat(million)}x` })),
    ],
    ['many unfinished images', 'artalk', artrans(comment({ content: '!['.repeat(million / 2) }))],
    ['many unfinished addresses of images', 'artalk', artrans(comment({ content: '![]('.repeat(million / 4) }))],
    ['a long address of an article', 'artalk', artrans(comment({ page_key: `/a${'.'.repeat(million)}a/` }))],
    [
      'an address with many parameters',
      'artalk',
      artrans(comment({ page_key: `/a/?${'utm_a=1&'.repeat(million / 8)}` })),
    ],
    [
      'many comments with the same id',
      'artalk',
      () => JSON.stringify(many(20_000, (index) => ({ id: '1', content: `${index}` }))),
    ],
    [
      'many addresses of an article',
      'artalk',
      () => JSON.stringify(many(20_000, (index) => ({ page_key: `https://a.example/#${index}` }))),
    ],
    ['many unfinished preformatted texts', 'wordpress', () => wordpress('<pre>'.repeat(million / 5))],
    [
      'many unfinished preformatted texts after a finished one',
      'wordpress',
      () => wordpress(`<pre></pre>${'<pre>'.repeat(million / 5)}`),
    ],
    [
      'many quotation marks',
      'waline',
      () => `objectId,nick,comment,url,createdAt\n1,Ada,"${'""'.repeat(million / 2)}",/a/,2020-01-01T00:00:00Z\n`,
    ],
  ];
  for (const [name, format, text] of cases)
    it(`imports ${name} in linear time`, async () => {
      const source = text();
      const started = process.cpuUsage().user;
      const { report } = await importText(format, source);
      assert.ok(report.visible > 0);
      assert.ok(process.cpuUsage().user - started < 15_000_000, `${process.cpuUsage().user - started} µs`);
    });

  it('names the files of many articles whose addresses begin alike in linear time', () => {
    const articles = Array.from({ length: 50_000 }, (_, index): readonly [string, Article] => {
      const key = `/${'a'.repeat(90)}${index}/`;
      return [key, { site: '', key, closed: false, addresses: [key], comments: 1 }];
    });
    const started = process.cpuUsage().user;
    assert.equal(fileNames(articles).get(articles[49_999]![0]), `${'a'.repeat(80)}-50000.json`);
    assert.ok(process.cpuUsage().user - started < 15_000_000);
  });
});
