/** The example of a static build: readers have the comments with and without a script. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '../support/launch-chromium.mjs';
import { layoutShifts, watchLayout } from '../support/served/layout-shift.js';

const root = join(import.meta.dirname, '..', '..');
const example = join(root, 'demo', 'examples', 'build-page.mjs');
const SITE = 'https://news.example/articles/';

describe('the example "Build a page"', () => {
  let folder: string;
  let browser: Browser;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'built-page-'));
    copyFileSync(join(root, 'demo', 'examples', 'comments.json'), join(folder, 'comments.json'));
    execFileSync(process.execPath, [example, 'comments.json', '42.html'], { cwd: folder });
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  const open = async (options: BrowserContextOptions): Promise<Page> => {
    const context = await browser.newContext(options);
    await context.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url());
      const file = pathname.replace('/articles', folder).replace('/article-comments-1.0.0', join(root, 'dist', 'cdn'));
      return route.fulfill(existsSync(file) ? { path: file } : { status: 404 });
    });
    const page = await context.newPage();
    await watchLayout(page);
    await page.goto(`${SITE}42.html`);
    return page;
  };

  it('has at most 30 lines', () => {
    assert.ok(readFileSync(example, 'utf8').trimEnd().split('\n').length <= 30);
  });

  it('shows the comments to a reader without scripts', async () => {
    const page = await open({ javaScriptEnabled: false });
    await page.getByRole('heading', { name: 'Comments (3)' }).waitFor();
    await page.getByRole('article', { name: /^Reply by Bridge Master to Agnes Whitlock/ }).waitFor();
    assert.equal(await page.getByRole('button').count(), 0);
    await page.context().close();
  });

  for (const width of [320, 1100])
    it(`lets the element take over without moving anything at ${width} px`, async () => {
      const page = await open({ viewport: { width, height: 800 } });
      await page.getByRole('combobox', { name: 'Sort by' }).waitFor();
      await page.getByRole('article', { name: /^Comment by Tom Arkwright/ }).waitFor();
      assert.deepEqual(await layoutShifts(page), []);
      await page.context().close();
    });
});
