/** The process that `mocha-tests.mjs` starts. Its arguments are test files. Prints a dot for each test and sends the count. */
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import Mocha from 'mocha';
import { failureLine } from './counts.mjs';

const setup = join(import.meta.dirname, 'fail-on-unnoticed-errors.ts');
const files = process.argv.slice(2);

const mocha = new Mocha({ forbidOnly: true, failZero: true, timeout: 10_000, reporter: 'dot', color: false });
// Mocha itself loads them with `require`, so that what `src/` imports later would be a second copy, with classes of its own.
for (const file of [setup, ...files]) {
  mocha.suite.emit('pre-require', globalThis, file, mocha);
  mocha.suite.emit('require', await import(pathToFileURL(file)), file, mocha);
  mocha.suite.emit('post-require', globalThis, file, mocha);
}

const count = { passed: 0, failed: 0, skipped: 0, failures: [] };

function fail(file, title, error) {
  count.failed++;
  count.failures.push(failureLine(relative(process.cwd(), file), title, error));
}

const withTests = new Set();
mocha.suite.eachTest(({ file }) => withTests.add(file));
for (const file of files) if (!withTests.has(file)) fail(file, 'declares no test');

mocha
  .run(() =>
    // Timers that wait for minutes, such as those of a rate limit, would keep the process.
    process.send({ count }, () => process.exit(count.failed === 0 ? 0 : 1)),
  )
  .on('pass', () => count.passed++)
  .on('pending', () => count.skipped++)
  .on('fail', (test, error) => fail(test.file ?? test.parent?.file ?? '', test.fullTitle(), error));
