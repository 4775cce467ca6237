/**
 * The suites of the tests: which runner runs which files. Every `*.test.*` file of the repository belongs to exactly one suite, and
 * `suitesByFile` throws for a file that does not, wherever it is.
 */
import { readdirSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { least } from './least-counts.mjs';

const root = import.meta.dirname;

/** Products of the workspaces, with tests of their own: `import/test/json.test.ts` is `import/json.test.ts` here. */
const products = ['server', 'import', 'wordpress'];

const below =
  (...folders) =>
  (path) =>
    folders.some((folder) => path.startsWith(`${folder}/`));

const directlyIn = (folder) => (path) => path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/');

const isPure = below('model', 'adapters', 'i18n', 'locales', 'conformance');

/** A test of a pure module that needs a page nevertheless, such as one of `localStorage`. */
const needsPage = (path) => path.endsWith('.browser.test.ts');

/** Each text of large sets, in each renderer: half a minute. */
const isExhaustive = (path) => /^content\/(attacks|served-bodies)\.test\.ts$/.test(path);

/** Tests against a real server, some of which wait for a limit of its rate or for another server's delivery. */
const backend = (name, folder = `backends/${name}`) => ({
  runner: 'node',
  includes: below(folder),
  concurrency: 1,
  testLimit: 5 * 60_000,
});

/** Tests of several connections to one database, which PGlite does not have. All that they declare is on PostgreSQL. */
const needsPostgres = (path) => /^server\/(instances|migrations)\.test\.ts$/.test(path);

const needsNoDatabase = (path) => !path.startsWith('server/');

const readsBuild = below(
  ...['assistive', 'backends/ghost', 'cdn', 'demo', 'documentation', 'frameworks', 'journeys', 'package'],
  ...['soak', 'wordpress'],
);

/** Whether a test file, by its absolute path, reads `dist` and so needs `npm run build` first. */
export function needsBuild(file) {
  const path = nameOf(relative(dirname(root), file).replaceAll(sep, '/'));
  return readsBuild(path) || /^(server\/demo-pages|examples\/(archived-site|build-page))\.test/.test(path);
}

const inEngine = (engine) => ({ runner: 'browser', reruns: ['modules', 'elements', 'pages'], engine });

/**
 * - `includes`: whether a file belongs to the suite, by its path below the folder `test`. `reruns`: the suites whose files it runs once
 *   more, elsewhere, but for those that `omits` is true of.
 * - `runner`: `mocha` runs the files in one process of Node, `browser` each on a page of its own, `node` each in a process of its own.
 * - `covers`: whether `--coverage` measures how much of `src` it reaches.
 * - `concurrency`: files at a time, 2 by default. `timeout`: milliseconds a file may take, 20 minutes by default. `testLimit`: milliseconds
 *   a test in Node may take, a minute by default.
 * - `prepare`: what has to be done before the files can run, such as an installation.
 * - `database`: of the demo server. `postgres` means PGlite where PostgreSQL is not installed.
 */
const suites = {
  modules: { runner: 'mocha', includes: (path) => isPure(path) && !needsPage(path) },
  elements: {
    runner: 'browser',
    covers: true,
    includes: (path) =>
      (isPure(path) && needsPage(path)) || (below('elements', 'content')(path) && !isExhaustive(path)),
  },
  rendering: { runner: 'node', includes: below('server-rendering') },
  import: { runner: 'node', includes: below('import') },
  pages: { runner: 'browser', includes: (path) => below('cdn', 'demo')(path) || isExhaustive(path) },
  server: {
    runner: 'node',
    database: 'postgres',
    // `backends` itself has tests of its helpers, which need no backend.
    includes: (path) => below('server', 'examples', 'commonmark')(path) || directlyIn('backends')(path),
  },
  // Each starts a browser and servers.
  journeys: { runner: 'node', database: 'postgres', includes: below('journeys', 'documentation') },
  runners: { runner: 'node', includes: below('runners') },
  package: { runner: 'node', includes: below('package') },
  attacks: { runner: 'browser', includes: below('soak/browser') },
  'server-on-pglite': {
    runner: 'node',
    database: 'pglite',
    reruns: ['server'],
    omits: (path) => needsPostgres(path) || needsNoDatabase(path),
  },
  // A test is a run of minutes, much of which it waits as readers do. So two of them run at a time.
  'long-runs': {
    runner: 'node',
    database: 'postgres',
    includes: (path) => directlyIn('soak')(path) || below('soak/journeys')(path),
    testLimit: 15 * 60_000,
  },
  // A desktop of its own each. A screen reader speaks in real time.
  assistive: { runner: 'node', includes: below('assistive'), concurrency: 1, testLimit: 5 * 60_000 },
  firefox: inEngine('firefox'),
  webkit: inEngine('webkit'),
  // Type checkers and builds one after the other, each of which may take minutes.
  frameworks: {
    runner: 'node',
    includes: below('frameworks'),
    concurrency: 1,
    timeout: 10 * 60_000,
    testLimit: 5 * 60_000,
    prepare: async () => (await import('./frameworks/support/install-packages.mjs')).installPackages(),
  },
  bluesky: backend('bluesky'),
  ghost: backend('ghost'),
  mastodon: backend('mastodon'),
  waline: backend('waline'),
  wordpress: backend('wordpress', 'wordpress'),
};

/** What needs no installed server, and tests no server of ours by itself. */
const allButServer = ['modules', 'elements', 'rendering', 'import', 'pages', 'journeys', 'runners'];

/** Suites that a command runs together. */
const groups = {
  /** `npm test`: what a change in `src` can break. Tests the sources, without a build. */
  loop: ['modules', 'elements', 'rendering'],
  /** `npm run test:all`: everything that needs no installed server. Needs a build. */
  all: [...allButServer, 'server'],
  /** `.ci/run`, which runs the suite `server` on another Node, and `server-on-pglite` beside WebKit. */
  'all-but-server': allButServer,
  /** `npm run test:soak`: what takes minutes. Needs a build. */
  soak: ['attacks', 'server-on-pglite', 'long-runs', 'assistive'],
};

/** Whether a runner or its reader would take the file for a test. */
const isTest = (path) => /\.(test|spec)\.[cm]?[jt]sx?$/.test(path);

/** Whether its reader would take the file for a test, and no runner would. What tests share is in folders named `support`. */
const isMisnamed = (path) =>
  !isTest(path) && /(^|[./_-])(tests?|specs?)\.[cm]?[jt]sx?$/i.test(path) && !/(^|\/)support\//.test(path);

/** Folders with code of others, or made of ours. */
const isOfOthers = (name) => ['node_modules', '.git', 'dist', 'coverage'].includes(name);

/** The name of a test here, by its path relative to the repository: that below the folder `test`. Those outside begin with `../`. */
function nameOf(path) {
  const [product, folder, ...rest] = path.split('/');
  if (product === 'test') return path.slice('test/'.length);
  return products.includes(product) && folder === 'test' ? posix.join(product, ...rest) : `../${path}`;
}

/** The path of a test, relative to the repository, by its name here. */
function pathOf(name) {
  const [product, ...rest] = name.split('/');
  return products.includes(product) ? posix.join(product, 'test', ...rest) : posix.join('test', name);
}

/** The names of all tests of a repository, and of what is named like one. */
export function allTests(repository = dirname(root)) {
  const found = [];
  const visit = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !isOfOthers(entry.name)) visit(path);
      else if (entry.isFile()) found.push(nameOf(relative(repository, path).replaceAll(sep, '/')));
    }
  };
  visit(repository);
  return found.filter((path) => isTest(path) || isMisnamed(path)).sort();
}

