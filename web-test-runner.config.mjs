/**
 * Configures the tests in a browser. `test/support/browser-tests.mjs` sets `TEST_FILES`, `BROWSERS` and `COVERAGE`. Without them,
 * `npx wtr --files …` runs files in Chromium. Only Chromium has coverage and `a11ySnapshot`, and WebKit emulates no media.
 */
import { join } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { serveIntegrityPage } from './demo/integrity/serve-page.mjs';
import { serveLanguageSources } from './demo/serve-language-sources.mjs';
import { serveUntouched } from './demo/serve-untouched.mjs';
import { suitesNamed } from './test/suites.mjs';
import { bundleTests } from './test/support/browser-runner/bundled-tests.mjs';
import { serveClearingPage } from './test/support/browser-runner/firefox-launcher.mjs';
import { createLauncher } from './test/support/browser-runner/isolated-launcher.mjs';
import { mediaPlugin } from './test/support/browser-runner/media-plugin.mjs';
import { redirectToModule, servePages, serveTampered } from './test/support/browser-runner/publisher-files.mjs';
import { countReporter, skipsReporter } from './test/support/browser-runner/reporters.mjs';
import { filesOfPages } from './test/support/browser-runner/shared-pages.mjs';
import { webKitPlugin } from './test/support/browser-runner/webkit-plugin.mjs';

const rootDir = import.meta.dirname;

/** One font for all tests, of the same widths on every system: some count the lines of a narrow page. */
const pageOfTests = (framework) => `<!doctype html>
<html>
  <head>
    <style>
      html {
        font-family: 'Liberation Serif', 'Times New Roman', serif;
      }
    </style>
  </head>
  <body>
    <script type="module" src="${framework}"></script>
  </body>
</html>`;

const browsers = (process.env.BROWSERS ?? 'chromium').split(',');
const files = filesOfPages(
  process.env.TEST_FILES?.split('\n') ?? suitesNamed(['firefox', 'attacks']).flatMap((suite) => suite.files),
);
const bundle = await bundleTests(rootDir, files);
const isMeasured = process.env.COVERAGE === 'true';

export default {
  rootDir,
  files,
  testRunnerHtml: pageOfTests,
  browsers: await Promise.all(browsers.map((browser) => createLauncher(browser, { isMeasured }))),
  // One page for each core of the smallest build server. With more, tests that wait for a frame become slow.
  // WebKit's driver can only drive one.
  concurrency: browsers.includes('webkit') ? 1 : 2,
  concurrentBrowsers: 1,
  // The build that readers get. Lit's development build warns on the console of every test.
  nodeResolve: { exportConditions: ['production', 'default'] },
  plugins: [
    bundle.plugin,
    // For pages in frames, which load the sources.
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: join(rootDir, 'tsconfig.json') }),
    a11ySnapshotPlugin(),
    mediaPlugin,
    webKitPlugin,
  ],
  middleware: [
    serveClearingPage,
    redirectToModule,
    serveLanguageSources,
    servePages,
    serveTampered,
    serveUntouched(['dist/cdn', 'test/pages']),
    serveIntegrityPage,
  ],
  // Longer than `waitFor` of `test/support/wait-for.ts`, whose message names what was missing.
  testFramework: { config: { timeout: browsers.includes('chromium') ? 10_000 : 30_000, forbidOnly: true } },
  testsFinishTimeout: 120_000,
  reporters: [defaultReporter(), skipsReporter(), countReporter({ isMeasured })],
  // What `coverage.mjs` translates to the sources.
  coverageConfig: {
    include: ['__bundled-tests__/**/*.js'],
    exclude: bundle.withoutSource,
  },
};
