/** Which test files import, directly or not, a file that has changed. */
import { execFileSync } from 'node:child_process';
import { dirname, join, relative, sep } from 'node:path';
import { build } from 'esbuild';

const rootDir = join(import.meta.dirname, '..', '..');

const git = (...args) =>
  execFileSync('git', args, { cwd: rootDir, encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '');

/** Paths relative to the root, new files included. */
const changedFiles = (since) => [
  ...git('diff', '--name-only', since),
  ...git('ls-files', '--others', '--exclude-standard'),
];

/** Dynamic imports count as well. */
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

function reachedFrom(file, imports) {
  const reached = new Set([file]);
  for (const path of reached) for (const imported of imports.get(path) ?? []) reached.add(imported);
  return reached;
}

/** What no import shows: settings, and what a test reads or starts from the folder around it. */
function mayReach(file, changed) {
  if (!changed.includes('/')) return !changed.endsWith('.md');
  return !/\.[cm]?[jt]s$/.test(changed) && `${dirname(file)}/`.startsWith(`${dirname(changed)}/`);
}

/**
 * The suites with those of their files that reach a change.
 *
 * @param {string} [since] A commit. By default, the last one.
 */
export async function reachedByChanges(suites, since = 'HEAD') {
  const changes = changedFiles(since);
  const paths = new Map(
    suites.flatMap(({ files }) => files).map((file) => [file, relative(rootDir, file).replaceAll(sep, '/')]),
  );
  const imports = await importsOf([...paths.keys()]);
  const isReached = (file) => {
    const reached = reachedFrom(paths.get(file), imports);
    return changes.some((changed) => reached.has(changed) || mayReach(paths.get(file), changed));
  };
  const chosen = suites
    .map((suite) => ({ ...suite, files: suite.files.filter(isReached), least: 0 }))
    .filter(({ files }) => files.length > 0);
  const count = chosen.flatMap(({ files }) => files).length;
  console.log(`${count} of ${paths.size} test files reach ${changes.join(', ') || 'a change: there is none'}.`);
  return chosen;
}
