/** The encodings of exports, and bytes that are not text. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { importOptions } from '../src/command.js';
import { ImportError } from '../src/source.js';
import { fixtures, freshPath, importFixture, importText } from './import-fixture.js';

const disqus = (declaration: string, name: string): string =>
  `<?xml version="1.0"${declaration}?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<thread dsq:id="1"><link>https://news.example/a/</link><title>${name}</title><createdAt>2020-01-01T00:00:00Z</createdAt></thread>
<post dsq:id="2"><message>${name}</message><createdAt>2020-01-01T00:00:00Z</createdAt><author><name>${name}</name></author>
<thread dsq:id="1"/></post>
</disqus>
`;

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

const artrans = (name: string): string =>
  JSON.stringify([
    { id: '1', content: name, nick: name, page_key: '/a/', created_at: '2020-01-01T00:00:00Z', page_title: name },
  ]);

const walineCsv = (name: string): string =>
  `objectId,nick,comment,url,createdAt\n1,${name},"${name}",/a/,2020-01-01T00:00:00Z\n`;

describe('an export', () => {
  const declared: readonly (readonly [string, string, () => Buffer, string])[] = [
    ['iso-8859-1', 'disqus', () => Buffer.from(disqus(' encoding="iso-8859-1"', 'Café'), 'latin1'), 'Café'],
    ['windows-1252', 'disqus', () => Buffer.from(disqus(` encoding='Windows-1252'`, '\x80uro'), 'latin1'), '€uro'],
    ['KOI8-R', 'disqus', () => Buffer.from(disqus(' encoding="KOI8-R"', '\xe1\xd7\xc7'), 'latin1'), 'Авг'],
    ['Shift_JIS', 'disqus', () => Buffer.from(disqus(' encoding="Shift_JIS"', '\x82\xa0'), 'latin1'), 'あ'],
    [
      'UTF-16 with a byte order mark',
      'disqus',
      () => Buffer.from(`\ufeff${disqus(' encoding="utf-16"', 'Ñandú 🐦')}`, 'utf16le'),
      'Ñandú 🐦',
    ],
    ['UTF-16BE with a byte order mark', 'disqus', () => utf16be(`\ufeff${disqus('', 'Ñandú')}`), 'Ñandú'],
    ['UTF-16LE', 'disqus', () => Buffer.from(disqus(' encoding="UTF-16LE"', 'Ñandú'), 'utf16le'), 'Ñandú'],
    ['UTF-16BE', 'disqus', () => utf16be(disqus(' encoding="UTF-16"', 'Ñandú')), 'Ñandú'],
    ['UTF-8 that claims to be UTF-16', 'disqus', () => Buffer.from(disqus(' encoding="utf-16"', 'Ñandú')), 'Ñandú'],
    [
      'UTF-8 whose byte order mark contradicts the declaration',
      'disqus',
      () => Buffer.from(`\ufeff${disqus(' encoding="iso-8859-1"', 'Ñandú')}`),
      'Ñandú',
    ],
    ['UTF-16 as JSON', 'artalk', () => Buffer.from(artrans('Ñandú'), 'utf16le'), 'Ñandú'],
    ['UTF-16 as CSV', 'waline', () => Buffer.from(`\ufeff${walineCsv('Ñandú')}`, 'utf16le'), 'Ñandú'],
    ['UTF-8 with a genuine replacement character', 'artalk', () => Buffer.from(artrans('a\ufffdb')), 'a\ufffdb'],
    [
      'iso-8859-1, compressed',
      'disqus',
      () => gzipSync(Buffer.from(disqus(' encoding="latin1"', 'Café'), 'latin1')),
      'Café',
    ],
  ];
  for (const [encoding, format, bytes, expected] of declared)
    it(`reads an export in ${encoding}`, async () => {
      const { files, report } = await importText(format, bytes());
      assert.deepEqual(report.problemList, []);
      const [comment] = (JSON.parse(files.get('a.json')!) as { comments: { author: { name: string } }[] }).comments;
      assert.equal(comment?.author.name, expected);
    });

  it('imports each text format from UTF-16 as it does from UTF-8', async () => {
    for (const [format, name] of [
      ['wordpress', 'wordpress.xml'],
      ['remark42', 'remark42.jsonl'],
      ['waline', 'waline.csv'],
      ['commento', 'commento.json'],
      ['isso', 'isso-generic.json'],
      ['archive', 'archive.json'],
    ] as const) {
      const text = readFileSync(join(fixtures, name), 'utf8');
      const { files } = await importText(format, Buffer.from(`\ufeff${text}`, 'utf16le'));
      const expected = new Map((await importFixture(format, name)).files);
      for (const archives of [files as Map<string, string>, expected]) archives.delete('report.txt');
      assert.deepEqual(files, expected, name);
    }
  });

  const refused: readonly (readonly [string, string, () => Buffer, RegExp])[] = [
    [
      'Latin-1 as XML without a declaration',
      'disqus',
      () => Buffer.from(disqus('', 'Café'), 'latin1'),
      /^(.*export):3 has bytes that are not UTF-8\. If the file is in another encoding, convert it, for example: iconv -f WINDOWS-1252 -t UTF-8 \1 > converted\. To leave out such bytes: iconv -c -f utf-8 -t utf-8 \1 > repaired$/,
    ],
    [
      'Latin-1 as XML that claims UTF-8',
      'disqus',
      () => Buffer.from(disqus(' encoding="utf-8"', 'é'), 'latin1'),
      /:3 has bytes that are not UTF-8\./,
    ],
    ['Latin-1 as JSON', 'artalk', () => Buffer.from(artrans('Café'), 'latin1'), /:1 has bytes that are not UTF-8\./],
    [
      'Latin-1 as JSON lines',
      'remark42',
      () => Buffer.from('{"version":1}\n\n{"id":"é"}', 'latin1'),
      /:3 has bytes that are not UTF-8\./,
    ],
    ['Latin-1 as CSV', 'waline', () => Buffer.from(walineCsv('é'), 'latin1'), /:2 has bytes that are not UTF-8\./],
    [
      'Latin-1 as an archive',
      'archive',
      () => Buffer.from('{"discussions":{"é":[]}}', 'latin1'),
      /:1 has bytes that are not UTF-8\./,
    ],
    [
      'wrong bytes as Shift_JIS',
      'disqus',
      () => Buffer.from(disqus(' encoding="shift_jis"', '\x82\x20'), 'latin1'),
      /:3 has bytes that are not SHIFT_JIS\. To leave out such bytes: iconv -c -f shift_jis /,
    ],
    [
      'half a character as UTF-16',
      'artalk',
      () => Buffer.from(artrans('X').replace('X', '\ud83d'), 'utf16le'),
      /export has bytes that are not UTF-16LE\./,
    ],
    [
      'an encoding that is not known',
      'disqus',
      () => Buffer.from(disqus(' encoding="ebcdic-cp-us"', 'a')),
      /^(.*export) is in the encoding "ebcdic-cp-us", which cannot be read\. Convert it: iconv -f ebcdic-cp-us -t UTF-8 \1 \| sed '1s\/ebcdic-cp-us\/UTF-8\/' > converted$/,
    ],
    [
      'UTF-32',
      'artalk',
      () => Buffer.from('\xff\xfe\0\0[\0\0\0', 'latin1'),
      /is in the encoding "UTF-32", which cannot be read\./,
    ],
    [
      'wrong bytes far into a large file',
      'artalk',
      () => Buffer.concat([Buffer.from('\n'.repeat(300_000)), Buffer.from(artrans('é'), 'latin1')]),
      /:300001 has bytes that are not UTF-8\./,
    ],
  ];
  for (const [name, format, bytes, expected] of refused)
    it(`refuses an export with ${name}, and explains why`, async () => {
      await assert.rejects(importText(format, bytes()), (error: Error) => {
        assert.ok(error instanceof ImportError, error.stack);
        assert.match(error.message, expected);
        return true;
      });
    });

  it('imports an export that ends inside a character, and reports it as incomplete', async () => {
    const whole = Buffer.from(walineCsv('é'));
    const { report } = await importText('waline', Buffer.concat([whole, whole.subarray(0, whole.indexOf(0xc3) + 1)]));
    assert.equal(report.visible, 1);
    assert.match(report.problemList.join('\n'), /the file ends inside a character$/);
  });
});

describe('the map of new addresses', () => {
  it('refuses a map of new addresses in Latin-1', async () => {
    const path = freshPath('map.csv');
    writeFileSync(path, Buffer.from('/é/,/e/\n', 'latin1'));
    await assert.rejects(importOptions(['disqus', 'x.xml', '--dry-run', '--map', path]), {
      name: 'ImportError',
      message: /map\.csv:1 has bytes that are not UTF-8\./,
    });
  });
});
