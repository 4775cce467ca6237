/**
 * Holds the script-tag build to its limits, on real visits in a browser, and the package to its own. `UPDATE=1` writes the table of
 * `docs/performance.md`.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { BuiltFiles, moduleName } from '../support/built-files.mjs';
import { launchChromium } from '../support/launch-chromium.mjs';
import { blockIn, formatted, performancePage, verdict, withTable } from '../support/measured-tables.mjs';
import { measureVisit } from '../support/measure-visit.mjs';
import { backendNames, recordedBackend } from '../support/recorded-backends.mjs';
import { focusTextBox, moderate, removeComment, showsComments, takePart } from '../support/visit-acts.mjs';
import { visitBackend } from '../support/visit-backend.mjs';
import {
  backendPage,
  conversation,
  countsPage,
  discussionPage,
  farPage,
  publisherCountsPage,
  publisherPage,
} from '../support/visit-pages.mjs';
import { aims, budgets } from './budgets.mjs';

const root = join(import.meta.dirname, '..', '..');
const cdnFolder = join(root, 'dist', 'cdn');

/** The measured column may differ from the build by so much before the table has to be written again. */
const TOLERANCE = 0.01;

const modulesIn = (folder) =>
  readdirSync(join(root, 'src', folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length));
const adapters = modulesIn('adapters');

const kilobytes = (bytes) =>
  `${(bytes / 1000).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} kB`;

