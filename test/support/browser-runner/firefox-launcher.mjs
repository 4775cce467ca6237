import { ChromeLauncher, puppeteerCore } from '@web/test-runner-chrome';

/** Firefox takes no command for it, but a header. */
const CLEARING_PAGE = '/__clear-site-data__';

export function serveClearingPage(context, next) {
  if (context.path !== CLEARING_PAGE) return next();
  context.set('clear-site-data', '"cookies", "storage"');
  context.body = '<!doctype html>';
  return undefined;
}

/**
 * Isolates test files from one another like `isolated-launcher.mjs`, and runs files at the same time in a Firefox each: of the pages of
 * one Firefox, only that in front has the focus and draws frames. The next file takes over the context, emptied, with a new page: a new
 * context, with a process of its own, would cost two seconds of processor time.
 */
export class FirefoxLauncher extends ChromeLauncher {
  #started = [];
  #free = [];

  constructor(executablePath) {
    super(
      // The argument lets `media-plugin.mjs` emulate media.
      { browser: 'firefox', executablePath, headless: true, args: ['--remote-allow-system-access'] },
      ({ browser }) => browser.defaultBrowserContext(),
      () => this.#openPage(),
      puppeteerCore,
    );
  }

  /** The inherited method starts the browser that all pages share. */
  async startBrowser() {
    return {};
  }

  async stopSession(sessionId) {
    const session = this.activePages.get(sessionId);
    const page = session.puppeteerPage;
    const { origin } = new URL(page.url());
    // Leaves the page, so that none of its scripts stores anything afterwards.
    const result = await session.stopSession();
    this.activePages.delete(sessionId);
    await page.goto(`${origin}${CLEARING_PAGE}`);
    await page.close();
    this.#free.push(page.browserContext());
    return result;
  }

  async stop() {
    await Promise.all(this.#started.map((browser) => browser.close()));
  }

  async #openPage() {
    const context = this.#free.pop() ?? (await (await this.#launch()).createBrowserContext());
    const page = await context.newPage();
    // An open dialog would block the file.
    page.on('dialog', (dialog) => void dialog.accept());
    return page;
  }

  async #launch() {
    const browser = await this.launchBrowser();
    this.#started.push(browser);
    return browser;
  }
}
