/**
 * Which tests a change needs beyond those that import it, for `npm test -- --changed`. `test/support/changed-tests.mjs` reads the tables,
 * and `test/runners/changed-tests.test.mjs` compares them with the tree.
 *
 * A row has the beginning of paths, relative to the root of the repository, and the tests: suites or parts of paths as in
 * `test/suites.mjs`.
 */

/** @typedef {Readonly<Record<string, readonly string[]>>} Rows */

const inElements = (...names) => names.map((name) => `elements/${name}`);

/** What every feature is part of: all actions, their failures, what is announced, and the list of actions that a page hears of. */
const everyAction = [...inElements('accessibility', 'actions', 'failure-messages', 'wording'), 'package/actions'];

/**
 * The features of the section. Every test of an element imports all of them, so imports select nothing. These are the tests that run the
 * feature's code, by a measurement of their coverage.
 *
 * @type {Rows}
 */
export const features = {
  'src/elements/avatars/': inElements('avatars', 'settings'),
  'src/elements/composing/': [
    ...everyAction,
    ...inElements('backend-texts', 'before-submit', 'closing', 'discarding', 'drafts', 'early-typing', 'in-view'),
    ...inElements(
      'submit-context',
      'keyboard',
      'lazy-methods',
      'narrow-screen',
      'accessible-authentication',
      'notify',
      'posting',
    ),
    ...inElements(
      'recognised-guest',
      'refusals',
      'replying',
      'signing-in',
      'form-layout-shift',
      'text-boxes',
      'toolbar',
    ),
    ...inElements('served-writing', 'writing-elsewhere', 'written-signed-out'),
  ],
  'src/elements/count/': inElements('comment-count', 'registered-languages', 'settings', 'lifecycle'),
  'src/elements/editing/': [
    ...everyAction,
    ...inElements('editing', 'discarding', 'drafts', 'text-boxes', 'toolbar', 'writing-elsewhere'),
  ],
  'src/elements/finding/': [
    ...everyAction,
    ...inElements('filtering', 'finding', 'gaps', 'loading-all', 'ordering', 'paging', 'permalinks', 'report-address'),
    ...inElements('voting-signed-out'),
  ],
  'src/elements/following/': [
    ...inElements('announcements', 'gaps', 'live', 'served', 'shortcuts', 'visits', 'wrong-responses'),
    'package/actions',
  ],
  'src/elements/formatting/': [...inElements('formatting-markup', 'narrow-screen', 'toolbar'), 'package/actions'],
  'src/elements/legal/': inElements('decisions', 'narrow-screen', 'notices', 'reasons', 'size-and-space'),
  'src/elements/moderating/': [
    ...everyAction,
    ...inElements('comment-actions', 'comment-moderation', 'moderating', 'reasons'),
  ],
  'src/elements/more-menu/': [
    ...everyAction,
    ...inElements('comment-actions', 'comment-moderation', 'copy-link', 'moderating', 'muting', 'reasons', 'shortcuts'),
  ],
  'src/elements/muting/': [...everyAction, ...inElements('comment-actions', 'muting', 'permalinks')],
  'src/elements/quote/': inElements('comment-quote'),
  'src/elements/removing/': [
    ...everyAction,
    ...inElements('recognised-guest', 'reasons', 'removing', 'writing-elsewhere'),
  ],
  'src/elements/reporting/': [
    ...everyAction,
    ...inElements(
      'closing',
      'drafts',
      'in-view',
      'keyboard',
      'narrow-screen',
      'notices',
      'report',
      'writing-elsewhere',
    ),
  ],
  'src/elements/scroll-position/': inElements('loading-all', 'ordering', 'paging', 'permalinks', 'readers', 'served'),
  'src/elements/served/': [...inElements('rendered-discussion', 'served'), 'server-rendering/'],
  'src/elements/sharing/': [...everyAction, ...inElements('comment-actions', 'copy-link')],
  'src/elements/shortcuts/': [...inElements('accessibility', 'navigation', 'shortcuts', 'toolbar'), 'package/actions'],
  'src/elements/voting/': [
    ...everyAction,
    ...inElements('filtering', 'moderating', 'colour-independence', 'row-space', 'voting'),
  ],
  'src/elements/warning/': inElements('editing', 'misconfigured', 'warning'),
};

const documentation = ['package/readme', 'package/samples', 'package/files', 'documentation/'];
const everything = ['all', 'package'];