/** Bytes of the packed package. */
function packedSize() {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const packed = JSON.parse(
    execFileSync(npm, ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8' }),
  );
  return (Array.isArray(packed) ? packed : Object.values(packed))[0].size;
}

/** The size of each row of the table, and of the page of each backend. */
async function measure() {
  const build = new BuiltFiles(cdnFolder);
  const sizeOf = (files) => build.size(new Set(files));
  const without = (files, others) => files.filter((name) => !others.includes(name));
  const shown = ({ firstPicture }) => firstPicture;
  const read = ({ firstPicture, idle }) => [...firstPicture, ...idle];
  const all = ({ firstPicture, idle, intent }) => [...firstPicture, ...idle, ...intent];

  const browser = await launchChromium();
  try {
    const visit = (html, act, backend, untilReady = showsComments) =>
      measureVisit(browser, { html, cdnFolder, backend, untilReady, act });
    const showsCount = (opened) => opened.getByText('2 comments').waitFor();
    const comments = conversation();
    const held = { ...comments[0], id: '3', status: 'pending' };

    const text = await visit(discussionPage(), focusTextBox);
    const markdown = await visit(discussionPage({ format: 'markdown' }));
    const html = await visit(discussionPage({ format: 'html' }));
    const publisher = await visit(publisherPage(), takePart, visitBackend({ comments }));
    const author = await visit(publisherPage(), removeComment, visitBackend({ comments, canRemove: true }));
    const moderator = await visit(
      publisherPage(),
      moderate,
      visitBackend({ comments: [...comments, held], moderator: true }),
    );
    const far = await visit(farPage(), undefined, undefined, (opened) =>
      opened.locator('article-comments').waitFor({ state: 'attached' }),
    );
    const counts = await visit(countsPage(), undefined, undefined, showsCount);
    const publisherCounts = await visit(publisherCountsPage(), undefined, visitBackend({ comments }), showsCount);
    const visits = {};
    for (const backend of backendNames) {
      const opened = backendPage(backend);
      visits[backend] = await visit(opened.html, undefined, recordedBackend(backend, opened.comments));
    }

    const sizes = {
      neverNear: sizeOf(all(far)),
      publisherFirst: sizeOf(shown(publisher)),
      publisherVisit: sizeOf(read(publisher)),
      firstPicture: sizeOf(shown(text)),
      wholeVisit: sizeOf(read(text)),
      wordpressPageFirst: sizeOf(shown(visits.wordpress)),
      wordpressPageVisit: sizeOf(read(visits.wordpress)),
      archivePageFirst: sizeOf(shown(visits.static)),
      archivePageVisit: sizeOf(read(visits.static)),
      markdown: sizeOf(read(markdown)) - sizeOf(read(text)),
      html: sizeOf(read(html)) - sizeOf(read(text)),
      firstIntent: sizeOf(text.intent),
      takingPart: sizeOf(publisher.intent),
      removing: sizeOf(without(all(author), all(publisher))),
      moderating: sizeOf(without(all(moderator), [...all(publisher), ...all(author)])),
      counts: sizeOf(all(counts)),
      publisherCounts: sizeOf(all(publisherCounts)),
      language: Math.max(...build.names.filter((name) => name.startsWith('locale-')).map((name) => sizeOf([name]))),
    };
    const downloads = Object.values(visits).map((visited) => new Set(shown(visited)));
    // What a publisher's page fetches, whatever its backend.
    const ofAnyBackend = new Set(shown(publisher).filter((name) => downloads.every((files) => files.has(name))));
    for (const adapter of adapters) {
      const [file, ...others] = build.names.filter((name) => moduleName(name) === adapter);
      assert.ok(file && others.length === 0, `The build has no single chunk for ${adapter}`);
      const first = [...build.together([file])].filter((name) => !ofAnyBackend.has(name));
      sizes[`${adapter}First`] = sizeOf(first);
      sizes[`${adapter}Total`] = sizeOf(build.reachable([file], (name) => ofAnyBackend.has(name)));
      assert.deepEqual(without(first, shown(visits[adapter])), [], 'The visit fetches what the adapter imports.');
    }
    const pages = Object.entries(visits).map(([backend, visited]) => ({
      backend,
      first: sizeOf(shown(visited)),
      whole: sizeOf(read(visited)),
    }));
    return { sizes: { ...sizes, packed: packedSize() }, pages };
  } finally {
    await browser.close();
  }
}

const aimCells = (size, aim) =>
  aim ? [kilobytes(aim.required), kilobytes(aim.target), verdict(size, aim)] : ['–', '–', '–'];

/** The page with the tables of sizes and limits, and of the backends. */
async function withTables(text, { sizes, pages }) {
  const rows = Object.entries(budgets).map(([row, { what, limit }]) => [
    what,
    kilobytes(sizes[row]),
    kilobytes(limit),
    ...aimCells(sizes[row], aims[row]),
  ]);
  const backends = pages.map(({ backend, first, whole }) => [`\`${backend}\``, kilobytes(first), kilobytes(whole)]);
  const withSizes = withTable(text, 'sizes', {
    head: ['Download', 'Measured', 'Limit', 'Required', 'Target', 'Verdict'],
    rows,
  });
  const head = ['Backend', 'Until the comments are shown', 'The whole visit'];
  return formatted(withTable(withSizes, 'backends', { head, rows: backends }));
}

/** The cells of each row in a block of the page, without its head. */
function rowsIn(text, name) {
  const [, , ...rows] = blockIn(text, name).match(/^\|.*\|$/gm);
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

const numberIn = (cell) => Number(cell.replace(/,| kB/g, ''));

const isClose = (stated, measured) => Math.abs(stated - measured) <= Math.max(0.02, measured * TOLERANCE);

describe('downloads', { timeout: 600_000 }, () => {
  let measured, sizes;
  before(async () => {
    measured = await measure();
    sizes = measured.sizes;
  });
  after(() => {
    const lines = Object.entries(budgets).map(
      ([row, { what, limit }]) =>
        `  ${what.padEnd(60)}${String(sizes?.[row]).padStart(10)}  of ${String(limit).padStart(9)} (${row})`,
    );
    console.log(`\nDownloads after brotli, in bytes\n${lines.join('\n')}\n`);
  });

  for (const [row, { what, limit }] of Object.entries(budgets))
    it(`stays within the limit: ${what}`, () => {
      assert.ok(sizes[row] > 0 && sizes[row] <= limit, `${sizes[row]} bytes of ${limit}`);
    });

  it('requires nothing of a download without a limit', () =>
    assert.deepEqual(
      Object.keys(aims).filter((row) => !(row in budgets)),
      [],
    ));

  it('has a limit for each download', () => assert.deepEqual(Object.keys(sizes).sort(), Object.keys(budgets).sort()));

  it('matches the sizes that the README states', () => {
    const [, first, own] =
      /\*\*(\d+) kB until the comments are shown\*\* with `backend="http"`, (\d+) kB with an adapter/.exec(
        readFileSync(join(root, 'README.md'), 'utf8'),
      );
    assert.deepEqual(
      [Number(first), Number(own)],
      [sizes.publisherFirst, sizes.firstPicture].map((size) => Math.round(size / 1000)),
    );
  });

  it('matches the sizes and limits that docs/performance.md states', async () => {
    const text = readFileSync(performancePage, 'utf8');
    const expected = await withTables(text, measured);
    if (process.env.UPDATE) return writeFileSync(performancePage, expected);
    const remedy = 'UPDATE=1 node --test test/package/budgets.test.mjs';
    const [limits, actualLimits] = [text, expected].map((whole) =>
      rowsIn(whole, 'sizes').map(([what, , ...limitAndAims]) => [what, ...limitAndAims]),
    );
    assert.deepEqual(limits, actualLimits, remedy);
    const [backends, actualBackends] = [text, expected].map((whole) => rowsIn(whole, 'backends').map(([name]) => name));
    assert.deepEqual(backends, actualBackends, remedy);
    for (const [block, columns] of Object.entries({ sizes: [1], backends: [1, 2] })) {
      const actual = rowsIn(expected, block);
      for (const [index, row] of rowsIn(text, block).entries())
        for (const column of columns) {
          const [stated, found] = [row[column], actual[index][column]];
          assert.ok(
            isClose(numberIn(stated), numberIn(found)),
            `${row[0]}: ${stated} are stated, ${found} measured. ${remedy}`,
          );
        }
    }
  });
});
