/** Readers of the comments that the companion plugin prints, in a browser: without the script, and while it takes over. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { ALLOWED_TAGS } from '../../src/content/tidy-html.js';
import de from '../../src/locales/de.js';
import en from '../../src/locales/en.js';
import es from '../../src/locales/es.js';
import fa from '../../src/locales/fa.js';
import fr from '../../src/locales/fr.js';
import he from '../../src/locales/he.js';
import ja from '../../src/locales/ja.js';
import ko from '../../src/locales/ko.js';
import ptPT from '../../src/locales/pt-PT.js';
import th from '../../src/locales/th.js';
import zhHant from '../../src/locales/zh-Hant.js';
import { attacks, calloutHost, tripwire } from '../../test/support/attacks/attacks.js';
import { openBrowser } from '../../test/support/journeys/readers-browser.js';
import { layoutShifts, watchLayout } from '../../test/support/served/layout-shift.js';
import { type Insertion, publish } from './articles.js';
import { skipWithoutWordPress, startWordPress, type WordPressSite } from './wordpress-site.js';

const phone: BrowserContextOptions = { viewport: { width: 320, height: 640 }, hasTouch: true };
const desktop: BrowserContextOptions = { viewport: { width: 1100, height: 800 } };

/** Options of WordPress by the language that they set, and how that language calls "More". */
const languages = {
  English: { options: {}, more: en.more },
  German: { options: { WPLANG: 'de_DE', timezone_string: 'Europe/Berlin' }, more: de.more },
  French: { options: { WPLANG: 'fr_FR', timezone_string: 'Europe/Paris' }, more: fr.more },
  Spanish: { options: { WPLANG: 'es_ES', timezone_string: 'Europe/Madrid' }, more: es.more },
  Hebrew: { options: { WPLANG: 'he_IL', timezone_string: 'Asia/Jerusalem' }, more: he.more },
  Persian: { options: { WPLANG: 'fa_IR', timezone_string: 'Asia/Tehran' }, more: fa.more },
  Japanese: { options: { WPLANG: 'ja', timezone_string: 'Asia/Tokyo' }, more: ja.more },
  Korean: { options: { WPLANG: 'ko_KR', timezone_string: 'Asia/Seoul' }, more: ko.more },
  Thai: { options: { WPLANG: 'th', timezone_string: 'Asia/Bangkok' }, more: th.more },
  'Chinese of Taiwan': { options: { WPLANG: 'zh_TW', timezone_string: 'Asia/Taipei' }, more: zhHant.more },
  'Portuguese of Portugal': { options: { WPLANG: 'pt_PT_ao90', timezone_string: 'Europe/Lisbon' }, more: ptPT.more },
};

/** Enough for two pages. */
const long: readonly Insertion[] = [
  { text: 'The first comment', author: 'Rosa Winter' },
  { text: 'See https://example.com/report for the figures.', author: 'T. Okafor', parent: 0, user: 1 },
  { text: '<blockquote>quoted</blockquote><ul><li>one</li><li>two</li></ul><h3>Title</h3>', parent: 1 },
  { text: 'Below', parent: 2 },
  { text: 'Deeper than the indentation', author: 'A name of many words that needs a line of its own', parent: 3 },
  ...Array.from({ length: 26 }, (_, index) => ({
    text: `Comment ${index}. ${'The pier has been closed since spring. '.repeat(index % 5)}`,
    url: index % 2 ? 'https://example.org/' : '',
  })),
];

