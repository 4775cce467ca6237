/** A reader reloads the page, or leaves it and comes back: they are at the comment where they were. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from '../support/find-chromium.mjs';
import {
  isBackAt,
  longPage,
  type LongPageOptions,
  putSection,
  scrollTo,
  SECTION_TOP,
  settled,
  stands,
  topOf,
  watchFrames,
} from '../support/journeys/long-page.js';
import { startPublisherSite, type PublisherSite } from '../support/journeys/publisher-site.js';

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1100, height: 800 };

describe('coming back to the page', () => {
  let site: PublisherSite;
  let browser: Browser;
  let shown: LongPageOptions;

  before(async () => {
    site = await startPublisherSite((path) => (path === '/pier' ? longPage(shown) : `<a href="/pier">The pier</a>`));
    browser = await chromium.launch({ ...(await findChromium()), headless: true });
  });

  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

  after(async () => {
    await browser?.close();
    await site?.close();
  });

  const open = async (options: LongPageOptions, viewport = DESKTOP, address = '/pier'): Promise<Page> => {
    shown = options;
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    await watchFrames(page);
    await page.goto(site.origin + address);
    if (options.isLate) await putSection(page);
    const section = page.locator('article-comments');
    // It loads nothing before a reader comes near. Then they go back to the article.
    await section.scrollIntoViewIfNeeded();
    await section.getByRole('heading', { name: /^Comments/ }).waitFor();
    await page.evaluate('scrollTo(0, 0)');
    return page;
  };

  for (const [device, viewport] of [
    ['a phone', PHONE],
    ['a desktop', DESKTOP],
  ] as const) {
    it(`returns to the comment after a reload on ${device}`, async () => {
      const page = await open({ count: 60 }, viewport);
      await scrollTo(page, 18, 130);
      await page.reload();
      await isBackAt(page, 18, 130);
    });

    it(`returns to the comment with the Back button on ${device}`, async () => {
      const page = await open({ count: 60 }, viewport);
      await scrollTo(page, 12, -20);
      await page.goto(`${site.origin}/elsewhere`);
      await page.goBack();
      await isBackAt(page, 12, -20);
    });

    it(`loads as many comments again and returns to the comment on ${device}`, async () => {
      const page = await open({ count: 60 }, viewport);
      await scrollTo(page, 25, 200);
      await page.getByRole('button', { name: 'Load more comments' }).click();
      await scrollTo(page, 41, 90);
      await page.reload();
      await isBackAt(page, 41, 90);
      assert.notEqual(await topOf(page, 50), undefined, 'what had been loaded is there again');
    });

    it(`returns to the comment below newer ones that were posted since on ${device}`, async () => {
      const page = await open({ count: 60, attributes: 'order=newest' }, viewport);
      await scrollTo(page, 44, 60);
      shown = { ...shown, count: 63 };
      await page.reload();
      await isBackAt(page, 44, 60);
    });
  }

  it('returns to the comment when a framework adds the section late', async () => {
    const page = await open({ count: 60, isLate: true });
    await scrollTo(page, 9, 100);
    await page.reload();
    // Until there is a section, the page is too short to be anywhere else than at its end.
    await page.waitForFunction(() => scrollY > 0 && Math.ceil(scrollY + innerHeight) >= document.body.scrollHeight);
    await putSection(page);
    await stands(page, 9, 100);
  });

  it('returns to the comment after the browser has discarded the page to save memory', async () => {
    const page = await open({ count: 60 });
    await scrollTo(page, 18, 130);
    await page.addInitScript('Object.defineProperty(Document.prototype, "wasDiscarded", { value: true })');
    await page.goto(`${site.origin}/pier`);
    await stands(page, 18, 130);
  });

  it('returns to the comment in the order that the reader had chosen', async () => {
    const page = await open({ count: 60 });
    await scrollTo(page, 1, 300);
    await page.getByRole('combobox').selectOption('newest');
    await scrollTo(page, 48, 150);
    await page.reload();
    await isBackAt(page, 48, 150);
  });

  it('returns to a linked comment beyond the first page of the list', async () => {
    const page = await open({ count: 60, attributes: 'page-size=10' }, DESKTOP, '/pier#comment-c33');
    await page.locator('#comment-c33 > article:focus').waitFor();
    await scrollTo(page, 33, 620);
    await page.reload();
    await isBackAt(page, 33, 620);
  });

  it('returns to where the reader had gone after following a link, not to its comment', async () => {
    const page = await open({ count: 60 }, DESKTOP, '/pier#comment-c20');
    await page.locator('#comment-c20 > article:focus').waitFor();
    await scrollTo(page, 7, 80);
    await page.reload();
    await isBackAt(page, 7, 80);
    await page.locator('#comment-c20 > article[aria-current=true]').waitFor({ state: 'attached' });
    await stands(page, 7, 80);
    assert.equal(await page.locator('article-comments :focus').count(), 0, 'the focus does not move');
    // A link that is followed now leads there again.
    await page.evaluate('location.hash = "comment-c3"');
    await page.locator('#comment-c3 > article:focus').waitFor();
    await page.evaluate('location.hash = "comment-c20"');
    await page.locator('#comment-c20 > article:focus').waitFor();
  });

  it('stays where the reader has gone in the meantime', async () => {
    const page = await open({ count: 60, delay: 400, attributes: 'loading=eager' });
    await scrollTo(page, 18, 130);
    await page.reload({ waitUntil: 'load' });
    await page.mouse.wheel(0, -20_000);
    await page.locator('#comment-c18').waitFor({ state: 'attached' });
    await settled(page);
    assert.equal(await page.evaluate('scrollY'), 0);
  });

  it('returns to the beginning of the comments if the comment is gone', async () => {
    const page = await open({ count: 60 });
    await scrollTo(page, 18, -5);
    shown = { ...shown, gone: [18] };
    await page.reload();
    await page.locator('#comment-c1').waitFor({ state: 'attached' });
    await settled(page);
    assert.ok(Math.abs(await page.evaluate(SECTION_TOP)) <= 1);
  });

  it('leaves a reader of the article where the browser takes them', async () => {
    const page = await open({ count: 60, attributes: 'loading=eager' });
    await page.locator('#comment-c18').waitFor({ state: 'attached' });
    await page.mouse.move(500, 400);
    await page.mouse.wheel(0, 700);
    await page.waitForFunction('scrollY === 700');
    await page.reload();
    await page.locator('#comment-c18').waitFor({ state: 'attached' });
    await settled(page);
    assert.equal(await page.evaluate('scrollY'), 700);
    assert.equal(await page.evaluate('history.scrollRestoration'), 'auto');
  });

  it('leaves a reader who comes by a link at the top of the page', async () => {
    const page = await open({ count: 60, attributes: 'loading=eager' });
    await scrollTo(page, 18, 130);
    await page.goto(`${site.origin}/elsewhere`);
    await page.getByRole('link', { name: 'The pier' }).click();
    await page.locator('#comment-c18').waitFor({ state: 'attached' });
    await settled(page);
    assert.equal(await page.evaluate('scrollY'), 0);
  });

  it('leaves the restoring of scroll positions to the browser afterwards, for the publisher’s pages', async () => {
    const page = await open({ count: 60 });
    await scrollTo(page, 18, 130);
    await page.reload();
    await isBackAt(page, 18, 130);
    assert.equal(await page.evaluate('history.scrollRestoration'), 'manual');
    await page.mouse.wheel(0, 10);
    await page.waitForFunction('history.scrollRestoration === "auto"');
  });
});