/**
 * The name of the suite of each file.
 *
 * @param {readonly string[]} [paths] Names as of `allTests`. By default, all.
 * @returns {Map<string, string>} Throws an error that names each file of no suite, or of several.
 */
export function suitesByFile(paths = allTests()) {
  const names = Object.keys(suites).filter((name) => suites[name].includes !== undefined);
  const owners = (path) => (isTest(path) ? names.filter((name) => suites[name].includes(path)) : []);
  const found = paths.map((path) => [path, owners(path)]);
  const strays = found.filter(([, owners]) => owners.length !== 1);
  if (strays.length > 0) {
    const lines = strays.map(([path, owners]) => `${pathOf(path)}: ${owners.join(', ') || reasonFor(path)}`);
    throw new Error(`Each test file belongs to one suite of test/suites.mjs. These do not:\n${lines.join('\n')}`);
  }
  return new Map(found.map(([path, [owner]]) => [path, owner]));
}

function reasonFor(path) {
  if (!isTest(path)) return 'none, as its name does not end like that of a test: .test.ts';
  return path.startsWith('../') ? 'none, as it is outside of test' : 'none';
}

/** @param {readonly string[]} names */
const absolute = (names) => names.map((name) => join(dirname(root), pathOf(name)));

/** All suites but those that only run the files of others once more. */
export const ownSuites = () => suitesNamed(Object.keys(suites).filter((name) => suites[name].includes !== undefined));

/**
 * The suites that arguments name, with their files: by the name of a suite or a group, or by a part of paths such as `elements/voting`.
 * `least`: how many of their tests have to pass; 0 for a part of a suite.
 *
 * @param {readonly string[]} names
 */
export function suitesNamed(names) {
  const owners = [...suitesByFile()];
  const found = new Map();
  for (const suite of names.flatMap((name) => suitesLike(name, owners))) {
    const files = [...(found.get(suite.name)?.files ?? []), ...suite.files];
    const leastTests = Math.max(suite.least, found.get(suite.name)?.least ?? 0);
    found.set(suite.name, { ...suite, files: [...new Set(files)], least: leastTests });
  }
  return [...found.values()];
}

function suitesLike(name, owners) {
  if (name.includes('/')) return withPathsLike(name, owners);
  return (groups[name] ?? [name]).map((member) => {
    const suite = suites[member];
    if (suite === undefined) {
      const known = [...Object.keys(groups), ...Object.keys(suites)].join(', ');
      throw new Error(`"${member}" is no suite. There are ${known}; a part of a path contains a slash.`);
    }
    const { reruns = [member], omits = () => false } = suite;
    const paths = owners.filter(([path, owner]) => reruns.includes(owner) && !omits(path)).map(([path]) => path);
    return { ...suite, name: member, files: absolute(paths), least: least[member] ?? 0 };
  });
}

function withPathsLike(part, owners) {
  const wanted = owners.filter(([path]) => `test/${path}`.includes(part) || pathOf(path).includes(part));
  if (wanted.length === 0) throw new Error(`No test file has "${part}" in its path.`);
  return [...new Set(wanted.map(([, owner]) => owner))].map((name) => ({
    ...suites[name],
    name,
    least: 0,
    files: absolute(wanted.filter(([, owner]) => owner === name).map(([path]) => path)),
  }));
}
