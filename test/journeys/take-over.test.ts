/** The element takes the place of comments that a server has rendered, and nothing moves; without it they can be read all the same. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import ar from '../../src/locales/ar.js';
import type { Comment } from '../../src/model/adapter.js';
import { findChromium } from '../support/find-chromium.mjs';
import { type PublisherSite, startPublisherSite } from '../support/journeys/publisher-site.js';
import { conversation, HEAD, placesOf, servedPage, type ServedPageOptions } from '../support/journeys/served-page.js';
import { layoutShifts, watchLayout } from '../support/served/layout-shift.js';

const devices: Readonly<Record<string, BrowserContextOptions>> = {
  'a phone': { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true },
  'a desktop': { viewport: { width: 1100, height: 800 } },
};

const text = { comments: conversation('text') };

const withOwnBadges = (comment: Comment): Comment => ({
  ...comment,
  author: {
    name: 'Ada',
    ...comment.author,
    badges: [{ id: 'long', label: 'Winner of the readers’ photo contest ' + comment.id }, 'staff'],
  },
});

const kinds: Readonly<Record<string, ServedPageOptions>> = {
  'plain text': { backend: text },
  Markdown: { backend: { comments: conversation('markdown') } },
  HTML: { backend: { comments: conversation('html') } },
  'a closed discussion': { backend: { ...text, info: { state: 'closed' } } },
  'an empty discussion': { backend: { comments: [] } },
  'a page of more': {
    backend: { comments: conversation('text', 60) },
    render: { pageSize: 5 },
    attributes: 'page-size="5"',
  },
  'a long list': {
    backend: { comments: conversation('text', 200) },
    render: { pageSize: 1000 },
    attributes: 'page-size="1000"',
  },
  'a discussion in Arabic': { backend: text, messages: ar },
  'pictures of authors': { backend: text, render: { avatars: true }, attributes: 'avatars' },
  'badges of the backend’s own': { backend: { comments: conversation('text').map(withOwnBadges) } },
  'a policy and an address for reports': {
    backend: { ...text, without: ['report'] },
    render: { policyHref: '/rules', reportHref: 'mailto:editor@news.example' },
    attributes: 'policy-href="/rules" report-href="mailto:editor@news.example"',
  },
};

describe('comments that a server has rendered', () => {
  let site: PublisherSite;
  let browser: Browser;
  let shown = '';

  before(async () => {
    site = await startPublisherSite(() => shown, { head: HEAD });
    browser = await chromium.launch({ ...(await findChromium()), headless: true });
  });

  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

  after(async () => {
    await browser?.close();
    await site?.close();
  });

  const open = async (
    options: ServedPageOptions,
    device: BrowserContextOptions = {},
    address = '/pier',
  ): Promise<{ readonly page: Page; readonly letScriptCome: () => void }> => {
    shown = await servedPage(options);
    const context = await browser.newContext({ timezoneId: 'America/New_York', ...device });
    const page = await context.newPage();
    await watchLayout(page);
    let letScriptCome = (): void => undefined;
    const script = new Promise<void>((resolve) => (letScriptCome = resolve));
    await page.route('**/article-comments.js', async (route) => {
      await script;
      await route.continue();
    });
    await page.goto(site.origin + address, { waitUntil: 'commit' });
    await page.getByText('The footer').waitFor();
    if (device.javaScriptEnabled !== false) {
      await page.waitForFunction('[...document.styleSheets].some(({ href }) => href)');
      // In its next frame, the browser finds out which blocks of a long list are near the window.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    }
    return { page, letScriptCome };
  };

  /** The element's own heading takes the focus; the server's does not. */
  const isTakenOver = (page: Page): Promise<void> => page.locator('article-comments h2[tabindex]').waitFor();

  for (const [device, viewport] of Object.entries(devices)) {
    for (const [kind, options] of Object.entries(kinds)) {
      it(`keeps served comments in place on ${device}: ${kind}`, async () => {
        const { page, letScriptCome } = await open(options, viewport);
        const before = await placesOf(page);
        assert.equal(before.length > 0, kind !== 'an empty discussion');
        letScriptCome();
        await isTakenOver(page);
        assert.deepEqual(await placesOf(page), before);
        // What comes when the page is idle, and the answers of the backend.
        if (before.length > 0)
          await page
            .getByRole('button', { name: 'Skip to the end of comments' })
            .or(page.locator('.skip'))
            .first()
            .waitFor({ state: 'attached' });
        assert.deepEqual(await placesOf(page), before);
        assert.deepEqual(await layoutShifts(page), []);
      });
    }
  }

  for (const [device, viewport] of Object.entries(devices))
    it(`keeps served comments in place while they arrive tag by tag on ${device}`, async () => {
      const comments = conversation('markdown', 3).map(withOwnBadges);
      const info = {
        policy: { body: { format: 'text', value: 'Be kind.' } },
        message: { format: 'text', value: 'Closes at noon.' },
      } as const;
      shown = '<h1>The pier</h1>';
      const page = await (await browser.newContext(viewport)).newPage();
      await watchLayout(page);
      await page.route('**/article-comments.js', (route) => route.abort());
      await page.goto(site.origin + '/pier');
      const html = await servedPage({ backend: { comments, info }, render: { policyHref: '/rules', avatars: true } });
      const tags = html.slice(0, html.indexOf('<script')).split(/(?<=>)/);
      await page.evaluate(
        async ({ head, tags }) => {
          document.open();
          document.write(head);
          for (const tag of tags) {
            document.write(tag);
            await new Promise(requestAnimationFrame);
          }
        },
        { head: `<!doctype html>${HEAD}`, tags },
      );
      assert.ok(await page.getByText('Closes at noon.').isVisible());
      assert.deepEqual(await layoutShifts(page), []);
    });

  it('shows the same initials for a broken picture of an author as for none', async () => {
    const [first] = conversation('text', 1) as [Comment];
    const author = { name: 'Ada', avatar: `${site.origin}/no-such-picture.png` };
    const { page, letScriptCome } = await open({
      backend: { comments: [{ ...first, author }] },
      render: { avatars: true },
      attributes: 'avatars',
    });
    const isAsWithout = async (): Promise<void> => {
      const avatar = page.locator('[part=avatar]:visible');
      const picture = avatar.locator('img');
      while (!(await picture.evaluate((one) => (one as unknown as { complete: boolean }).complete)));
      // The browser smooths a round edge, and one between two pixels, a little differently each time.
      const look = async (): Promise<Buffer> => {
        const box = await avatar.boundingBox();
        assert.ok(box);
        const clip = { x: Math.ceil(box.x) + 1, y: Math.ceil(box.y) + 1, width: 28, height: 28 };
        return page.screenshot({ clip, style: '[part=avatar] { border: 0 !important; border-radius: 0 !important }' });
      };
      await picture.evaluate((one) => one.toggleAttribute('hidden', true));
      const without = await look();
      await picture.evaluate((one) => one.toggleAttribute('hidden', false));
      // The browser draws once more after it knows that the picture is broken.
      let isSame = false;
      for (let looks = 0; looks < 10 && !isSame; looks++) isSame = (await look()).equals(without);
      assert.ok(isSame, 'Something is drawn over the initials.');
    };
    await isAsWithout();
    letScriptCome();
    await isTakenOver(page);
    await isAsWithout();
  });

  it('keeps served comments in place without data', async () => {
    const { page, letScriptCome } = await open({ backend: text, hasData: false });
    const before = await placesOf(page);
    letScriptCome();
    await isTakenOver(page);
    assert.deepEqual(await placesOf(page), before);
    assert.deepEqual(await layoutShifts(page), []);
  });

  it('keeps served comments and fires an event if the code that takes over cannot be loaded', async () => {
    const { page, letScriptCome } = await open({ backend: text });
    const before = await placesOf(page);
    await page.route('**/served-*.js', (route) => route.abort());
    const kind = page.evaluate<string>(
      'new Promise((resolve) => document.addEventListener("comments-error", ({ error }) => resolve(error.kind)))',
    );
    const refused = page.waitForEvent('requestfailed');
    letScriptCome();
    await refused;
    assert.equal(await kind, 'network');
    assert.deepEqual(await placesOf(page), before);
  });

  it('lets readers reply to served comments as soon as the script has loaded', async () => {
    const { page, letScriptCome } = await open({ backend: text });
    assert.equal(await page.getByRole('button').count(), 0);
    letScriptCome();
    await page.getByRole('button', { name: 'Reply to Tom Arkwright' }).first().click();
    await page.getByRole('textbox', { name: 'Your reply to Tom Arkwright' }).waitFor();
  });

  for (const [kind, last] of [
    ['plain text', 'c12'],
    ['a long list', 'c150'],
  ] as const)
    it(`keeps a reader in the middle of served comments at the same pixel: ${kind}`, async () => {
      const { page, letScriptCome } = await open(kinds[kind]!, devices['a phone']);
      const top = (root: string): Promise<number> =>
        page.evaluate(`${root}.querySelector('#comment-${last}').getBoundingClientRect().top`);
      await page.evaluate(`document.querySelector('#comment-${last}').scrollIntoView()`);
      const before = await top('document');
      letScriptCome();
      await isTakenOver(page);
      const after = await top("document.querySelector('article-comments').shadowRoot");
      // Pages scroll by whole pixels of the screen.
      assert.ok(Math.abs(after - before) < 1, `It moved from ${before} to ${after}.`);
      assert.deepEqual(await layoutShifts(page), []);
    });

  describe('without JavaScript', () => {
    const withoutScript = { javaScriptEnabled: false };

    it('labels each served comment with its author and a heading without JavaScript', async () => {
      const { page } = await open({ backend: { comments: conversation('html', 7) } }, withoutScript);
      const names = await page
        .getByRole('article')
        .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
      assert.equal(names.filter((name) => /^(Comment|Reply) by /.test(name ?? '')).length, 7);
      assert.equal(await page.getByRole('heading', { name: 'Comments (7)', level: 2 }).count(), 1);
      assert.equal(await page.getByRole('heading', { level: 3 }).count(), 7);
    });

    it('shows no control that does nothing without JavaScript', async () => {
      const { page } = await open({ backend: text }, withoutScript);
      for (const role of ['button', 'textbox', 'combobox'] as const)
        assert.equal(await page.getByRole(role).count(), 0);
      for (const words of ['Reply', 'More', 'Report as abuse'])
        assert.equal(
          await page.locator('.ac-list').getByText(words, { exact: true }).filter({ visible: true }).count(),
          0,
        );
    });

    it('leads to a served comment by its permalink without JavaScript', async () => {
      const { page } = await open({ backend: text }, withoutScript);
      const permalink = page.locator('#comment-c12').getByRole('link', { name: /2026/ });
      await permalink.click();
      await page.waitForURL(/#comment-c12$/);
      const comment = page.locator('#comment-c12');
      const box = await comment.boundingBox();
      // Room for a sticky header, as in the element itself.
      const margin = await comment.evaluate((row) => parseFloat(getComputedStyle(row).scrollMarginBlockStart));
      assert.ok(margin < 70 && box && Math.abs(box.y - margin) < 2, `The comment is ${box?.y} px from the top.`);
    });

    it('links to the report address and to the next page without JavaScript', async () => {
      const { page } = await open(
        {
          backend: { comments: conversation('text', 60), without: ['report'] },
          render: {
            pageSize: 5,
            reportHref: 'mailto:editor@news.example',
            nextHref: (cursor) => `/pier?after=${cursor}`,
          },
        },
        withoutScript,
      );
      const report = page.locator('#comment-c0').getByRole('link', { name: /^Report as abuse/ });
      assert.match((await report.getAttribute('href')) ?? '', /^mailto:editor@news\.example\?body=.*%23comment-c0$/);
      await page.getByRole('link', { name: 'Load more comments' }).click();
      await page.waitForURL(/\/pier\?after=/);
    });
  });
});
