/** The demo's pages come with their comments: readers have them whatever becomes of the script. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, describe, it, mock } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startPages } from '../../demo/pages-server.mjs';
import { serveFrontPage } from '../../demo/rendering/serve-front-page.mjs';
import { readConfig } from '../../demo/server/config.js';
import { startDemo } from '../../demo/start-demo.mjs';
import { launchChromium } from '../support/launch-chromium.mjs';
import type { ArticleJsonLd } from '../../src/server.js';
import { layoutShift, watchLayout } from '../support/served/layout-shift.js';

const PHONE = { viewport: { width: 360, height: 740 } };
const DESKTOP = { viewport: { width: 1100, height: 800 } };

describe('the pages of the demo', () => {
  let demo: Awaited<ReturnType<typeof startDemo>>;
  let browser: Browser;

  before(async () => {
    // A page waits a second and a half for its comments, and then comes without them. A busy machine may need longer.
    const { timeout } = AbortSignal;
    mock.method(AbortSignal, 'timeout', (milliseconds: number) => timeout.call(AbortSignal, milliseconds * 40));
    const config = { ...readConfig({ DEMO_SIGN_IN: '1' }, 0), database: { kind: 'pglite' } as const };
    demo = await startDemo(config, { delay: 1000 });
    browser = await launchChromium();
  });
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  after(async () => {
    await browser?.close();
    await demo?.close();
    mock.restoreAll();
  });

  /** Resolves as soon as the page begins to come. */
  const open = async (
    address: string,
    options: BrowserContextOptions = DESKTOP,
    prepare: (page: Page) => Promise<unknown> = () => Promise.resolve(),
  ): Promise<Page> => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    if (options.javaScriptEnabled !== false) await watchLayout(page);
    await prepare(page);
    await page.goto(demo.origin + address, { waitUntil: 'commit' });
    return page;
  };

  const isTakenOver = (page: Page): Promise<void> => page.getByRole('textbox', { name: 'Your comment' }).waitFor();

  describe('the front page', () => {
    it('has its comments without scripts', async () => {
      const page = await open('/demo/', { ...PHONE, javaScriptEnabled: false });
      await page.getByRole('heading', { name: /^Comments \(\d+\)$/ }).waitFor();
      await page.getByRole('article', { name: /^Comment by Rosalind/ }).waitFor();
      assert.equal(await page.getByText('The comments need JavaScript.').count(), 0);
    });

    it('tells search engines about them', async () => {
      const page = await open('/demo/', { javaScriptEnabled: false });
      // A script that is still coming has the beginning of its text.
      await page.waitForLoadState();
      const text = await page.locator('head script[type="application/ld+json"]').textContent();
      const { '@type': type, mainEntityOfPage, comment } = JSON.parse(text ?? '') as ArticleJsonLd;
      assert.equal(type, 'NewsArticle');
      assert.equal(mainEntityOfPage, `${demo.origin}/demo/`);
      assert.match(JSON.stringify(comment), /I worked on the last ferry/);
    });

    it('hands them over to the element', async () => {
      const page = await open('/demo/#discussion');
      await isTakenOver(page);
      assert.equal(await page.locator('article-comments').getByRole('article').first().isVisible(), true);
    });
  });

  describe('the page "Rendered on a server"', () => {
    for (const [device, options] of [
      ['a phone', PHONE],
      ['a desktop', DESKTOP],
    ] as const)
      it(`can be read before the script comes, and does not move when it does, on ${device}`, async () => {
        // The server holds the script back, but it does not know when the page has been looked at.
        let letScriptCome = (): void => undefined;
        const hasBeenRead = new Promise<void>((resolve) => (letScriptCome = resolve));
        const page = await open('/demo/served.html?dress=late#comments', options, (page) =>
          page.route('**/rendering/late.js', async (route) => {
            await hasBeenRead;
            await route.continue();
          }),
        );
        await page.getByRole('article', { name: /^Comment by Rosalind/ }).waitFor();
        assert.equal(await page.getByRole('textbox').count(), 0);
        letScriptCome();
        await isTakenOver(page);
        assert.equal(await layoutShift(page), 0);
        assert.equal(await page.locator('#violations').innerText(), 'nothing that a script could tell');
      });

    it('can be read where the policy blocks scripts', async () => {
      const page = await open('/demo/served.html?dress=blocked');
      await page.getByRole('article', { name: /^Comment by Rosalind/ }).waitFor();
      await page.getByRole('link', { name: 'Load more comments' }).click();
      await page.waitForURL(/dress=blocked&comments=/);
      await page
        .getByRole('article', { name: /^Comment by/ })
        .first()
        .waitFor();
      assert.equal(await page.getByRole('article', { name: /^Comment by Rosalind/ }).count(), 0);
      assert.equal(await page.getByRole('button').count(), 0);
    });

    for (const [how, address, options] of [
      ['where scripts are turned off', '/demo/served.html', { ...PHONE, javaScriptEnabled: false }],
      ['in a sandbox without scripts', '/demo/served.html?dress=off', PHONE],
    ] as const)
      it(`keeps no place for what needs scripts ${how}`, async () => {
        const page = await open(address, options);
        // What is to be seen is known once the style sheets are there.
        await page.waitForLoadState();
        const comment = page.getByRole('article', { name: /^Comment by Rosalind/ });
        await comment.getByText('My stall would be one of the forty').waitFor();
        const places = page.locator('[data-words], .ac-composer-space');
        assert.ok((await places.count()) > 0);
        for (const place of await places.all()) assert.equal(await place.boundingBox(), null);
        for (const item of await page.locator('#comments').getByRole('listitem').all())
          assert.ok(await item.innerText());
      });

    it('leads to a comment by its time without scripts', async () => {
      const page = await open('/demo/served.html', { javaScriptEnabled: false });
      await page.getByRole('link', { name: /Rosalind.*comment$/ }).click();
      await page.waitForURL(/#comment-rosalind-1$/);
      assert.match(await page.locator(':target').innerText(), /My stall would be one of the forty/);
    });
  });

  describe('while the backend is silent', () => {
    let silent: Server;
    let pages: Awaited<ReturnType<typeof startPages>>;
    let origin: string;

    before(async () => {
      mock.restoreAll();
      silent = createServer(() => undefined).listen(0, '127.0.0.1');
      await once(silent, 'listening');
      const { port } = silent.address() as AddressInfo;
      pages = await startPages({ port: 0, middleware: [serveFrontPage(() => `http://127.0.0.1:${port}`)] });
      origin = pages.origin;
    });
    after(async () => {
      silent.closeAllConnections();
      silent.close();
      await pages.stop();
    });

    it('serves the article without them', async () => {
      // Well before the adapter gives up by itself, after fifteen seconds.
      const response = await fetch(`${origin}/demo/`, { signal: AbortSignal.timeout(12_000) });
      const text = await response.text();
      assert.equal(response.status, 200);
      assert.match(text, /City to rebuild the old ferry pier/);
      assert.match(text, /The comments need JavaScript\./);
      assert.doesNotMatch(text, /ac-row/);
    });
  });
});
