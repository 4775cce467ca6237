import { ChromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { findChromium, findInPath } from '../find-chromium.mjs';

/**
 * Gives each test file a browser context of its own, so that no file sees the drafts, sign-ins or emulated media of
 * another one.
 */
class IsolatedLauncher extends ChromeLauncher {
  constructor(launchOptions, { puppeteer, prepare } = {}) {
    const createPage = async ({ browser }) => {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      // An open dialog would block the file.
      page.on('dialog', (dialog) => void dialog.accept());
      await prepare?.(page);
      return page;
    };
    super(launchOptions, ({ browser }) => browser.defaultBrowserContext(), createPage, puppeteer);
  }

  /** Closes the context. The inherited method keeps the page for the next test file. */
  async stopSession(sessionId) {
    const page = this.activePages.get(sessionId);
    const result = await page.stopSession();
    this.activePages.delete(sessionId);
    await page.puppeteerPage.browserContext().close();
    return result;
  }
}

/** @param {'chromium' | 'firefox'} browser */
export async function createLauncher(browser) {
  switch (browser) {
    case 'chromium':
      // Two pages run at once and only one of them can have the real focus.
      return new IsolatedLauncher(await findChromium(), { prepare: (page) => page.emulateFocusedPage(true) });
    case 'firefox': {
      const executablePath = findInPath(['firefox-esr', 'firefox']);
      if (!executablePath) throw new Error('BROWSERS=firefox needs a Firefox in PATH.');
      return new IsolatedLauncher({ browser: 'firefox', executablePath, headless: true }, { puppeteer: puppeteerCore });
    }
    default:
      throw new Error(`BROWSERS accepts chromium and firefox, not "${browser}".`);
  }
}
