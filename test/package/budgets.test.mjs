/**
 * Holds the script-tag build to its budgets: real visits in a browser, and the files that the chunks can still import.
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { BuiltFiles, moduleName } from '../support/built-files.mjs';
import { launchChromium } from '../support/launch-chromium.mjs';
import { measureVisit } from '../support/measure-visit.mjs';
import { countsPage, discussionPage, misshapenPage, misspeltPage } from '../support/visit-pages.mjs';
import { budgets } from './budgets.mjs';

const root = join(import.meta.dirname, '..', '..');
const cdnFolder = join(root, 'dist', 'cdn');
const entry = 'article-comments.js';

const modulesIn = (folder) =>
  readdirSync(join(root, 'src', folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length));
const adapters = modulesIn('adapters');
const locales = modulesIn('locales');

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(2)} kB`;

describe('downloads', { timeout: 600_000 }, () => {
  const build = new BuiltFiles(cdnFolder);
  const visits = {};
  const rows = [];
  let browser;

  before(async () => {
    browser = await launchChromium();
    const visit = (html, untilReady, act) => measureVisit(browser, { html, cdnFolder, untilReady, act });
    const showsComments = (page) => page.getByRole('article').nth(1).getByText('before').waitFor();
    const focusTextBox = (page) => page.getByRole('textbox', { name: 'Your comment' }).focus();
    for (const format of ['text', 'markdown', 'html'])
      visits[format] = await visit(discussionPage({ format }), showsComments, focusTextBox);
    visits.misspelt = await visit(misspeltPage(), (page) => page.getByRole('alert').waitFor());
    visits.misshapen = await visit(misshapenPage(), (page) => page.getByRole('alert').waitFor());
    visits.counts = await visit(countsPage(), (page) => page.getByText('2 comments').waitFor());
  });
  after(async () => {
    await browser?.close();
    const lines = rows.map(({ what, size, limit }) => {
      const row = `  ${what.padEnd(44)}${kilobytes(size).padStart(10)}`;
      if (limit === undefined) return row;
      return `${row}  of ${kilobytes(limit)}${size > limit ? `, ${size - limit} bytes too many` : ''}`;
    });
    console.log(`\nDownloads after brotli (1 kB is 1,000 bytes)\n${lines.join('\n')}\n`);
  });

  function check({ what, limit, ceiling = limit }, size) {
    rows.push({ what, size, limit });
    assert.ok(size > 0 && size <= ceiling, `${what}: ${size} bytes of ${ceiling}`);
  }

  const sizeOfVisit = ({ firstPicture, idle }) => build.size([...firstPicture, ...idle]);

  it('until the comments are shown', () => check(budgets.firstPicture, build.size(visits.text.firstPicture)));

  it('in the whole visit of a reader, when idle included', () => check(budgets.wholeVisit, sizeOfVisit(visits.text)));

  it('for bodies in Markdown', () => check(budgets.markdown, sizeOfVisit(visits.markdown) - sizeOfVisit(visits.text)));

  it('for bodies in HTML', () => check(budgets.html, sizeOfVisit(visits.html) - sizeOfVisit(visits.text)));

  it('of everything that a reader and writer of one discussion can load', () => {
    // What a moderator, a reporter, an editor load counts. Adapters and languages have budgets of their own, or are chosen
    // in place of English. Pages with a mistake in their markup or in their adapter, and lists of articles, load files that no
    // discussion needs.
    const { misspelt, misshapen, counts } = visits;
    const elsewhere = new Set([misspelt, misshapen, counts].flatMap(({ firstPicture }) => firstPicture));
    for (const phase of Object.values(visits.text)) for (const name of phase) elsewhere.delete(name);
    const choices = [...adapters, ...locales];
    const isChoice = (name) => choices.includes(moduleName(name));
    const files = build.reachable([entry], (name) => isChoice(name) || elsewhere.has(name));
    for (const format of ['text', 'markdown', 'html']) {
      for (const name of Object.values(visits[format]).flat())
        assert.ok(files.has(name), `${name} was fetched and is not counted`);
    }
    check(budgets.everything, build.size(files));
  });

  for (const adapter of adapters) {
    it(`by the adapter ${adapter}, all its files together`, () => {
      const [file, ...others] = build.names.filter((name) => moduleName(name) === adapter);
      assert.ok(file && others.length === 0, `The build has no single chunk for ${adapter}`);
      const shared = build.together([entry]);
      const files = build.reachable([file], (name) => shared.has(name));
      const budget =
        adapter === 'memory' ? budgets.memoryAdapter : { ...budgets.adapter, what: `An adapter: ${adapter}` };
      check(budget, build.size(files));
    });
  }

  it('that have no budget', () => {
    rows.push({ what: 'First intent: the text box gets the focus', size: build.size(visits.text.intent) });
    rows.push({ what: 'List of articles with counts', size: build.size(Object.values(visits.counts).flat()) });
    for (const locale of locales) {
      const file = `locale-${locale}.js`;
      if (build.names.includes(file)) rows.push({ what: `Language: ${locale}`, size: build.size([file]) });
    }
  });
});
