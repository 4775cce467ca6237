/** The file of the script tag in a browser: what it requests when, on pages as publishers and frameworks write them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { moduleName } from '../support/built-files.mjs';
import { launchChromium } from '../support/launch-chromium.mjs';
import { conversation } from '../support/visit-pages.mjs';

const folder = join(import.meta.dirname, '..', '..', 'dist', 'cdn');
const section = (attributes = '') =>
  `<article-comments backend="http" src="/api" discussion="pier" ${attributes}></article-comments>`;
const count = '<comment-count backend="http" src="/api" discussion="pier"></comment-count>';

const answers = {
  '/api/discussion': {
    discussion: { state: 'open', viewer: { state: 'anonymous' } },
    page: { items: conversation(), total: 2 },
    offers: { operations: ['countComments'], sorts: ['oldest', 'newest'] },
  },
  '/api/counts': { counts: { pier: 2 } },
};

describe('the loader', () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser.close());

  /**
   * Opens a page with the script tag. `hold`: resolves to whether the file of this name, without hash, may be answered.
   */
  async function open(markup, { hold = async () => true, script = '' } = {}) {
    const context = await browser.newContext({ viewport: { width: 800, height: 600 } });
    const page = await context.newPage();
    const requested = [];
    const errors = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pier</title><link rel="icon" href="data:,">
      <script type="module" src="/cdn/article-comments.js"></script><body>${markup}<script type="module">${script}</script>`;
    await page.route('**/*', async (route) => {
      const { pathname } = new URL(route.request().url());
      if (answers[pathname]) {
        requested.push(pathname);
        return route.fulfill({ json: answers[pathname] });
      }
      if (!pathname.startsWith('/cdn/')) return route.fulfill({ contentType: 'text/html', body: html });
      const name = basename(pathname);
      requested.push(moduleName(name));
      if (!(await hold(moduleName(name)))) return route.abort();
      return route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(folder, name)) });
    });
    await page.goto('http://pier.example/');
    const times = (name) => requested.filter((one) => one === name).length;
    const shows = async (text) => {
      await page.getByText(text).first().waitFor();
      assert.ok(await page.getByText(text).first().isVisible(), text);
    };
    return { page, context, requested, errors, times, shows };
  }

  const text = 'The pier was there before the road.';

  it('is at most 2 kB, and imports nothing statically', () => {
    const code = readFileSync(join(folder, 'article-comments.js'), 'utf8');
    assert.doesNotMatch(code, /(?:import|from)\s*["']/);
    assert.ok(brotliCompressSync(code).length <= 2000);
  });

  it('requests the comments while the section is still loading, and nothing twice', async () => {
    const { promise: isRequested, resolve } = deferred();
    const visit = await open(section(), {
      hold: async (name) => name !== 'section' || isRequested,
    });
    await visit.page.waitForResponse('**/api/discussion*');
    assert.equal(visit.times('section'), 1);
    assert.equal(await visit.page.locator('article-comments:defined').count(), 0);
    resolve(true);
    await visit.shows(text);
    for (const name of ['/api/discussion', 'http', 'section', 'start', 'base'])
      assert.equal(visit.times(name), 1, name);
    assert.deepEqual(visit.errors, []);
    await visit.context.close();
  });

  it('waits with the request until the section is near the viewport', async () => {
    const visit = await open(`<div style="height: 5000px"></div>${section()}`);
    await visit.page.locator('article-comments:defined').waitFor({ state: 'attached' });
    // Observers hear in the order in which they were made: the section's own has heard before.
    await visit.page
      .locator('article-comments')
      .evaluate((element) => new Promise((resolve) => new IntersectionObserver(resolve).observe(element)));
    assert.equal(visit.times('/api/discussion'), 0);
    await visit.page.evaluate(() => scrollTo(0, 5000));
    await visit.shows(text);
    assert.equal(visit.times('/api/discussion'), 1);
    await visit.context.close();
  });

  it('lets two sections and a count share what they load', async () => {
    const visit = await open(`${section()}${section('id="other"').replace('pier', 'pier-2')}${count}`);
    await visit.page.locator('#other').getByText(text).first().waitFor();
    await visit.shows('2 comments');
    assert.equal(visit.times('/api/discussion'), 2);
    for (const name of ['http', 'section', 'base']) assert.equal(visit.times(name), 1, name);
    await visit.context.close();
  });

  it('takes what a script sets on the element before its class is loaded', async () => {
    const script = `import { adapters } from '/cdn/article-comments.js';
      document.querySelector('article-comments').pageSize = 5;
      document.querySelector('article-comments').adapter = await adapters.http({ src: '/api' });`;
    const visit = await open('<article-comments discussion="pier"></article-comments>', { script });
    await visit.shows(text);
    assert.equal(await visit.page.evaluate(() => document.querySelector('article-comments').pageSize), 5);
    assert.equal(visit.times('/api/discussion'), 1);
    await visit.context.close();
  });

  it('loads a section that is added later', async () => {
    const visit = await open(count);
    await visit.shows('2 comments');
    assert.equal(visit.times('section'), 0);
    await visit.page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), section());
    await visit.shows(text);
    await visit.context.close();
  });

  it('loads all classes for tags that only the shadow root of another element holds', async () => {
    const script = `document.querySelector('div').attachShadow({ mode: 'open' }).innerHTML = '${section()}';`;
    const visit = await open('<div></div>', { script });
    await visit.shows(text);
    await visit.context.close();
  });

  it('tries again when the network is back, and shows what the page has until then', async () => {
    let isOnline = false;
    const visit = await open(section().replace('></', '><p>Read them here</p></'), {
      hold: async (name) => name !== 'section' || isOnline,
    });
    await visit.page.waitForEvent('requestfailed');
    await visit.shows('Read them here');
    isOnline = true;
    await visit.context.setOffline(true);
    await visit.context.setOffline(false);
    await visit.shows(text);
    await visit.context.close();
  });
});

function deferred() {
  let resolve;
  const promise = new Promise((settle) => (resolve = settle));
  return { promise, resolve };
}
