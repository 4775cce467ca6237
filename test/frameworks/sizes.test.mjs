/**
 * What a browser fetches on a first visit to a page that was built with one of the bundlers. The table is in docs/frameworks.md;
 * `UPDATE=1 npm run test:frameworks` writes it.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { format, resolveConfig } from 'prettier';
import { launchChromium } from '../support/launch-chromium.mjs';
import { measureVisit } from '../support/measure-visit.mjs';
import { bundlers } from './support/bundlers.mjs';

const home = import.meta.dirname;
const documentation = join(home, '..', '..', 'docs', 'frameworks.md');
const section = /(<!-- measured: bundlers -->)[^]*(<!-- \/measured -->)/;

/** Where `measureVisit` serves the files. */
const base = '/dist/cdn/';

const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>The ferry pier</title>
<link rel="icon" href="data:,"><script type="module" src="${base}main.js"></script>
<article-comments discussion="pier"></article-comments></html>`;

const showsComments = (page) => page.getByRole('article').nth(1).getByText('before the road').waitFor();

/** An element that only the code of the forms names. */
const FORM = 'article-comments-edit-form';

/** So much may a size differ from the table, in kB, before the table has to be written anew. */
const TOLERANCE = 0.5;

describe('a first visit to a page', { timeout: 600_000 }, () => {
  let browser;
  let rows;

  before(async () => {
    browser = await launchChromium();
    rows = [];
    for (const [name, build] of Object.entries(bundlers)) {
      const cdnFolder = join(home, 'node_modules', '.cache', 'sizes', name.replace(' ', '-'));
      await build(join(home, 'sizes', 'main.js'), cdnFolder, base);
      const { firstPicture, idle } = await measureVisit(browser, { html, cdnFolder, untilReady: showsComments });
      const read = (file) => readFileSync(join(cdnFolder, file));
      const size = (files) => files.reduce((sum, file) => sum + brotliCompressSync(read(file)).length, 0) / 1000;
      rows.push({
        name,
        files: firstPicture.length,
        first: size(firstPicture),
        whole: size([...firstPicture, ...idle]),
        hasForms: [...firstPicture, ...idle].some((file) => read(file).includes(FORM)),
      });
    }
  });
  after(() => browser?.close());

  it('fetches what docs/frameworks.md states', async () => {
    const text = readFileSync(documentation, 'utf8');
    if (process.env.UPDATE) {
      const written = text.replace(section, `$1\n\n${table(rows)}\n\n$2`);
      writeFileSync(
        documentation,
        await format(written, { ...(await resolveConfig(documentation)), parser: 'markdown' }),
      );
      return;
    }
    const [stated] = section.exec(text);
    for (const { name, first, whole } of rows) {
      const [, statedFirst, statedWhole] =
        new RegExp(`^\\| ${name} .*?([\\d.]+) kB.*?([\\d.]+) kB`, 'm').exec(stated) ?? [];
      const remedy = `${name}: ${first.toFixed(2)} and ${whole.toFixed(2)} kB. UPDATE=1 npm run test:frameworks`;
      assert.ok(Math.abs(first - statedFirst) < TOLERANCE && Math.abs(whole - statedWhole) < TOLERANCE, remedy);
    }
  });

  it('fetches no form before the reader turns to it', () => {
    for (const { name, hasForms } of rows) assert.ok(!hasForms, name);
  });
});

function table(rows) {
  const lines = rows.map(
    ({ name, files, first, whole }) => `| ${name} | ${files} | ${first.toFixed(2)} kB | ${whole.toFixed(2)} kB |`,
  );
  return [
    '| Built with | Files | Until the comments are shown | The whole visit of a reader |',
    '| --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}
