/**
 * Runs the browser tests. `BROWSERS=firefox` takes the Firefox in `PATH` instead of Chromium (no coverage, and no
 * `emulateMedia`, `forced-colors` or `a11ySnapshot`).
 */
import { readFileSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { ChromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { findChromium, findInPath } from './test/support/find-chromium.mjs';

const rootDir = import.meta.dirname;

/**
 * Gives each test file a browser context of its own: drafts, sign-ins and emulated media of one file must not be seen by
 * another, neither at the same time nor later.
 */
class IsolatedLauncher extends ChromeLauncher {
  constructor(launchOptions, { puppeteer, prepare } = {}) {
    const createPage = async ({ browser }) => {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      // Nobody is there to answer, and an open dialog would hold up the whole file.
      page.on('dialog', (dialog) => void dialog.accept());
      await prepare?.(page);
      return page;
    };
    super(launchOptions, ({ browser }) => browser.defaultBrowserContext(), createPage, puppeteer);
  }

  /** In place of the inherited one, which keeps the page for the next test file. */
  async stopSession(sessionId) {
    const page = this.activePages.get(sessionId);
    const result = await page.stopSession();
    this.activePages.delete(sessionId);
    await page.puppeteerPage.browserContext().close();
    return result;
  }
}

async function createLauncher(browser) {
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
      throw new Error(`BROWSERS knows chromium and firefox, not "${browser}".`);
  }
}

/** The command `forced-colors` with `active` or `none`; puppeteer's own way to emulate media leaves this feature out. */
const forcedColorsPlugin = {
  name: 'forced-colors',
  async executeCommand({ command, payload, session }) {
    if (command !== 'forced-colors') return undefined;
    const client = await session.browser.getPage(session.id).createCDPSession();
    await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: payload }] });
    return true;
  },
};

const contentTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
};

/**
 * Serves what a publisher's page gets (`/dist/cdn/`) and the pages that stand for it (`/test/pages/`) as they lie on the
 * disk. The test server would otherwise add its own script to each page, which a strict content security policy blocks.
 */
async function serveAsIs(context, next) {
  const path = normalize(decodeURIComponent(context.path));
  const contentType = contentTypes[extname(path)];
  const untouched = path.startsWith('/dist/cdn/') || path.startsWith('/test/pages/');
  if (!untouched || !contentType) return next();
  try {
    context.body = await readFile(join(rootDir, path));
    context.set('content-type', contentType);
    context.set('cache-control', 'no-store');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    context.status = 404;
  }
  return undefined;
}

/** The module's old address on a site that has moved it: `/dist/moved/`. */
function redirectToModule(context, next) {
  const [, name] = /^\/dist\/moved\/([\w.-]+)$/.exec(context.path) ?? [];
  if (!name) return next();
  context.redirect(`/dist/cdn/${name}`);
  return undefined;
}

const allTests = ({ tests, suites }) => [...tests, ...suites.flatMap(allTests)];

/** The coverage figure knows only what a test has loaded, so what no test loads is named. Files of types have nothing to load. */
function untestedFilesReporter() {
  const hasCode = (path) => /^export (default|const|let|function|async|class|abstract|\{|\*)/m.test(readFileSync(path, 'utf8'));
  return {
    onTestRunFinished({ testCoverage }) {
      if (!testCoverage) return;
      const loaded = new Set(testCoverage.coverageMap.files());
      const sources = readdirSync(join(rootDir, 'src'), { recursive: true }).filter((path) => path.endsWith('.ts'));
      const missed = sources.filter((path) => !loaded.has(join(rootDir, 'src', path)) && hasCode(join(rootDir, 'src', path)));
      if (missed.length > 0) console.log(`\nLoaded by no test: ${missed.map((path) => `src/${path}`).join(', ')}`);
    },
  };
}

/** Prints `N passed, N failed, N skipped` as the very last line, which `test/run.mjs` reads. */
function closingLineReporter() {
  let count;
  process.on('exit', () => {
    // Without a finished run there is nothing to count, and that is a failure of its own.
    const { passed, failed, skipped } = count ?? { passed: 0, failed: 1, skipped: 0 };
    console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  });
  return {
    onTestRunFinished({ sessions }) {
      count = { passed: 0, failed: 0, skipped: 0 };
      for (const { testResults, passed } of sessions) {
        const tests = testResults ? allTests(testResults) : [];
        const failures = tests.filter((test) => !test.passed && !test.skipped).length;
        // A file that does not load or does not end reports no failing test, yet it fails.
        count.failed += passed || failures > 0 ? failures : 1;
        count.skipped += tests.filter((test) => test.skipped).length;
        count.passed += tests.filter((test) => test.passed && !test.skipped).length;
      }
    },
  };
}

const browsers = (process.env.BROWSERS ?? 'chromium').split(',');

export default {
  rootDir,
  files: ['test/**/*.test.ts', '!test/{backends,examples,journeys,package,server}/**'],
  browsers: await Promise.all(browsers.map(createLauncher)),
  // One page a core of the smallest build server; more only makes tests that wait for a frame slow.
  concurrency: 2,
  concurrentBrowsers: 1,
  // The build that readers get. Lit's development build would warn on the console of every test.
  nodeResolve: { exportConditions: ['production', 'default'] },
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: join(rootDir, 'tsconfig.json') }),
    a11ySnapshotPlugin(),
    forcedColorsPlugin,
  ],
  middleware: [redirectToModule, serveAsIs],
  testFramework: { config: { timeout: 10_000 } },
  testsFinishTimeout: 120_000,
  reporters: [defaultReporter(), untestedFilesReporter(), closingLineReporter()],
  coverageConfig: {
    include: ['src/**/*.ts'],
    threshold: { statements: 90, branches: 0, functions: 0, lines: 0 },
    reporters: ['text-summary', 'lcovonly'],
    reportDir: 'coverage',
  },
};
