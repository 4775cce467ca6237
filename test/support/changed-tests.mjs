/** Which test files a change needs: by the tables of `test/changes.mjs`, and by what the test files import, directly or not. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build } from 'esbuild';
import * as tables from '../changes.mjs';
import { ownSuites, suitesNamed } from '../suites.mjs';

const rootDir = join(import.meta.dirname, '..', '..');

const toPath = (file) => relative(rootDir, file).replaceAll(sep, '/');

const git = (...args) =>
  execFileSync('git', args, { cwd: rootDir, encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '');

/**
 * Paths relative to the root, new files included.
 *
 * @param {string} since A commit.
 */
export const changedFiles = (since) => [
  ...git('diff', '--name-only', '--no-renames', since),
  ...git('ls-files', '--others', '--exclude-standard'),
];

/** A test of the build imports `dist`, which `src` becomes. */
const sourcesOfBuild = {
  name: 'sources-of-build',
  setup({ onResolve }) {
    onResolve({ filter: /\/dist\// }, ({ path, resolveDir }) => {
      const built = /^dist\/(.+)\.js$/.exec(toPath(join(resolveDir, path)));
      const source = built && join(rootDir, 'src', `${built[1]}.ts`);
      return source && existsSync(source) ? { path: source } : { path, external: true };
    });
  },
};

/** The files that each file imports, by paths relative to the root. Dynamic imports count as well; imports of types do not. */
async function importsOf(entryPoints) {
  const { metafile } = await build({
    entryPoints,
    absWorkingDir: rootDir,
    bundle: true,
    splitting: true,
    format: 'esm',
    packages: 'external',
    tsconfig: join(rootDir, 'tsconfig.json'),
    outdir: join(rootDir, 'unwritten'),
    plugins: [sourcesOfBuild],
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  return new Map(
    Object.entries(metafile.inputs).map(([path, { imports }]) => [
      path,
      imports.filter(({ external }) => !external).map(({ path }) => path),
    ]),
  );
}

/** For each file, the given files that import it. */
async function importers(files) {
  const imports = await importsOf(files);
  const found = new Map();
  for (const file of files) {
    const reached = new Set([toPath(file)]);
    // A set goes on to what is added while it is read.
    for (const path of reached) for (const imported of imports.get(path) ?? []) reached.add(imported);
    for (const path of reached) found.set(path, [...(found.get(path) ?? []), file]);
  }
  return found;
}

/** The key of a row for the path: its longest beginning. */
const rowOf = (rows, path) =>
  Object.keys(rows)
    .filter((beginning) => path.startsWith(beginning))
    .sort((a, b) => b.length - a.length)[0];

const testsOf = (rows, path) => rows[rowOf(rows, path)] ?? [];

const filesNamed = (names) => (names.length === 0 ? [] : suitesNamed(names).flatMap(({ files }) => files));

/**
 * The test files that each changed file needs.
 *
 * @param {readonly string[]} changes Paths relative to the root.
 * @returns {Promise<Map<string, ReadonlySet<string>>>} Absolute paths, by changed file. Empty for a file that no test reaches.
 */
export async function testsByChange(changes) {
  // The largest suites of those that need no installed server.
  const contributors = suitesNamed(['all', 'package']).flatMap(({ files }) => files);
  const others = ownSuites()
    .flatMap(({ files }) => files)
    .filter((file) => !contributors.includes(file));
  const [importing, importingElsewhere] = await Promise.all([importers(contributors), importers(others)]);
  return new Map(
    changes.map((path) => {
      const own = filesNamed(testsOf(tables.features, path));
      if (own.length > 0) return [path, new Set(own)];
      const near = [...(importing.get(path) ?? []), ...filesNamed(testsOf(tables.readers, path))];
      if (near.length > 0) return [path, new Set(near)];
      return [path, new Set(importingElsewhere.get(path) ?? filesNamed(testsOf(tables.folders, path)))];
    }),
  );
}

/**
 * The suites with those of their files that a change needs. Prints which files need no test.
 *
 * @param {object} [options]
 * @param {string} [options.since] A commit. By default, the last one.
 * @param {readonly string[]} [options.names] Only these suites or parts of paths. By default, all.
 * @returns Suites as of `test/suites.mjs`, and the changed files that no test reaches.
 */
export async function suitesOfChanges({ since = 'HEAD', names = [] } = {}) {
  const changes = changedFiles(since);
  const tests = await testsByChange(changes);
  const needed = new Set([...tests.values()].flatMap((files) => [...files]));
  const suites = (names.length > 0 ? suitesNamed(names) : ownSuites())
    .map((suite) => ({ ...suite, files: suite.files.filter((file) => needed.has(file)), least: 0 }))
    .filter(({ files }) => files.length > 0);
  const count = suites.reduce((sum, { files }) => sum + files.length, 0);
  console.log(changes.length === 0 ? `No change since ${since}.` : `${count} test files for ${changes.join(', ')}`);
  const unreached = changes.filter((path) => tests.get(path).size === 0 && existsSync(join(rootDir, path)));
  for (const path of unreached.filter(isUntested)) console.log(`No test reads ${path}.${hintFor(path)}`);
  return { suites, missing: unreached.filter((path) => !isUntested(path)) };
}

const isUntested = (path) => rowOf(tables.untested, path) !== undefined;

/** The command that shows what a change without tests does. */
function hintFor(path) {
  const command = tables.untested[rowOf(tables.untested, path)];
  return command === '' ? '' : ` Try ${command}.`;
}
