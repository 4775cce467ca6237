import { ChromeLauncher } from '@web/test-runner-chrome';
import { findChromium, findInPath } from '../find-chromium.mjs';
import { measurePage } from './coverage.mjs';
import { FirefoxLauncher } from './firefox-launcher.mjs';

/**
 * Runs in each frame before its scripts: what goes wrong there is an error on the console of the tests, which fails the test that is
 * running, as `fail-on-unnoticed-errors.ts` describes.
 */
function reportToTests() {
  if (window === window.top) return;
  // Null in a frame of another origin, or in a sandbox.
  if (window.frameElement === null) return;
  const tests = window.top.console;
  // The pages of `test/pages/` keep their errors for the tests to assert.
  const report = (text) => 'watched' in window || tests.error(`In the frame ${location.pathname}: ${text}`);
  const { error } = console;
  console.error = (...values) => {
    error.apply(console, values);
    report(values.map(String).join(' '));
  };
  window.addEventListener('error', ({ message }) => report(message));
  window.addEventListener('unhandledrejection', ({ reason }) => report(`Unhandled rejection: ${reason}`));
}

/** Removes everything that is stored for an origin, cookies included. */
async function clearStorage(page, origin) {
  const client = await page.createCDPSession();
  await client.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
}

/**
 * Isolates test files from one another: no file sees the drafts, sign-ins or emulated media of another one, whether that
 * runs before it or at the same time. Files that run at the same time have a browser context each. A new context for each
 * file would cost half a second of processor time, so the next file takes over the context, emptied, with a new page.
 */
class IsolatedLauncher extends ChromeLauncher {
  constructor(launchOptions, { isMeasured }) {
    const createPage = async ({ browser }) => {
      const context = this.freeContexts.pop() ?? (await browser.createBrowserContext());
      const page = await context.newPage();
      await page.evaluateOnNewDocument(reportToTests);
      // An open dialog would block the file.
      page.on('dialog', (dialog) => void dialog.accept());
      // Two pages run at once and only one of them can have the real focus.
      await page.emulateFocusedPage(true);
      if (isMeasured) this.measurements.set(page, await measurePage(page));
      return page;
    };
    super(launchOptions, ({ browser }) => browser.defaultBrowserContext(), createPage);
    this.freeContexts = [];
    this.measurements = new WeakMap();
  }

  /** The inherited method keeps the page, and with it the emulated media and `sessionStorage`. */
  async stopSession(sessionId) {
    const session = this.activePages.get(sessionId);
    const page = session.puppeteerPage;
    const context = page.browserContext();
    const { origin } = new URL(page.url());
    await this.measurements.get(page)?.();
    // Leaves the page, so that none of its scripts stores anything afterwards.
    const result = await session.stopSession();
    this.activePages.delete(sessionId);
    await clearStorage(page, origin);
    await page.close();
    this.freeContexts.push(context);
    return result;
  }
}

/**
 * @param {'chromium' | 'firefox' | 'webkit'} browser
 * @param {{ readonly isMeasured: boolean }} options Whether the coverage is measured, in Chromium.
 */
export async function createLauncher(browser, options) {
  switch (browser) {
    case 'chromium':
      return new IsolatedLauncher(await findChromium(), options);
    case 'firefox': {
      const executablePath = findInPath(['firefox-esr', 'firefox']);
      if (!executablePath) throw new Error('BROWSERS=firefox needs a Firefox in PATH: apt-get install firefox-esr.');
      return new FirefoxLauncher(executablePath);
    }
    case 'webkit': {
      const { createWebKitLauncher } = await import('../../webkit/launch-webkit.mjs');
      return createWebKitLauncher();
    }
    default:
      throw new Error(`BROWSERS accepts chromium, firefox and webkit, not "${browser}".`);
  }
}
