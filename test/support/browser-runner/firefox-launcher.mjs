import { ChromeLauncher, puppeteerCore } from '@web/test-runner-chrome';

/**
 * Runs each test file in a browser context of its own, and files that run at the same time in a Firefox each: of the
 * pages of one Firefox, only that in front has the focus and draws frames.
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
    const context = session.puppeteerPage.browserContext();
    const result = await session.stopSession();
    this.activePages.delete(sessionId);
    await context.close();
    this.#free.push(context.browser());
    return result;
  }

  async stop() {
    await Promise.all(this.#started.map((browser) => browser.close()));
  }

  async #openPage() {
    const browser = this.#free.pop() ?? (await this.#launch());
    const context = await browser.createBrowserContext();
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
