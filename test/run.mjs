/**
 * Runs suites of `test/suites.mjs` by name, or files by a part of their path: `node test/run.mjs loop`, `node test/run.mjs elements/voting`.
 * The last line is `N passed, N failed, N skipped`. With the variable `TEST_COUNT_FILE` it writes the count to that file as well.
 *
 * - `--changed`: what the files changed since the last commit need, of all suites; `--since=main` since another one. Builds first if one
 *   of the tests reads `dist`. A change that no test reaches is a failure.
 * - `--coverage`: measures the coverage of the tests in a browser.
 * - `--seed=7`, `--seed=random`: for tests that draw lots. The same number draws the same lots.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { runBrowserTests } from './support/browser-tests.mjs';
import { suitesOfChanges } from './support/changed-tests.mjs';
import { close, closingLine, failureLine, sumOf, takeCountFile, withLeast } from './support/counts.mjs';
import { runMochaTests } from './support/mocha-tests.mjs';
import { runNodeTests } from './support/node-tests.mjs';
import { withPgliteOnly, withPostgres } from './support/postgres.mjs';
import { readSeed, seed } from './support/seed.mjs';
import { needsBuild, suitesNamed } from './suites.mjs';

const countFile = takeCountFile();

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    changed: { type: 'boolean', default: false },
    since: { type: 'string' },
    coverage: { type: 'boolean', default: false },
    seed: { type: 'string' },
  },
});

// One for all files, which run in processes of their own.
process.env.SEED = String(options.seed === undefined ? seed : readSeed(options.seed));
if (options.seed !== undefined) console.log(`SEED=${process.env.SEED}`);

const isOfChanges = options.changed || options.since !== undefined;
const ofChanges = isOfChanges ? await suitesOfChanges({ since: options.since, names: positionals }) : undefined;
const chosen = ofChanges?.suites ?? suitesNamed(positionals.length > 0 ? positionals : ['loop']);
if (ofChanges && chosen.some(({ files }) => files.some(needsBuild)))
  execFileSync('npm', ['run', 'build'], { cwd: join(import.meta.dirname, '..'), stdio: 'inherit' });

const withDatabase = { pglite: withPgliteOnly, postgres: withPostgres, none: (work) => work() };

/** Runs one suite. Its count comes with its name and how many seconds it took. */
async function run(suite, output) {
  const { name, runner, files, prepare, database = 'none', engine, concurrency, timeout, testLimit, least } = suite;
  const started = performance.now();
  const runs = {
    browser: () => runBrowserTests({ files, engine, coverage: suite.isMeasured, output }),
    mocha: () => runMochaTests({ files, output }),
    node: async () => {
      await prepare?.();
      return withDatabase[database](() => runNodeTests({ files, concurrency, timeout, testLimit, output }));
    },
  };
  // Such as a database that does not start. The other suites go on.
  const count = await runs[runner]().catch((error) => {
    console.error(error);
    return { passed: 0, failed: 1, skipped: 0, failures: [failureLine('test', name, error)] };
  });
  return { name, seconds: (performance.now() - started) / 1000, ...withLeast(count, name, least) };
}

async function runInTurn(suites, output) {
  const counts = [];
  for (const suite of suites) counts.push(await run(suite, output));
  return counts;
}

/** Those for the same browser become one run, which starts it once. With `--coverage`, those that it is measured of are another one. */
function inOneBrowser(suites) {
  const merged = new Map();
  for (const { name, engine, files, least, covers = false } of suites) {
    const isMeasured = options.coverage && covers;
    const key = `${engine} ${isMeasured}`;
    const others = merged.get(key);
    const names = new Set([...(others?.names ?? []), name]);
    merged.set(key, {
      names,
      name: [...names].join(', '),
      runner: 'browser',
      engine,
      isMeasured,
      files: [...(others?.files ?? []), ...files],
      least: (others?.least ?? 0) + least,
    });
  }
  return [...merged.values()];
}

const inBrowser = inOneBrowser(chosen.filter(({ runner }) => runner === 'browser'));
const inNode = chosen.filter(({ runner }) => runner !== 'browser');

// Side by side. What Node prints is held back until the browser tests have printed theirs.
const output = new PassThrough({ highWaterMark: Number.MAX_SAFE_INTEGER });
const nodeCounts = runInTurn(inNode, output);
const browserCounts = await runInTurn(inBrowser, process.stdout);
const printed = pipeline(output, process.stdout, { end: false });
const counts = [...browserCounts, ...(await nodeCounts)];
output.end();
await printed;

console.log();
for (const { name, seconds, ...count } of counts)
  console.log(`${name}: ${closingLine(count)} (${Math.round(seconds)} s)`);
const missing = (ofChanges?.missing ?? []).map((path) =>
  failureLine(path, 'changed, and reached by no test', 'test/changes.mjs says which tests a file needs'),
);
close(sumOf([...counts, { passed: 0, failed: missing.length, skipped: 0, failures: missing }]), countFile);
