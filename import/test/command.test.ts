/** The command as a person runs it, in a process of its own. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { filesIn, fixtures, freshPath } from './import-fixture.js';

const main = join(import.meta.dirname, '..', 'src', 'main.ts');

/** It has the path of what the products share, wherever the command runs. */
const env = { ...process.env, TSX_TSCONFIG_PATH: join(import.meta.dirname, '..', '..', 'tsconfig.json') };

interface Ended {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

function start(args: readonly string[], cwd = fixtures): ChildProcess {
  return spawn(process.execPath, ['--import', import.meta.resolve('tsx'), main, ...args], { cwd, env });
}

async function end(child: ChildProcess): Promise<Ended> {
  let output = '';
  let errors = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const status = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  return { status, output, errors };
}

const run = (...args: readonly string[]): Promise<Ended> => end(start(args));

const disqus = readFileSync(join(fixtures, 'disqus.xml'), 'utf8');

function fileWith(content: string | Buffer): string {
  const path = freshPath('export');
  writeFileSync(path, content);
  return path;
}

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = freshPath('folder');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** A tar archive of one file, after the folder that holds it. */
function tarOf(name: string, content: string): Buffer {
  const header = (path: string, size: number, type: string): Buffer => {
    const block = Buffer.alloc(512);
    block.write(path, 0);
    block.write('0000644\0', 100);
    block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
    block.write(type, 156);
    block.write('ustar\x0000', 257);
    return block;
  };
  const bytes = Buffer.from(content);
  const padding = Buffer.alloc((512 - (bytes.length % 512)) % 512);
  return Buffer.concat([
    header('export/', 0, '5'),
    header(name, bytes.length, '0'),
    bytes,
    padding,
    Buffer.alloc(1024),
  ]);
}

/** A zip archive without compression. */
function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const crc32 = (bytes: Buffer): number => {
    let crc = ~0;
    for (const byte of bytes) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc >>> 0;
  };
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), content]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, rest, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

