/**
 * Holds the script-tag build to its limits, on real visits in a browser, and the package to its own. `UPDATE=1` writes the table of
 * `docs/performance.md`.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { format, resolveConfig } from 'prettier';
import { BuiltFiles, moduleName } from '../support/built-files.mjs';
import { launchChromium } from '../support/launch-chromium.mjs';
import { measureVisit } from '../support/measure-visit.mjs';
import { focusTextBox, moderate, showsComments, takePart } from '../support/visit-acts.mjs';
import { visitBackend } from '../support/visit-backend.mjs';
import {
  conversation,
  countsPage,
  discussionPage,
  publisherCountsPage,
  publisherPage,
} from '../support/visit-pages.mjs';
import { budgets } from './budgets.mjs';

const root = join(import.meta.dirname, '..', '..');
const cdnFolder = join(root, 'dist', 'cdn');
const page = join(root, 'docs', 'performance.md');

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

/** The size of each row of the table. */
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
    const moderator = await visit(
      publisherPage(),
      moderate,
      visitBackend({ comments: [...comments, held], moderator: true }),
    );
    const counts = await visit(countsPage(), undefined, undefined, showsCount);
    const publisherCounts = await visit(publisherCountsPage(), undefined, visitBackend({ comments }), showsCount);

    const sizes = {
      publisherFirst: sizeOf(shown(publisher)),
      publisherVisit: sizeOf(read(publisher)),
      firstPicture: sizeOf(shown(text)),
      wholeVisit: sizeOf(read(text)),
      markdown: sizeOf(read(markdown)) - sizeOf(read(text)),
      html: sizeOf(read(html)) - sizeOf(read(text)),
      firstIntent: sizeOf(text.intent),
      takingPart: sizeOf(publisher.intent),
      moderating: sizeOf(without(all(moderator), all(publisher))),
      counts: sizeOf(all(counts)),
      publisherCounts: sizeOf(all(publisherCounts)),
      language: Math.max(...build.names.filter((name) => name.startsWith('locale-')).map((name) => sizeOf([name]))),
    };
    const entry = build.together(['article-comments.js', ...build.names.filter((name) => moduleName(name) === 'cdn')]);
    for (const adapter of adapters) {
      const [file, ...others] = build.names.filter((name) => moduleName(name) === adapter);
      assert.ok(file && others.length === 0, `The build has no single chunk for ${adapter}`);
      const first = [...build.together([file])].filter((name) => !entry.has(name));
      sizes[`${adapter}First`] = sizeOf(first);
      sizes[`${adapter}Total`] = sizeOf(build.reachable([file], (name) => entry.has(name)));
      if (adapter === 'http')
        assert.deepEqual(without(first, shown(publisher)), [], 'The visit fetches what the adapter imports.');
    }
    return { ...sizes, packed: packedSize() };
  } finally {
    await browser.close();
  }
}

/** The page with the table of sizes and limits. */
async function withTable(text, sizes) {
  const rows = Object.entries(budgets).map(
    ([row, { what, limit }]) => `| ${what} | ${kilobytes(sizes[row])} | ${kilobytes(limit)} |`,
  );
  const table = ['| Download | Measured | Limit |', '| --- | --- | --- |', ...rows].join('\n');
  const whole = text.replace(
    /(<!-- measured: sizes -->)[^]*?(<!-- \/measured -->)/,
    (_, opening, closing) => `${opening}\n\n${table}\n\n${closing}`,
  );
  return format(whole, { ...(await resolveConfig(page)), parser: 'markdown' });
}

describe('downloads', { timeout: 600_000 }, () => {
  let sizes;
  before(async () => {
    sizes = await measure();
  });
  after(() => {
    const lines = Object.entries(budgets).map(
      ([row, { what, limit }]) =>
        `  ${what.padEnd(60)}${String(sizes?.[row]).padStart(10)}  of ${String(limit).padStart(9)} (${row})`,
    );
    console.log(`\nDownloads after brotli, in bytes\n${lines.join('\n')}\n`);
  });

  for (const [row, { what, limit }] of Object.entries(budgets))
    it(`stay within the limit: ${what}`, () => {
      assert.ok(sizes[row] > 0 && sizes[row] <= limit, `${sizes[row]} bytes of ${limit}`);
    });

  it('all have a limit', () => assert.deepEqual(Object.keys(sizes).sort(), Object.keys(budgets).sort()));

  it('are what the README states', () => {
    const [, first, own] =
      /\*\*(\d+) kB until the comments are shown\*\* with `backend="http"`, (\d+) kB with an adapter/.exec(
        readFileSync(join(root, 'README.md'), 'utf8'),
      );
    assert.deepEqual(
      [Number(first), Number(own)],
      [sizes.publisherFirst, sizes.firstPicture].map((size) => Math.round(size / 1000)),
    );
  });

  it('are what docs/performance.md states', async () => {
    const text = readFileSync(page, 'utf8');
    const expected = await withTable(text, sizes);
    if (process.env.UPDATE) return writeFileSync(page, expected);
    const remedy = 'UPDATE=1 node --test test/package/budgets.test.mjs';
    const cells = (whole) => [...whole.matchAll(/^\| (.+?) +\| +([\d.,]+) kB +\| +([\d.,]+) kB +\|$/gm)];
    const stated = cells(text);
    const actual = cells(expected);
    assert.deepEqual(
      stated.map(([, what, , limit]) => [what, limit]),
      actual.map(([, what, , limit]) => [what, limit]),
      remedy,
    );
    const number = (cell) => Number(cell.replaceAll(',', ''));
    for (const [index, [, what, size]] of stated.entries()) {
      const measured = number(actual[index][2]);
      const isClose = Math.abs(number(size) - measured) <= Math.max(0.02, measured * TOLERANCE);
      assert.ok(isClose, `${what}: ${size} kB are stated, ${measured} measured. ${remedy}`);
    }
  });
});
