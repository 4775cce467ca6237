/** Visits a page in a real browser and tells which files of the script-tag build it fetched, and when. */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** Where the pages find the build, as they do on a publisher's server. */
const cdnPath = '/dist/cdn/';

/** Rounds without a request after which a page counts as settled. One import may follow from another. */
const quietRounds = 3;

/** Where a page finds its backend, if it has one. */
const apiPath = '/api';

/** Serves the page at every address but those of the build and of the backend. */
async function servePage(html, cdnFolder, backend) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (backend && pathname.startsWith(`${apiPath}/`))
      return backend(request, response, pathname.slice(apiPath.length));
    if (!pathname.startsWith(cdnPath))
      return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
    try {
      const body = await readFile(join(cdnFolder, basename(pathname)));
      return response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(body);
    } catch {
      return response.writeHead(404).end();
    }
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/** Runs in the page before its own scripts. Idle callbacks wait until they are released, so that no phase runs into the next. */
function holdIdleWork() {
  const request = window.requestIdleCallback.bind(window);
  const held = [];
  window.requestIdleCallback = (...work) => held.push(work);
  window.visit = {
    releaseIdleWork() {
      window.requestIdleCallback = request;
      for (const work of held.splice(0)) request(...work);
    },
    /**
     * Resolves once the browser has been idle, has drawn a frame and has run what was waiting. Without a timeout, Chromium loses one idle
     * callback in some hundred that are requested while files arrive.
     */
    nextRest: () =>
      new Promise((resolve) => request(() => requestAnimationFrame(() => setTimeout(resolve)), { timeout: 5000 })),
  };
}

/** Keeps the files of the build that the page has asked for, in order, and counts what is on its way. */
class Traffic {
  started = 0;
  #pending = 0;
  #files = [];
  #failures = [];

  constructor(page) {
    // An event stream never ends.
    const ends = (request) => new URL(request.url()).pathname !== `${apiPath}/events`;
    page.on('request', (request) => {
      this.started++;
      if (ends(request)) this.#pending++;
      const { pathname } = new URL(request.url());
      if (pathname.startsWith(cdnPath)) this.#files.push(basename(pathname));
    });
    page.on('requestfinished', (request) => {
      if (ends(request)) this.#pending--;
    });
    page.on('requestfailed', (request) => {
      if (!ends(request)) return;
      this.#pending--;
      this.#failures.push(`${request.url()} failed`);
    });
    page.on('response', (response) => {
      if (!response.ok()) this.#failures.push(`${response.url()} answered ${response.status()}`);
    });
    page.on('pageerror', (error) => this.#failures.push(error.message));
  }

  get isQuiet() {
    return this.#pending === 0;
  }

  /** The files since the last call. */
  take() {
    if (this.#failures.length > 0) throw new Error(this.#failures.join('\n'));
    return this.#files.splice(0);
  }
}

/** Resolves when neither the network nor the page has anything left to do. */
async function settle(page, traffic) {
  let quiet = 0;
  while (quiet < quietRounds) {
    const before = traffic.started;
    await page.evaluate(() => window.visit.nextRest());
    quiet = traffic.isQuiet && traffic.started === before ? quiet + 1 : 0;
  }
}

/**
 * Visits a page in a browser context of its own, in three phases, and answers with the names of the files of each:
 * `firstPicture` is what the page fetches until `untilReady` resolves and all is quiet, `idle` what it fetches afterwards
 * without any input, and `intent` what the reader's `act` causes.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {object} visit
 * @param {string} visit.html The page. It loads `/dist/cdn/article-comments.js`.
 * @param {string} visit.cdnFolder The folder of the build.
 * @param {ReturnType<import('./visit-backend.mjs').visitBackend>} [visit.backend] Answers below `/api`.
 * @param {(page: import('playwright-core').Page) => Promise<unknown>} visit.untilReady Resolves when the reader sees the comments.
 * @param {(page: import('playwright-core').Page) => Promise<unknown>} [visit.act] What the reader does first.
 * @param {(page: import('playwright-core').Page) => Promise<unknown>} [visit.prepare] Before the page is opened.
 * @returns {Promise<{ firstPicture: string[], idle: string[], intent: string[] }>}
 */
export async function measureVisit(browser, { html, cdnFolder, backend, untilReady, act = async () => {}, prepare }) {
  const server = await servePage(html, cdnFolder, backend);
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.addInitScript(holdIdleWork);
    const traffic = new Traffic(page);
    await prepare?.(page);
    await page.goto(server.origin);
    await untilReady(page);
    await settle(page, traffic);
    const firstPicture = traffic.take();
    await page.evaluate(() => window.visit.releaseIdleWork());
    await settle(page, traffic);
    const idle = traffic.take();
    await act(page);
    await settle(page, traffic);
    return { firstPicture, idle, intent: traffic.take() };
  } finally {
    await context.close();
    await server.close();
  }
}
