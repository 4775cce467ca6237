/** The demo's pages come with their comments: readers have them whatever becomes of the script. */
import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, describe, it, mock } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startPages } from '../../demo/pages-server.mjs';
import { serveFrontPage } from '../../demo/rendering/serve-front-page.mjs';
import { prefix } from '../../server/src/http/app.js';
import { readConfig } from '../../server/src/rules/config.js';
import { startDemo } from '../../demo/start-demo.mjs';
import { launchChromium } from '../support/launch-chromium.mjs';
import type { ArticleJsonLd } from '../../src/server.js';
import { layoutShifts, watchLayout } from '../support/served/layout-shift.js';

const PHONE = { viewport: { width: 360, height: 740 } };
const DESKTOP = { viewport: { width: 1100, height: 800 } };

/** Time for `AbortSignal.timeout`, which stands still until a test moves it. */
class StoppedClock {
  #now = 0;
  readonly #limits: { readonly end: number; readonly controller: AbortController }[] = [];

  timeout(milliseconds: number): AbortSignal {
    const controller = new AbortController();
    this.#limits.push({ end: this.#now + milliseconds, controller });
    return controller.signal;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
    for (const { end, controller } of this.#limits)
      if (end <= this.#now) controller.abort(new DOMException('The time is up.', 'TimeoutError'));
  }
}

/** A backend that answers when it is told to, with the responses of the one at `address`. */
async function startSlowBackend(address: string) {
  const asked: (() => void)[] = [];
  const requests = new EventEmitter();
  const server = createServer((request, response) => {
    asked.push(() => void forward(request.url ?? '', response));
    requests.emit('request');
  });
  const forward = async (path: string, response: ServerResponse): Promise<void> => {
    const answer = await fetch(address + path);
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
    response.end(await answer.text());
  };
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Resolves when a request has arrived, with what makes the backend answer it. */
    async nextRequest(): Promise<() => void> {
      if (asked.length === 0) await once(requests, 'request');
      return asked.shift()!;
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

type SlowBackend = Awaited<ReturnType<typeof startSlowBackend>>;

describe('the pages of the demo', () => {
  let demo: Awaited<ReturnType<typeof startDemo>>;
  let browser: Browser;

  const clock = new StoppedClock();

  before(async () => {
    // A page waits for its comments only so long. Here no time passes but what a test says, so a busy machine changes nothing.
    mock.method(AbortSignal, 'timeout', (milliseconds: number) => clock.timeout(milliseconds));
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

  it('shows the first comment at most 300 pixels below the heading on a phone', async () => {
    const page = await open('/demo/#discussion', PHONE);
    await isTakenOver(page);
    const section = page.locator('article-comments');
    const heading = await section.getByRole('heading', { name: /^Comments \(/ }).boundingBox();
    const text = await section.getByRole('article').first().locator('[part=body]').boundingBox();
    assert.ok(heading && text && text.y - heading.y <= 300, `${text?.y} - ${heading?.y}`);
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
        assert.deepEqual(await layoutShifts(page), []);
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

  describe('when the backend takes its time', () => {
    let slow: SlowBackend;
    let pages: Awaited<ReturnType<typeof startPages>>;
    let origin: string;

    before(async () => {
      slow = await startSlowBackend(`${demo.origin}${prefix}`);
      pages = await startPages({ port: 0, middleware: [serveFrontPage(() => slow.origin)] });
      origin = pages.origin;
    });
    after(async () => {
      await pages.stop();
      await slow.close();
    });

    /** The front page, whose backend answers after so many milliseconds. */
    const pageAfter = async (milliseconds: number): Promise<string> => {
      const response = fetch(`${origin}/demo/`);
      const answer = await slow.nextRequest();
      clock.advance(milliseconds);
      answer();
      const { status, text } = await response.then(async (page) => ({ status: page.status, text: await page.text() }));
      assert.equal(status, 200);
      assert.match(text, /City to rebuild the old ferry pier/);
      return text;
    };

    it('waits a second and a half for the comments', async () => {
      const text = await pageAfter(1499);
      assert.match(text, /I worked on the last ferry/);
      assert.doesNotMatch(text, /The comments need JavaScript\./);
    });

    it('serves the article without them after that', async () => {
      const text = await pageAfter(1500);
      assert.match(text, /The comments need JavaScript\./);
      assert.doesNotMatch(text, /ac-row/);
    });
  });
});
