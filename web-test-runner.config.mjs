/**
 * Configures the browser tests. `BROWSERS=firefox` uses the Firefox in `PATH` instead of Chromium, `BROWSERS=webkit` Debian's WebKit, for
 * which `npm ci --prefix test/webkit` installs the driver. Only Chromium has coverage and `a11ySnapshot`, and WebKit emulates no media.
 */
import { join } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { serveIntegrityPage } from './demo/integrity/serve-page.mjs';
import { serveLanguageSources } from './demo/serve-language-sources.mjs';
import { serveUntouched } from './demo/serve-untouched.mjs';
import { createLauncher } from './test/support/browser-runner/isolated-launcher.mjs';
import { mediaPlugin } from './test/support/browser-runner/media-plugin.mjs';
import { redirectToModule, servePages, serveTampered } from './test/support/browser-runner/publisher-files.mjs';
import { closingLineReporter, skipsReporter, untestedFilesReporter } from './test/support/browser-runner/reporters.mjs';
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

export default {
  rootDir,
  files: [
    'test/**/*.test.ts',
    '!test/{assistive,backends,commonmark,documentation,examples,frameworks,journeys,package,server,server-rendering,soak,webkit}/**',
  ],
  testRunnerHtml: pageOfTests,
  browsers: await Promise.all(browsers.map(createLauncher)),
  // One page for each core of the smallest build server. With more, tests that wait for a frame become slow.
  // WebKit's driver can only drive one.
  concurrency: browsers.includes('webkit') ? 1 : 2,
  concurrentBrowsers: 1,
  // The build that readers get. Lit's development build warns on the console of every test.
  nodeResolve: { exportConditions: ['production', 'default'] },
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: join(rootDir, 'tsconfig.json') }),
    a11ySnapshotPlugin(),
    mediaPlugin,
    webKitPlugin,
  ],
  middleware: [
    redirectToModule,
    serveLanguageSources,
    servePages,
    serveTampered,
    serveUntouched(['dist/cdn', 'test/pages']),
    serveIntegrityPage,
  ],
  // Longer than `waitFor` of `test/support/comments-page.ts`, whose message says what did not come.
  testFramework: { config: { timeout: 30_000 } },
  testsFinishTimeout: 120_000,
  reporters: [defaultReporter(), untestedFilesReporter(), skipsReporter(), closingLineReporter()],
  coverageConfig: {
    include: ['src/**/*.ts'],
    threshold: { statements: 90, branches: 0, functions: 0, lines: 0 },
    reporters: ['text-summary', 'lcovonly'],
    reportDir: 'coverage',
  },
};
