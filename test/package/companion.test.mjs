/**
 * What the directory of WordPress plugins demands of the companion plugin, and can be seen from its files: PHP for each version
 * that it says it runs on, whichever this machine has, headers, guards, and translations.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import php from 'php-parser';
import { beginningsOfFiles, languageFiles } from '../../wordpress/scripts/languages.mjs';

const folder = join(import.meta.dirname, '..', '..', 'wordpress', 'article-comments');
const read = (name) => readFileSync(join(folder, name), 'utf8');
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'));

const files = new Map(
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.php'))
    .map((name) => [name, read(name)]),
);
const main = files.get('article-comments.php');
const readme = read('readme.txt');

const parse = (text, phpVersion) => new php.Engine({ parser: { version: phpVersion } }).parseCode(text, 'file.php');

/** The value of a header line, such as `Requires PHP`. */
const header = (text, name) => new RegExp(`^(?: \\* )?${name}: *(.*)$`, 'm').exec(text)?.[1];

/** Texts in the functions that translate, with the line they stand in. */
function textsIn(node, found = []) {
  if (node === null || typeof node !== 'object') return found;
  if (node.kind === 'call' && ['__', '_n', 'esc_html__', 'esc_html_e'].includes(node.what?.name)) {
    const count = node.what.name === '_n' ? 2 : 1;
    const literals = node.arguments.map(({ kind, value }) => (kind === 'string' ? value : undefined));
    found.push({ texts: literals.slice(0, count), domain: literals.at(-1) });
  }
  for (const child of Object.values(node)) {
    if (Array.isArray(child)) child.forEach((one) => textsIn(one, found));
    else textsIn(child, found);
  }
  return found;
}

/** The translations of a PO file by text. */
function readTranslations(name) {
  const translations = new Map();
  for (const entry of read(name).split('\n\n').slice(1)) {
    const line = (key) => new RegExp(`^${key} (".*")$`, 'm').exec(entry)?.[1];
    const [id, plural] = [line('msgid'), line('msgid_plural')];
    if (id) translations.set(JSON.parse(id), JSON.parse(line('msgstr') ?? line('msgstr\\[0\\]')));
    if (plural) translations.set(JSON.parse(plural), JSON.parse(line('msgstr\\[1\\]')));
  }
  return translations;
}

describe('the companion plugin', () => {
  for (const phpVersion of ['7.4', '8.0', '8.1', '8.2', '8.3', '8.4']) {
    it(`is PHP ${phpVersion}`, () => {
      for (const [name, code] of files) assert.equal(parse(code, phpVersion).kind, 'program', name);
    });
  }

  it('detects syntax that is newer than PHP 7.4', () => {
    for (const newer of [
      '$a?->b;',
      'echo match (1) { 1 => 2 };',
      'f( a: 1 );',
      '$f = strlen( ... );',
      'function f( $a, ) {}',
    ])
      assert.throws(() => parse(`<?php ${newer}`, '7.4'), newer);
  });

  it('calls no function that PHP 7.4 lacks', () => {
    const newer =
      /\b(str_contains|str_starts_with|str_ends_with|array_is_list|get_debug_type|array_find|array_any|array_all|json_validate|mb_str_pad|mb_trim)\s*\(/;
    for (const [name, code] of files) assert.doesNotMatch(code, newer, name);
  });

  it('cannot be called file by file', () => {
    for (const [name, code] of files)
      assert.match(code, /^defined\( '(ABSPATH|WP_UNINSTALL_PLUGIN)' \) \|\| exit;$/m, name);
  });

  it('gives a reason for each rule of the coding standards that it breaks', () => {
    for (const [name, code] of files) {
      for (const [exception] of code.matchAll(/phpcs:(ignore|disable).*/g))
        assert.match(exception, /phpcs:\w+ [\w.]+(, ?[\w.]+)* -- \S/, `${name}: ${exception}`);
    }
  });

  it('says the same in its head and in readme.txt', () => {
    assert.equal(header(main, 'Version'), version);
    assert.match(main, new RegExp(`^const VERSION +=\\s*'${version}';$`, 'm'));
    assert.equal(header(readme, 'Stable tag'), version);
    for (const name of ['Requires at least', 'Requires PHP', 'License', 'License URI'])
      assert.equal(header(main, name), header(readme, name), name);
    assert.equal(header(main, 'Requires PHP'), '7.4');
    assert.equal(header(main, 'Text Domain'), 'article-comments');
    assert.match(readme, new RegExp(`^=== ${header(main, 'Plugin Name')} ===\n`));
  });

  it('keeps to the limits of readme.txt', () => {
    const [short = ''] = readme.split('\n\n').slice(1);
    assert.ok(short.length > 0 && short.length <= 150, `${short.length} characters`);
    assert.ok((header(readme, 'Tags') ?? '').split(',').length <= 5);
    assert.match(header(readme, 'Tested up to') ?? '', /^\d+\.\d+$/);
    for (const section of ['Description', 'Installation', 'Frequently Asked Questions', 'Changelog'])
      assert.match(readme, new RegExp(`^== ${section} ==$`, 'm'));
  });

  it('has all its texts in the template and in German', () => {
    const template = readTranslations('languages/article-comments.pot');
    const german = readTranslations('languages/article-comments-de_DE.po');
    const compiled = read('languages/article-comments-de_DE.mo');
    const found = [...files.values()].flatMap((code) => textsIn(parse(code, '7.4')));
    assert.ok(found.length > 40, `${found.length} texts`);
    for (const { texts, domain } of found) {
      assert.equal(domain, 'article-comments', texts[0]);
      for (const text of texts) {
        assert.ok(template.has(text), `wordpress/translate.sh has not been run: ${text}`);
        assert.ok(german.get(text), `There is no German for: ${text}`);
        assert.ok(compiled.includes(german.get(text)), `wordpress/translate.sh has not been run: ${text}`);
      }
    }
  });

  it('has the words of the section as they are in its locales', async () => {
    const made = () => readdirSync(join(folder, 'languages')).filter((name) => name.endsWith('.php'));
    if (process.env.UPDATE) {
      const files = await languageFiles();
      for (const name of made()) rmSync(join(folder, 'languages', name));
      for (const [name, text] of files) writeFileSync(join(folder, 'languages', name), text);
    }
    const remedy = 'UPDATE=1 node --test test/package/companion.test.mjs';
    const beginnings = await beginningsOfFiles();
    assert.deepEqual(made().sort(), [...beginnings.keys(), 'tags.php'].sort(), remedy);
    // Another version of Node may know better what follows the words: wordpress/test compares it with a browser.
    for (const [name, words] of beginnings)
      assert.equal(read(`languages/${name}`).slice(0, words.length), words, `${name}: ${remedy}`);
  });
});