describe('readers of printed comments', { skip: skipWithoutWordPress() }, () => {
  let site: WordPressSite;
  let browser: Browser;
  before(async () => {
    site = await startWordPress({ plugin: 'on' });
    site.set({ guests: false });
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await site?.stop();
  });

  const open = async (options: BrowserContextOptions): Promise<Page> => (await browser.newContext(options)).newPage();

  it('lets readers read, follow a permalink and turn the page without JavaScript', async () => {
    const slug = await publish(site, long);
    const page = await open({ ...phone, javaScriptEnabled: false });
    await page.goto(`${site.url}/${slug}/`);
    assert.ok(await page.getByRole('heading', { name: 'Comments (31)' }).isVisible());
    assert.equal(await page.getByRole('article', { name: /^(Comment|Reply) by/ }).count(), 29);
    const reply = page.getByRole('article', { name: /^Reply by T. Okafor to Rosa Winter, Mar 28, 2026/ });
    assert.ok(await reply.getByRole('link', { name: 'https://example.com/report' }).isVisible());

    await page.getByRole('link', { name: /Comment 9|T\. Okafor’s comment/ }).click();
    await page.waitForURL(/#comment-\d+$/);
    assert.ok((await reply.boundingBox())!.y < 640);

    await page.getByRole('link', { name: 'in reply to Ada' }).click();
    await page.getByRole('link', { name: 'Load more comments' }).click();
    await page.waitForURL(/comments-page=2/);
    assert.ok(await page.getByText('Comment 25.').isVisible());
    assert.equal(await page.getByRole('link', { name: 'Load more comments' }).count(), 0);
    await page.context().close();
  });

  it('shows no controls, and only links that work, without JavaScript', async () => {
    const slug = await publish(site, long);
    const page = await open({ ...desktop, javaScriptEnabled: false });
    await page.goto(`${site.url}/${slug}/`);
    const section = page.locator('article-comments');
    for (const role of ['button', 'textbox', 'combobox', 'checkbox'] as const)
      assert.equal(await section.getByRole(role).count(), 0, role);
    for (const link of await section.getByRole('link').all()) {
      const href = (await link.getAttribute('href')) ?? '';
      assert.ok(href.startsWith('#') ? await page.locator(href).count() : URL.canParse(href), href);
    }
    assert.match((await section.textContent()) ?? '', /Writing a comment needs JavaScript\./);
    await page.context().close();
  });

  it('leads a permalink to the right page on a site that divides comments into pages', async () => {
    const slug = await publish(site, long);
    site.set({ guests: false, options: { page_comments: '1', comments_per_page: '10' } });
    const address = await site.run(`
        $comments = get_comments(['search' => 'Comment 15.', 'post_name' => '${slug}', 'number' => 1]);
        echo get_comment_link($comments[0]);`);
    const page = await open({ ...desktop, javaScriptEnabled: false });
    await page.goto(address);
    assert.match(address, /comment-page-2\/#comment-\d+$/);
    assert.ok(await page.getByText('Comment 15.').isVisible());
    await page.context().close();
    site.set({ guests: false });
  });

  /** Opens an article and holds back the script. The result lets it go, and waits until the section can be used. */
  async function openHeld(
    slug: string,
    size: BrowserContextOptions,
  ): Promise<{ page: Page; takeOver(more: string): Promise<void> }> {
    const page = await open(size);
    let release!: () => void;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/assets/article-comments.js*', async (route) => {
      await held;
      await route.continue();
    });
    await watchLayout(page);
    await page.goto(`${site.url}/${slug}/`, { waitUntil: 'commit' });
    await page.locator('article-comments > section').waitFor();
    // All of the page has come, and how it looks. It is not loaded: that waits for the script.
    await page.waitForFunction(() => {
      const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
      return document.readyState !== 'loading' && sheets.every(({ sheet }) => sheet);
    });
    return {
      page,
      async takeOver(more) {
        const refreshed = page.waitForResponse(/\/wp\/v2\/comments\?/);
        release();
        await page
          .getByRole('button', { name: new RegExp(`^${more}`) })
          .first()
          .waitFor();
        await refreshed;
      },
    };
  }

  /** Where each comment is in the window, and what the section says in its own words. */
  const shownIn = (page: Page): Promise<{ places: Record<string, number>; texts: string[] }> =>
    page.evaluate(() => {
      const element = document.querySelector('article-comments');
      const section = element?.querySelector('section') ?? null;
      const root = section?.checkVisibility() ? section : element?.shadowRoot;
      const rows = [...(root?.querySelectorAll('[id^="comment-"]') ?? [])];
      const texts = [...(root?.querySelectorAll('h2, time, article, [part~="policy"], [part~="note"]') ?? [])];
      return {
        places: Object.fromEntries(rows.map((row) => [row.id, Math.round(row.getBoundingClientRect().top)])),
        texts: texts.map((one) => (one.getAttribute('aria-label') ?? one.textContent).trim()),
      };
    });

  for (const [name, size] of Object.entries({ phone, desktop })) {
    for (const [language, { options, more }] of Object.entries(languages)) {
      it(`keeps printed comments as they are when the script takes over, on a ${name} in ${language}`, async () => {
        const slug = await publish(site, long);
        site.set({ guests: false, options });
        const { page, takeOver } = await openHeld(slug, size);
        await page.getByText('Comment 3.').scrollIntoViewIfNeeded();
        const before = await shownIn(page);
        assert.equal(Object.keys(before.places).length, 29);
        await takeOver(more);
        assert.deepEqual(await shownIn(page), before);
        assert.deepEqual(await layoutShifts(page), []);
        await page.context().close();
        site.set({ guests: false });
      });
    }
  }

  it('prints no attack from unfiltered HTML, even if the script does not load', async () => {
    const written = attacks.map(({ text }, index) => ({
      text: `${text}<p>End of ${index}</p>`,
      author: text.slice(0, 245),
      url: text.slice(0, 200),
    }));
    const slug = await publish(site, written);
    site.set({ guests: false, options: { page_comments: '1', comments_per_page: '95' } });
    const context = await browser.newContext(desktop);
    const page = await context.newPage();
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    await page.route('**/assets/article-comments.js*', (route) => route.abort());
    await context.exposeFunction(tripwire, () => requested.push(tripwire));
    const found: string[] = [];
    for (let number = 1; number <= Math.ceil(written.length / 95); number++) {
      await page.goto(`${site.url}/${slug}/comment-page-${number}/`);
      found.push(
        ...(await page.evaluate(() =>
          [...document.querySelectorAll('body *')].flatMap((element) => [
            element.closest('article-comments') ||
            element.matches('script, style, h1, link[rel=modulepreload][href*="/article-comments/assets/"]')
              ? ''
              : `outside ${element.tagName}`,
            element.matches('.ac-body *') ? element.localName : '',
            ...[...element.attributes].map(({ name }) =>
              element.matches('.ac-section *') ? `${element.localName} ${name}` : '',
            ),
          ]),
        )),
      );
    }
    // The database takes no invalid text.
    const stored = Number(await site.run(`echo get_page_by_path('${slug}', OBJECT, 'post')->comment_count;`));
    assert.ok(stored > written.length - 5);
    assert.equal(found.filter((one) => one === 'li id').length, stored);
    assert.deepEqual(
      requested.filter((one) => one === tripwire || one.includes(calloutHost)),
      [],
    );
    const tags = new Set(found.filter((one) => one && !one.includes(' ')));
    assert.deepEqual(
      [...tags].filter((tag) => !ALLOWED_TAGS.includes(tag)),
      [],
    );
    assert.deepEqual(
      found.filter((one) => / (on|style|src|srcdoc|form)|^outside/.test(one)),
      [],
    );
    await context.close();
    site.set({ guests: false });
  });
});
