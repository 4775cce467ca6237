/**
 * Runs all tests: those of the browser, then those of the demo server on PGlite and, where PostgreSQL is installed or
 * `TEST_DATABASE_URL` is set, on PostgreSQL too, then the journeys, in which readers use the built files against the
 * server while lines and servers fail. The very last line is `N passed, N failed, N skipped` of them all, which is what
 * a build server reads.
 */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { findPostgres, startPostgres } from './support/postgres.mjs';
import { close, loadTypeScript, runNodeTests, testFilesIn } from './support/node-tests.mjs';

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

/** What keeps the servers that other commands test against. */
const keeperTests = { files: testFilesIn(join(rootDir, 'test', 'backends'), 'keeper'), concurrency: 1 };

/** The files of one folder, so many at once. */
const runFolder = (name, concurrency) => runNodeTests({ files: testFilesIn(join(rootDir, 'test', name)), concurrency });

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

loadTypeScript();
close([
  browserResult,
  await runNodeTests(keeperTests),
  ...(await withPostgres(async () => [await runFolder('examples', 2), await runFolder('server', 2), await runFolder('journeys', 1)])),
]);
