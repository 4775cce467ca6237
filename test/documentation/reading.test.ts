/** A reader of the documentation in a browser: strict policy, dark, phone, keyboard, and the section at work in the pages. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page as BrowserPage } from 'playwright-core';
import { addressOf } from '../../demo/documentation/page-links.mjs';
import { navigation } from '../../demo/documentation/navigation.mjs';
import { startPages } from '../../demo/pages-server.mjs';
import { openBrowser } from '../support/journeys/readers-browser.js';

const axe = readFileSync(join(import.meta.dirname, '..', '..', 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

const addresses = ['/docs/', ...navigation.flatMap(({ pages }) => pages.map(({ file }) => file)).map(addressOf)];

interface Axe {
  run(): Promise<{
    readonly passes: readonly unknown[];
    readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
  }>;
}

describe('a reader of the documentation', { timeout: 600_000 }, () => {
  let browser: Browser;
  let context: BrowserContext;
  let origin: string;
  let close: () => Promise<unknown>;
  before(async () => {
    const pages = await startPages({ port: 0 });
    origin = pages.origin;
    close = pages.stop;
    browser = await openBrowser();
  });
  // What one reader stores is nothing to the next. The pages of one reader share the browser's cache.
  beforeEach(async () => {
    context = await browser.newContext();
  });
  afterEach(() => context.close());
  after(async () => {
    await browser?.close();
    await close?.();
  });

  /** Opens a page. `problems`: what the browser has refused or found wrong on it. */
  async function open(
    path: string,
    { width = 1280, dark = false } = {},
  ): Promise<{ readonly page: BrowserPage; readonly problems: readonly string[] }> {
    const page = await context.newPage();
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) problems.push(message.text());
    });
    page.on('requestfailed', (request) => problems.push(request.url()));
    await page.goto(origin + path);
    await showLiveSections(page);
    return { page, problems };
  }

  for (const address of addresses)
    it(`finds ${address} whole and accessible on a phone, with nothing blocked by the strict policy`, async () => {
      const { page, problems } = await open(address, { width: 360 });
      assert.deepEqual(await violationsOn(page), []);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360);
      assert.deepEqual(problems, []);
      await page.close();
    });

  for (const address of ['/docs/', '/docs/publishers/', '/docs/theming/']) {
    it(`reads ${address} in the dark`, async () => {
      const { page } = await open(address, { dark: true });
      assert.deepEqual(await violationsOn(page), []);
      const [text, paper] = await page.evaluate(() => {
        const { color, backgroundColor } = getComputedStyle(document.body);
        return [color, backgroundColor].map((one) => Number(/\d+/.exec(one)?.[0]));
      });
      assert.ok(text! > 200 && paper! < 40, `text ${text}, paper ${paper}`);
    });
  }

  it('chooses the theme, which stays chosen on the next page', async () => {
    const { page } = await open('/docs/');
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
    await page.getByRole('navigation', { name: 'Documentation' }).getByRole('link', { name: 'Theming' }).click();
    await page.getByRole('heading', { level: 1, name: 'Theming' }).waitFor();
    // The heading comes before the style sheet.
    await page.waitForLoadState();
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'dark');
  });

  it('goes past the header with the first key press', async () => {
    const { page } = await open('/docs/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#main:focus').waitFor();
    assert.equal(await page.locator('#main:focus').count(), 1);
  });

  it('posts a comment in the section that a page shows', async () => {
    const { page } = await open('/docs/backends/memory/');
    await page.getByRole('textbox', { name: 'Your comment' }).fill('A bench would do.');
    await page.getByRole('textbox', { name: 'Name' }).fill('Ada');
    await page.getByRole('button', { name: 'Post comment' }).click();
    const posted = page.getByRole('article').getByText('A bench would do.');
    await posted.waitFor();
    assert.ok(await posted.isVisible());
  });

  it('sees a closed discussion, the archive as documented, and the colours of a sample', async () => {
    const { page: publishers } = await open('/docs/publishers/');
    await publishers.locator('[slot=closed]').filter({ visible: true, hasText: 'are closed' }).waitFor();
    await publishers.getByRole('article').getByText('It has been moved.').waitFor();
    const { page: theming } = await open('/docs/theming/');
    const button = theming.getByRole('button', { name: 'Post comment' });
    assert.equal(await button.evaluate((one) => getComputedStyle(one).backgroundColor), 'rgb(138, 21, 56)');
  });

  it('reads tables on a phone without scrolling sideways, each cell below its row with the name of its column', async () => {
    const { page } = await open('/docs/reference/', { width: 360 });
    const boxes = await page
      .locator('.wide')
      .evaluateAll((all) => all.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
    assert.ok(boxes.length > 5);
    assert.deepEqual(
      boxes.filter((beyond) => beyond > 0),
      [],
    );
    const row = page.getByRole('row').filter({ hasText: 'page-size' }).first();
    const cells = row.getByRole('cell').filter({ visible: true });
    const tops = await cells.evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().top));
    assert.equal(tops.length, 5);
    assert.deepEqual(
      tops,
      tops.toSorted((one, other) => one - other),
    );
    assert.equal(new Set(tops).size, tops.length);
    const label = (index: number): Promise<string> =>
      cells.nth(index).evaluate((cell) => getComputedStyle(cell, '::before').content);
    assert.match(await label(3), /^"?Default/);
    assert.match(await label(4), /^"?Meaning/);
  });

  it('finds the places with all the words, best first, and goes to a heading', async () => {
    const { page, problems } = await open('/docs/');
    await page.getByRole('searchbox', { name: 'Search' }).fill('trusted types');
    await page
      .getByRole('status')
      .filter({ hasText: /^(The best 20 of )?\d+ places for “trusted types”\.$/ })
      .waitFor();
    const results = page.getByRole('region', { name: 'Search results' });
    assert.ok((await results.getByRole('listitem').count()) > 2);
    for (const text of await results.getByRole('listitem').allTextContents())
      assert.match(text, /trusted|types|policy/i);
    await page.getByRole('searchbox', { name: 'Search' }).fill('the archive format');
    await results.getByRole('link', { name: 'The archive format' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${origin}/docs/publishers/#the-archive-format`);
    assert.deepEqual(problems, []);
  });

  it('hears that nothing was found, and empties the search with Escape', async () => {
    const { page } = await open('/docs/theming/', { width: 360 });
    const box = page.getByRole('searchbox', { name: 'Search' });
    await box.fill('zzyzx');
    await page.getByRole('status').filter({ hasText: 'Nothing has all the words of “zzyzx”.' }).waitFor();
    await box.press('Escape');
    await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent === '');
    assert.equal(await box.inputValue(), '');
  });

  it('goes back to the top from the middle of a long page, and is not offered it at the top', async () => {
    const { page } = await open('/docs/publishers/', { width: 360 });
    const link = page.getByRole('link', { name: 'Back to the top' });
    const isInView = (): Promise<boolean> =>
      link.evaluate((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
    await page.evaluate(() => scrollTo(0, 0));
    assert.equal(await isInView(), false);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
    assert.equal(await isInView(), true);
    await link.click();
    await page.waitForFunction(() => scrollY === 0);
  });

  it('comes to the states of the demo by the address that people guess', async () => {
    const { page } = await open('/demo/states.html?state=empty');
    await page.goto(`${origin}/states.html?state=closed`);
    assert.equal(page.url(), `${origin}/demo/states.html?state=closed`);
  });

  it('comes from the front page of the demo, and reads a source file as it is', async () => {
    const { page } = await open('/demo/states.html');
    await page.getByRole('link', { name: 'Docs' }).click();
    await page.waitForURL(`${origin}/docs/`);
    const response = await page.goto(`${origin}/docs/files/src/model/adapter.ts`);
    assert.match(response?.headers()['content-type'] ?? '', /^text\/plain/);
    assert.match((await response?.text()) ?? '', /^\/\*\*\n \* The contract/);
  });
});

/** Brings each section into view, which starts it, and waits for its comments. */
async function showLiveSections(page: BrowserPage): Promise<void> {
  for (const section of await page.locator('.live article-comments').all()) {
    await section.scrollIntoViewIfNeeded();
    await section.getByRole('article').first().waitFor();
  }
}

async function violationsOn(page: BrowserPage): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() => (globalThis as unknown as { axe: Axe }).axe.run());
  assert.ok(passes.length > 15, 'axe has found nothing to check');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