describe('article-comments-import', () => {
  it('prints the report, writes it to the folder, and ends with 1 if a record was not readable', async () => {
    const out = freshPath();
    const { status, output, errors } = await run('disqus', 'disqus.xml', '--out', out);
    assert.equal(errors, '');
    assert.equal(status, 1);
    assert.match(output, /^ +3 {2}Articles\n +6 {2}Comments\n/);
    assert.match(
      output,
      /Not readable: 2\n {2}disqus\.xml:163: post: the comment has no id\n {2}disqus\.xml:178: post 13: /,
    );
    assert.equal(readFileSync(join(out, 'report.txt'), 'utf8'), output);
    assert.ok(!existsSync(join(out, '.import')));
  });

  it('ends with 0 if everything was readable', async () => {
    const { status } = await run('wordpress', 'wordpress.xml', '--out', freshPath());
    assert.equal(status, 0);
  });

  it('writes nothing but the report with --dry-run', async () => {
    const folder = freshPath();
    mkdirSync(folder);
    cpSync(join(fixtures, 'disqus.xml'), join(folder, 'disqus.xml'));
    const { status, output } = await end(start(['disqus', 'disqus.xml', '--dry-run'], folder));
    assert.equal(status, 1);
    assert.match(output, /6 {2}Comments/);
    assert.deepEqual(readdirSync(folder), ['disqus.xml']);
  });

  it('removes archives that the next import does not write, and no other files', async () => {
    const out = freshPath();
    await run('commento', 'commento.json', '--out', out);
    writeFileSync(join(out, 'news.example', 'own.json'), '{}');
    await run('artalk', 'artalk.artrans', '--out', out);
    assert.deepEqual(
      [...filesIn(out).keys()],
      ['index.json', 'news.example/own.json', 'news/bridge.json', 'other/bridge.json', 'report.txt'],
    );
    assert.ok(!existsSync(join(out, 'other.example')));
  });

  it('refuses a folder with an index of another program', async () => {
    for (const index of ['{"pages":[]}', 'none', '{"articles":[{"file":"../../x.json"}]}']) {
      const out = freshPath();
      mkdirSync(out);
      writeFileSync(join(out, 'index.json'), index);
      const { status, errors } = await run('isso', 'isso-generic.json', '--out', out);
      assert.equal(status, 2);
      assert.match(errors, /index\.json was not written by an import\. Choose another folder\./);
      assert.deepEqual(readdirSync(out), ['index.json']);
    }
  });

  it('reads several files of one format', async () => {
    const out = freshPath();
    const { status } = await run(
      'waline',
      'waline.json',
      'leancloud.json',
      '--base',
      'https://news.example',
      '--out',
      out,
    );
    assert.equal(status, 1);
    const bridge = JSON.parse(readFileSync(join(out, 'bridge.json'), 'utf8')) as { comments: { id: string }[] };
    assert.deepEqual(
      bridge.comments.map(({ id }) => id),
      ['5f01', '64a1', '64a2', '64'],
    );
  });

  it('takes new addresses from a CSV file, and paths as keys', async () => {
    const map = fileWith(
      '\ufeffhttp://news.example/bridge,https://new.example/2013/bridge/\r\n\r\n"https://news.example/Ferry/*","https://new.example/f/*"\n',
    );
    const out = freshPath();
    await run('disqus', 'disqus.xml', '--map', map, '--key', 'path', '--out', out);
    assert.match(readFileSync(join(out, 'index.json'), 'utf8'), /"key":"\/2013\/bridge\/".*\n.*"key":"\/f\/"/);
  });

  const compressed: readonly (readonly [string, () => Buffer])[] = [
    ['gzip', () => gzipSync(disqus)],
    ['zip', () => zipOf({ 'export/disqus.xml': disqus })],
    ['tar.gz', () => gzipSync(tarOf('export/disqus.xml', disqus))],
  ];
  for (const [name, pack] of compressed)
    it(`reads ${name}, whatever the name of the file is`, async () => {
      const [plain, packed] = [freshPath(), freshPath()];
      await run('disqus', 'disqus.xml', '--out', plain);
      const { status, errors } = await run('disqus', fileWith(pack()), '--out', packed);
      assert.equal(status, 1, errors);
      const archives = (folder: string): object => ({ ...Object.fromEntries(filesIn(folder)), 'report.txt': '' });
      assert.deepEqual(archives(packed), archives(plain));
    });

  it('names the files of a zip archive that has several', async () => {
    const { status, errors } = await run(
      'wordpress',
      fileWith(zipOf({ 'a.xml': '<rss/>', 'b.xml': '<rss/>' })),
      '--out',
      freshPath(),
    );
    assert.equal(status, 2);
    assert.match(errors, /holds 2 files: a\.xml, b\.xml\. Unpack it, and name the files to import\./);
  });

  const damagedArchives: readonly (readonly [string, () => Buffer, RegExp])[] = [
    [
      'a name outside of the folder',
      () => zipOf({ '../../etc/passwd': disqus }),
      /: invalid relative path: \.\.\/\.\.\/etc\/passwd\./,
    ],
    ['an absolute name', () => zipOf({ '/etc/passwd': disqus }), /: absolute path: \/etc\/passwd\./],
    ['a backslash in a name', () => zipOf({ '..\\a.xml': disqus }), /: invalid relative path: \.\.\/a\.xml\./],
    [
      'no end',
      () => zipOf({ 'a.xml': disqus }).subarray(0, 500),
      /: End of central directory record signature not found\./,
    ],
    ['nothing but a signature', () => Buffer.from('PK\x03\x04'), /is a zip archive that cannot be read: /],
  ];
  for (const [name, pack, expected] of damagedArchives)
    it(`explains a zip archive with ${name} in one sentence, and ends with 2`, async () => {
      const { status, errors } = await run('disqus', fileWith(pack()), '--dry-run');
      assert.equal(status, 2);
      assert.match(errors, expected);
      assert.match(
        errors,
        /^\S+ is a zip archive that cannot be read: [^\n]*\. Unpack it, and name the files to import\.\n$/,
      );
    });

  for (const [name, content] of [
    ['XML', disqus.slice(0, disqus.indexOf('<post dsq:id="12">') + 100)],
    ['gzip', gzipSync(disqus).subarray(0, 1200)],
  ] as const)
    it(`imports what comes before the end of an incomplete file (${name}), and ends with 1`, async () => {
      const out = freshPath();
      const { status, output } = await run('disqus', fileWith(content), '--out', out);
      assert.equal(status, 1);
      assert.match(output, /Not readable: \d\n( {2}.*\n)* {2}.*:\d+: .*(?:unclosed tag|unexpected end of file)/);
      assert.match(output, /[1-9] {2}Comments/);
    });

  it('leaves the former archives as they were, and nothing else, if it is interrupted', async () => {
    const out = freshPath();
    await run('isso', 'isso-generic.json', '--out', out);
    const before = filesIn(out);
    // More than it can read before the signal.
    const large = fileWith(disqus.replace('</disqus>', `${'<!-- -->'.repeat(10_000_000)}</disqus>`));
    const child = start(['disqus', large, '--out', out]);
    const ended = end(child);
    while (!existsSync(join(out, '.import'))) await new Promise((resolve) => setImmediate(resolve));
    child.kill('SIGTERM');
    assert.equal((await ended).status, 143);
    assert.deepEqual(filesIn(out), before);
    assert.deepEqual(readdirSync(out), ['bridge.json', 'ferry.json', 'index.json', 'report.txt']);
  });

  it('refuses a document type declaration, and expands no entity', async () => {
    const attack =
      '<?xml version="1.0"?><!DOCTYPE disqus [<!ENTITY a SYSTEM "file:///etc/passwd">]><disqus>&a;</disqus>';
    const { status, errors } = await run('disqus', fileWith(attack), '--out', freshPath());
    assert.equal(status, 2);
    assert.match(errors, /:1 has a document type declaration/);
  });

  const mistakes: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no format', ['--dry-run'], /^Name a format and a file\.\n\nUsage: /],
    ['no file', ['disqus'], /^Name a format and a file\./],
    ['no folder', ['disqus', 'disqus.xml'], /^Name a folder with --out, or add --dry-run\.\n$/],
    [
      'an unknown format',
      ['toString', 'disqus.xml', '--dry-run'],
      /^There is no format "toString"\. There are: disqus, /,
    ],
    [
      'a word of another command',
      ['import', 'disqus.xml', '--dry-run'],
      /^There is no format "import"\. There are: disqus, /,
    ],
    ['an unknown option', ['disqus', 'disqus.xml', '--to', 'x'], /'--to'[^]*Usage: /],
    [
      'an unknown key',
      ['disqus', 'disqus.xml', '--dry-run', '--key', 'slug'],
      /^--key is "slug": use url, path, identifier, id\.\n$/,
    ],
    [
      'a wrong offset',
      ['disqus', 'disqus.xml', '--dry-run', '--utc-offset', '2'],
      /^--utc-offset is "2": use one such as \+02:00/,
    ],
    ['a file that does not exist', ['disqus', 'none.xml', '--dry-run'], /no such file.*none\.xml/],
    ['a folder as the file', ['disqus', 'expected', '--dry-run'], /^expected is not a file\.\n$/],
    [
      'another format',
      ['disqus', 'wordpress.xml', '--dry-run'],
      /its root element is <rss>\. Use the format wordpress\./,
    ],
    [
      'the other way round',
      ['wordpress', 'disqus.xml', '--dry-run'],
      /its root element is <disqus>\. Use the format disqus\./,
    ],
    [
      'JSON of another kind',
      ['commento', 'artalk.artrans', '--dry-run'],
      /has version none of the export, not 1 or 3\./,
    ],
    [
      'no JSON',
      ['remark42', 'disqus.xml', '--dry-run'],
      /^There are no comments in disqus\.xml\.\ndisqus\.xml:1: not JSON/,
    ],
    [
      'an index of another program',
      ['archive', folderWith({ 'index.json': '{"articles":[{"key":"/a/","file":"../a.json"}]}' }), '--dry-run'],
      /index\.json was not written by an import\. Name a folder that one has written\.\n$/,
    ],
    ['a single archive', ['archive', 'isso-generic.json', '--dry-run'], /isso-generic\.json is not an archive/],
  ];
  for (const [name, args, expected] of mistakes)
    it(`explains ${name}, writes nothing and ends with 2`, async () => {
      const { status, output, errors } = await run(...args);
      assert.equal(status, 2, errors);
      assert.equal(output, '');
      assert.match(errors, expected);
    });

  it('prints how to use it', async () => {
    const { status, output } = await run('--help');
    assert.equal(status, 0);
    assert.match(output, /^Usage: article-comments-import <format> <file>… --out <folder>\n/);
  });

  it('prints its version', async () => {
    const { status, output } = await run('--version');
    assert.equal(status, 0);
    assert.match(output, /^\d+\.\d+\.\d+\n$/);
  });
});