/**
 * What tests read, serve or execute without importing it, besides the tests that import it.
 *
 * @type {Rows}
 */
export const readers = {
  '.ci/': ['runners/ci-run'],
  '.github/': ['package/workflows'],
  'CHANGELOG.md': documentation,
  'CONTRIBUTING.md': documentation,
  'README.md': documentation,
  'SECURITY.md': documentation,
  'demo/documentation/': ['documentation/'],
  'demo/examples/': ['examples/', 'package/samples'],
  'wordpress/': ['package/companion', 'package/wordpress-archive', 'wordpress'],
  'docs/': documentation,
  'eslint.config.mjs': ['package/layers'],
  'package-lock.json': everything,
  'package.json': everything,
  'rollup.config.mjs': everything,
  'src/adapters/http/openapi.yaml': ['package/openapi', 'server/contract-and-openapi', 'examples/serve-the-contract'],
  'src/cdn': ['cdn/', 'package/exports', 'package/integrity', 'package/limits'],
  'src/i18n/': ['i18n/', 'locales/'],
  // The tests of the command start it.
  'import/src/': ['import/'],
  'src/loader.ts': ['cdn/', 'package/limits', 'package/loader'],
  // The names of their files are made of the languages.
  'src/locales/': ['locales/'],
  'src/react.ts': ['package/exports', 'frameworks'],
  'src/styles/': ['cdn/style-sheets', 'package/brands'],
  'src/template-types/': ['frameworks'],
  'test/changes.mjs': ['runners/changed-tests'],
  'test/run.mjs': ['runners/'],
  'test/suites.mjs': ['runners/'],
  'test/support/browser-runner/': ['runners/browser-tests', 'elements', 'pages'],
  'test/support/changed-tests.mjs': ['runners/changed-tests'],
  'test/support/fail-without-assertion.ts': [
    'runners/mocha-tests',
    'runners/browser-tests',
    'modules',
    'elements',
    'pages',
  ],
  'test/support/node-guard.mjs': ['runners/node-tests'],
  'test/support/fail-on-unnoticed-errors.ts': ['runners/browser-tests', 'elements', 'pages'],
  'test/support/mocha-process.mjs': ['runners/mocha-tests', 'modules'],
  'tsconfig.build.json': ['package'],
  'tsconfig.json': everything,
  'web-test-runner.config.mjs': ['runners/browser-tests', 'elements', 'pages'],
};

/**
 * The tests of a folder, for those of its files that none imports or reads: types, style sheets, pages, fixtures. Of several rows, the
 * longest beginning counts.
 *
 * @type {Rows}
 */
export const folders = {
  'demo/': ['demo/', 'journeys/'],
  'server/': ['server/'],
  'server/src/notices/': ['server/legal-notices', 'journeys/legal-notice'],
  'server/src/moderation/': ['server/moderation', 'journeys/moderation'],
  'server/src/transfer/': ['server/transfer'],
  'scripts/': ['package'],
  'src/adapters/': ['adapters/'],
  'src/conformance/': ['conformance/'],
  'src/elements/': ['elements/', 'package/actions'],
  'src/model/': ['model/'],
  'src/presentation/': ['server-rendering/', 'elements/reading'],
  'test/assistive/': ['assistive'],
  'test/backends/': ['backends/'],
  'test/backends/bluesky/': ['bluesky'],
  'test/backends/ghost/': ['ghost'],
  'test/backends/waline/': ['waline'],
  'test/cdn/': ['cdn/'],
  'test/commonmark/': ['commonmark/'],
  'test/content/': ['content/'],
  'test/frameworks/': ['frameworks'],
  'import/': ['import/', 'package/command'],
  'test/pages/': ['cdn/'],
  'test/soak/': ['long-runs'],
  'test/soak/journeys/': ['soak/journeys'],
  'test/support/': ['elements/', 'server/'],
  'test/support/journeys/': ['journeys/'],
};

/** What no test needs, with the command that shows the effect of a change, if there is one. */
export const untested = {
  '.editorconfig': '',
  '.gitignore': '',
  '.prettierignore': 'npm run check:format',
  '.prettierrc.json': 'npm run check:format',
  LICENSE: '',
  'demo/screenshot.png': '',
  'docs/pictures/': '',
  'test/README.md': '',
  'test/benchmark/': 'npm run bench',
  'test/grid/': 'npm run test:grid',
  'test/webkit/': 'npm run test:webkit',
};
