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
  '/api/comments': { items: conversation(), total: 2 },
  '/api/counts': { counts: { pier: 2 } },
};

/** The status of an address that fails. */
const failures = { '/broken/counts': 503 };

describe('the loader', () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser.close());

  /**
   * Opens a page with the script tag. `hold`: resolves to whether the file of this name, without hash, may be answered.
   */
  async function open(
    markup,
    { hold = async () => true, script = '', hash = '', lang = 'en', entry = 'article-comments' } = {},
  ) {
    const context = await browser.newContext({ viewport: { width: 800, height: 600 } });
    const page = await context.newPage();
    const visit = { hold, requested: [], queries: [], tokens: [], errors: [] };
    const { requested, tokens, errors } = visit;
    page.on('pageerror', ({ message }) => errors.push(message));
    const tag = entry === 'none' ? '' : `<script type="module" src="/cdn/${entry}.js"></script>`;
    const html = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Pier</title><link rel="icon" href="data:,">
      ${tag}<body>${markup}<script type="module">${script}</script>`;
    await page.route('**/*', async (route) => {
      const { pathname, search } = new URL(route.request().url());
      if (answers[pathname]) {
        requested.push(pathname);
        visit.queries.push(search);
        const { authorization } = route.request().headers();
        if (authorization) tokens.push(authorization);
        return route.fulfill({ json: answers[pathname] });
      }
      if (failures[pathname]) {
        requested.push(pathname);
        return route.fulfill({ status: failures[pathname] });
      }
      if (!pathname.startsWith('/cdn/')) return route.fulfill({ contentType: 'text/html', body: html });
      const name = basename(pathname);
      requested.push(moduleName(name));
      if (!(await visit.hold(moduleName(name)))) return route.abort();
      return route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(folder, name)) });
    });
    await page.goto(`http://pier.example/${hash}`);
    const times = (name) => requested.filter((one) => one === name).length;
    const shows = async (text) => {
      await page.getByText(text).first().waitFor();
      assert.ok(await page.getByText(text).first().isVisible(), text);
    };
    return Object.assign(visit, { page, context, times, shows });
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
    for (const name of ['/api/discussion', 'http', 'section', 'base']) assert.equal(visit.times(name), 1, name);
    assert.deepEqual(visit.errors, []);
    await visit.context.close();
  });

  it('leaves the first calls to an element that has got its class before', async () => {
    const { promise: isDefined, resolve } = deferred();
    const visit = await open(section().replace('"pier"', '"other"') + count, {
      hold: async (name) => name !== 'base' || isDefined,
    });
    await visit.page.evaluate(() => customElements.define('article-comments', class extends HTMLElement {}));
    resolve(true);
    await visit.shows('2 comments');
    assert.equal(visit.times('base'), 1);
    assert.equal(visit.times('/api/discussion'), 0);
    await visit.context.close();
  });

  /** Resolves when the script has seen where the elements of the page are. Its observer hears before one that is made later. */
  const isObserved = ({ page }) =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          const observe = () => new IntersectionObserver(resolve).observe(document.querySelector('article-comments'));
          if (document.readyState === 'complete') observe();
          else addEventListener('load', () => setTimeout(observe));
        }),
    );

  const article = '<p>Up</p><div style="height: 5000px"></div>';

  it('loads nothing else for a reader who never reaches the section', async () => {
    const visit = await open(`${article}${section()}`);
    await isObserved(visit);
    await visit.page.evaluate(() => scrollTo(0, 3000));
    await isObserved(visit);
    assert.deepEqual(visit.requested, ['article-comments.js']);
    assert.deepEqual(visit.errors, []);
    await visit.context.close();
  });

  it('loads a count that is near, and not the section below the article', async () => {
    const visit = await open(`${count}${article}${section('id="below"').replace('"pier"', '"other"')}`);
    await visit.shows('2 comments');
    assert.equal(visit.times('section') + visit.times('/api/discussion'), 0);
    await visit.context.close();
  });

  const ways = {
    'scrolls within two screens of it': { move: (page) => page.evaluate(() => scrollTo(0, 3500)) },
    'presses End': { move: (page) => page.keyboard.press('End') },
    'follows a link to it': { move: (page) => page.getByRole('link', { name: 'Read the comments' }).click() },
    'follows a link to a comment': { move: (page) => page.evaluate(() => (location.hash = '#comment-2')) },
  };
  for (const [way, { move }] of Object.entries(ways))
    it(`shows the comments once the reader ${way}`, async () => {
      const visit = await open(`<a href="#below">Read the comments</a>${article}${section('id="below"')}`);
      await isObserved(visit);
      assert.equal(visit.times('section'), 0);
      await move(visit.page);
      await visit.shows(text);
      for (const name of ['/api/discussion', 'http', 'section', 'base']) assert.equal(visit.times(name), 1, name);
      await visit.context.close();
    });

  const beginnings = {
    'the page wants it to': { markup: section('loading="eager"') },
    'a script wants it to': {
      markup: section(),
      script: "document.querySelector('article-comments').setAttribute('loading', 'eager')",
    },
    'the address names a comment': { markup: section(), hash: '#comment-2' },
    'the address names a comment to report': { markup: section(), hash: '#report-2' },
    'a server has rendered it': { markup: section().replace('></', '><section part="section">Served</section></') },
  };
  for (const [beginning, { markup, ...options }] of Object.entries(beginnings))
    it(`starts a section below the article at once if ${beginning}`, async () => {
      const visit = await open(`${article}${markup}`, options);
      await visit.page.locator('article-comments:defined').waitFor({ state: 'attached' });
      assert.equal(visit.times('section'), 1);
      await visit.context.close();
    });

  it('starts at once when the reader comes back to the comments, and reserves their space', async () => {
    const visit = await open(`${article}${section()}`);
    await isObserved(visit);
    await visit.page.evaluate(() => scrollTo(0, 6000));
    await visit.shows(text);
    const height = () => visit.page.locator('article-comments').evaluate(({ offsetHeight }) => offsetHeight);
    const before = await height();
    const { promise: isMeasured, resolve: measured } = deferred();
    visit.hold = async (name) => name !== 'section' || isMeasured;
    await visit.page.reload();
    assert.equal(await visit.page.locator('article-comments:not(:defined)').count(), 1);
    assert.equal(await height(), before);
    measured(true);
    await visit.shows(text);
    await visit.context.close();
  });

  it('reserves no space of a section on another page', async () => {
    const visit = await open(`${article}${section()}`, {
      script: `sessionStorage.setItem('article-comments:place:["quay","http://pier.example/quay"]', '{"height":4321}')`,
    });
    await isObserved(visit);
    await visit.page.reload();
    await isObserved(visit);
    assert.deepEqual(visit.requested, ['article-comments.js', 'article-comments.js']);
    const height = await visit.page.locator('article-comments').evaluate(({ offsetHeight }) => offsetHeight);
    assert.equal(height, 960);
    await visit.context.close();
  });

  it('reserves space for a section that has not started, unless the page does', async () => {
    const style = '<style>article-comments:not(:defined) { min-block-size: 100px }</style>';
    const heights = [];
    for (const markup of [section(), style + section()]) {
      const visit = await open(`${article}${markup}`);
      await isObserved(visit);
      heights.push(await visit.page.locator('article-comments').evaluate(({ offsetHeight }) => offsetHeight));
      await visit.context.close();
    }
    assert.deepEqual(heights, [960, 100]);
  });

  it('prints nothing in place of a section that has not started', async () => {
    const visit = await open(`${article}${section()}`);
    await isObserved(visit);
    await visit.page.emulateMedia({ media: 'print' });
    assert.equal(await visit.page.locator('article-comments').evaluate(({ offsetHeight }) => offsetHeight), 0);
    await visit.context.close();
  });

  const hiding = {
    'until it is defined': ':not(:defined) { display: none }',
    'by its name until it is defined': 'article-comments:not(:defined) { display: none }',
  };
  for (const [name, style] of Object.entries(hiding))
    it(`starts a section that the page hides ${name}`, async () => {
      const visit = await open(`<style>${style}</style>${section()}`);
      await visit.shows(text);
      await visit.context.close();
    });

  const hidden = {
    'in a part of the page that is hidden': `<div hidden>${section()}</div>`,
    'that is hidden itself': section('hidden'),
    'in closed details': `<details><summary>Comments</summary>${section()}</details>`,
  };
  for (const [name, markup] of Object.entries(hidden))
    it(`waits with a section ${name} until it is shown`, async () => {
      const visit = await open(markup);
      await isObserved(visit);
      assert.deepEqual(visit.requested, ['article-comments.js']);
      await visit.page.evaluate(() => {
        for (const element of document.querySelectorAll('[hidden]')) element.hidden = false;
        document.querySelector('details')?.setAttribute('open', '');
      });
      await visit.shows(text);
      await visit.context.close();
    });

  it('loads nothing when an app leaves an article whose section was never near', async () => {
    const visit = await open(`${article}${section()}`);
    await isObserved(visit);
    await visit.page.evaluate(() => {
      const { promise, resolve } = Promise.withResolvers();
      const leave = () => {
        document.querySelector('article-comments').remove();
        setTimeout(resolve);
      };
      if (document.readyState === 'complete') leave();
      else addEventListener('load', leave);
      return promise;
    });
    await visit.page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    assert.deepEqual(visit.requested, ['article-comments.js']);
    await visit.context.close();
  });

  for (const stored of ['null', '{"height":', '{}'])
    it(`starts where another script has stored ${stored} as the place of the reader`, async () => {
      const visit = await open(`${article}${section()}`, {
        script: `sessionStorage.setItem('article-comments:place:["pier","http://pier.example/"]', '${stored}')`,
      });
      await isObserved(visit);
      await visit.page.reload();
      await visit.page.keyboard.press('End');
      await visit.shows(text);
      assert.deepEqual(visit.errors, []);
      await visit.context.close();
    });

  it('starts at once for a reader who has signed in to vote, even if an app adds the script late', async () => {
    const visit = await open(`${article}${section()}`, {
      entry: 'none',
      script: `sessionStorage.setItem('article-comments:vote:pier', '{}');
        addEventListener('load', () => setTimeout(() => {
          document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: '/cdn/article-comments.js' }));
        }));`,
    });
    await visit.page.locator('article-comments:defined').waitFor({ state: 'attached' });
    assert.equal(visit.times('section'), 1);
    await visit.context.close();
  });

  const queries = (visit) => visit.queries.map((query) => Object.fromEntries(new URLSearchParams(query)));

  it('asks first for what the attributes of a section say', async () => {
    const { promise: isRequested, resolve } = deferred();
    const visit = await open(section('page-size="7" order="newest"'), {
      hold: async (name) => name !== 'section' || isRequested,
    });
    await visit.page.waitForResponse('**/api/discussion*');
    resolve(true);
    await visit.shows(text);
    const [{ discussion, sort, limit, title, url }, ...others] = queries(visit);
    assert.deepEqual(
      { discussion, sort, limit, title, url },
      { discussion: 'pier', sort: 'newest', limit: '7', title: 'Pier', url: 'http://pier.example/' },
    );
    assert.deepEqual(others, []);
    await visit.context.close();
  });

  for (const [size, limit] of [
    ['abc', '25'],
    ['0', '25'],
    ['1000', '100'],
  ])
    it(`asks first for ${limit} comments with page-size="${size}", as the section does`, async () => {
      const visit = await open(section(`page-size="${size}"`));
      await visit.shows(text);
      assert.deepEqual(
        queries(visit).map((query) => query.limit),
        [limit],
      );
      await visit.context.close();
    });

  it('takes the first response though the title of the page has changed', async () => {
    const { promise: isRequested, resolve } = deferred();
    const visit = await open(section(), { hold: async (name) => name !== 'section' || isRequested });
    await visit.page.waitForResponse('**/api/discussion*');
    await visit.page.evaluate(() => (document.title = 'Pier (2)'));
    resolve(true);
    await visit.shows(text);
    assert.equal(visit.times('/api/discussion'), 1);
    await visit.context.close();
  });

  it('shows the order that the reader has chosen before, whatever it asked for first', async () => {
    const visit = await open(section());
    await visit.shows(text);
    await visit.page.getByLabel(/sort/i).selectOption('newest');
    await visit.page.waitForResponse('**/api/comments*');
    await visit.page.goto('http://pier.example/other');
    await visit.shows(text);
    assert.deepEqual(
      queries(visit).map(({ sort }) => sort),
      ['oldest', 'newest', 'oldest', 'newest'],
    );
    await visit.context.close();
  });

  it('sends no request without the token that the page has set', async () => {
    const script = `<script>document.querySelector('article-comments').token = 'secret';</script>`;
    const visit = await open(section() + script);
    await visit.shows(text);
    assert.equal(visit.times('/api/discussion'), visit.tokens.length);
    assert.deepEqual(visit.tokens.at(-1), 'Bearer secret');
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

  it('counts with no other file than the script for counts', async () => {
    const visit = await open(count, { entry: 'counts' });
    await visit.shows('2 comments');
    assert.deepEqual(visit.requested, ['counts.js', '/api/counts']);
    assert.deepEqual(visit.errors, []);
    await visit.context.close();
  });

  it('counts with an adapter of the page and no other file than the script for counts', async () => {
    const script = `document.querySelector('comment-count').adapter = { counts: async () => new Map([['pier', 12]]) };`;
    const visit = await open('<comment-count discussion="pier"></comment-count>', { entry: 'counts', script });
    await visit.shows('12 comments');
    assert.deepEqual(visit.requested, ['counts.js']);
    await visit.context.close();
  });

  for (const entry of ['article-comments', 'counts'])
    it(`counts in the language of the page, without the code of a section, with ${entry}.js`, async () => {
      const visit = await open(count, { entry, lang: 'de' });
      await visit.shows('2 Kommentare');
      assert.equal(visit.times('section'), 0);
      const languages = visit.requested.filter((name) => name.startsWith('locale-'));
      assert.deepEqual(languages, ['locale-de.js']);
      assert.deepEqual(visit.errors, []);
      await visit.context.close();
    });

  it('counts for the viewer of a token', async () => {
    const script = `document.querySelector('comment-count').token = 'secret';
      await import('/cdn/counts.js');`;
    const visit = await open(count, { entry: 'none', script });
    await visit.shows('2 comments');
    assert.deepEqual(visit.tokens, ['Bearer secret']);
    assert.equal(visit.times('/api/counts'), 1);
    await visit.context.close();
  });

  it('reports a failed count by an error of the class that the script exports, after one request', async () => {
    const visit = await open('<comment-count discussion="pier">Comments</comment-count>', { entry: 'counts' });
    const reported = await visit.page.evaluate(async (address) => {
      const { AdapterError } = await import(address);
      const element = document.querySelector('comment-count');
      const failed = new Promise((resolve) => element.addEventListener('comments-error', resolve, { once: true }));
      Object.assign(element, { backend: 'http', src: '/broken' });
      const { error, action } = await failed;
      return { isInstance: error instanceof AdapterError, kind: error.kind, action };
    }, '/cdn/counts.js');
    assert.deepEqual(reported, { isInstance: true, kind: 'unavailable', action: 'counts' });
    assert.equal(visit.times('/broken/counts'), 1);
    await visit.shows('Comments');
    await visit.context.close();
  });

  it('takes errors of its adapters for instances of the class that it exports', async () => {
    for (const entry of ['article-comments', 'counts']) {
      const visit = await open('', { entry });
      const isInstance = await visit.page.evaluate(async (address) => {
        const { adapters, AdapterError } = await import(address);
        const thrown = await adapters.http({ src: 'ftp://pier.example' }).catch((error) => error);
        return [thrown instanceof AdapterError, new Error('no') instanceof AdapterError];
      }, `/cdn/${entry}.js`);
      assert.deepEqual(isInstance, [true, false], entry);
      await visit.context.close();
    }
  });

  for (const registering of ['article-comments', 'counts'])
    it(`uses the messages that a page registers with ${registering}.js for elements of both scripts`, async () => {
      const script = `import '/cdn/counts.js';
        import { registerLocale } from '/cdn/${registering}.js';
        registerLocale({ lang: 'en', heading: () => 'Talk', commentCount: (count) => count + ' voices' });`;
      const visit = await open(count + section(), { script });
      await visit.shows('Talk');
      await visit.shows('2 voices');
      await visit.context.close();
    });

  it('lets both scripts share a page', async () => {
    const script = `import '/cdn/counts.js';`;
    const visit = await open(count + section(), { script });
    await visit.shows(text);
    await visit.shows('2 comments');
    assert.deepEqual(visit.errors, []);
    await visit.context.close();
  });

  it('leaves no empty space while its files cannot be loaded', async () => {
    const visit = await open(section(), { hold: async (name) => name !== 'section' });
    await visit.page.waitForEvent('requestfailed');
    await visit.page.waitForFunction(() => document.querySelector('article-comments').offsetHeight === 0);
    assert.equal(await visit.page.locator('article-comments:not(:defined)').count(), 1);
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
