/**
 * Runs all tests: those of the browser, then those of the demo server on PGlite and, where PostgreSQL is installed or
 * `TEST_DATABASE_URL` is set, on PostgreSQL too, then the journeys, in which readers use the built files against the
 * server while lines and servers fail. The very last line is `N passed, N failed, N skipped` of them all, which is what
 * a build server reads.
 */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { findPostgres, startPostgres } from './backends/postgres.mjs';

const rootDir = dirname(import.meta.dirname);
const closingLine = /^(\d+) passed, (\d+) failed, (\d+) skipped$/m;

/** Passes everything on but the closing line, which is one part of the sum here. */
function runBrowserTests() {
  return new Promise((resolve) => {
    const wtr = join(rootDir, 'node_modules', '@web', 'test-runner', 'dist', 'bin.js');
    const child = spawn(process.execPath, [wtr, '--coverage', ...process.argv.slice(2)], {
      cwd: rootDir,
      stdio: ['inherit', 'pipe', 'inherit'],
    });
    let last = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      last = (last + text).slice(-2000);
      process.stdout.write(text.replace(closingLine, 'Browser tests: $&'));
    });
    child.on('close', (code) => {
      const [, passed = 0, failed = 0, skipped = 0] = (closingLine.exec(last) ?? []).map(Number);
      // Coverage that is too low is a failure without a failing test.
      resolve({ passed, failed: code === 0 ? failed : Math.max(1, failed), skipped });
    });
  });
}

/** Runs the files of one folder in Node, so many at once, and counts their tests; suites are none. */
function runNodeTests(name, concurrency) {
  const folder = join(rootDir, 'test', name);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(folder, name));
  const count = { passed: 0, failed: 0, skipped: 0 };
  return new Promise((resolve) => {
    const stream = run({ files, concurrency });
    const isTest = ({ details }) => details.type !== 'suite';
    stream.on('test:pass', (test) => {
      if (test.skip !== undefined) count.skipped++;
      else if (isTest(test)) count.passed++;
    });
    stream.on('test:fail', (test) => isTest(test) && count.failed++);
    stream.on('end', () => resolve(count));
    stream.compose(new spec()).pipe(process.stdout);
  });
}

async function withPostgres(work) {
  if (process.env.TEST_DATABASE_URL) return work();
  if (findPostgres() === undefined) {
    console.log(
      'PostgreSQL is not installed: the server is tested on PGlite only, and two servers on one database are not. On Debian: apt-get install postgresql',
    );
    return work();
  }
  const { url, stop } = await startPostgres();
  process.env.TEST_DATABASE_URL = url;
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop().then(() => process.exit(1)));
  try {
    return await work();
  } finally {
    await stop();
  }
}

const browserResult = await runBrowserTests();

// By the environment, because Node 20 has no other way to tell the processes of the files.
process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import=${import.meta.resolve('tsx')}`;

const results = [
  browserResult,
  ...(await withPostgres(async () => [
    await runNodeTests('examples', 2),
    await runNodeTests('server', 2),
    await runNodeTests('journeys', 1),
  ])),
];
const sum = (name) => results.reduce((total, result) => total + result[name], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
