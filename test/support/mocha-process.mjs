/** The process that `mocha-tests.mjs` starts. Its arguments are test files. Prints a dot for each test, and sends its name before it and the count. */
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import Mocha from 'mocha';
import { failureLine } from './counts.mjs';

const setUp = ['fail-on-unnoticed-errors.ts', 'fail-without-assertion.ts'].map((name) =>
  join(import.meta.dirname, name),
);
const files = process.argv.slice(2);

const mocha = new Mocha({ forbidOnly: true, failZero: true, timeout: 60_000, reporter: 'dot', color: false });
// Mocha itself loads them with `require`, so that what `src/` imports later would be a second copy, with classes of its own.
for (const file of [...setUp, ...files]) {
  mocha.suite.emit('pre-require', globalThis, file, mocha);
  mocha.suite.emit('require', await import(pathToFileURL(file)), file, mocha);
  mocha.suite.emit('post-require', globalThis, file, mocha);
}

const count = { passed: 0, failed: 0, skipped: 0, failures: [] };

function fail(file, title, error) {
  count.failed++;
  count.failures.push(failureLine(relative(process.cwd(), file), title, error));
}

if (files.length === 0) fail('test', 'there is no test file');
const withTests = new Set();
mocha.suite.eachTest(({ file }) => withTests.add(file));
for (const file of files) if (!withTests.has(file)) fail(file, 'declares no test');

/** Such as a `describe` whose table of cases is empty. */
function failEmpty({ suites }) {
  for (const suite of suites)
    if (suite.total() === 0) fail(suite.file, suite.fullTitle(), 'declares no test');
    else failEmpty(suite);
}
failEmpty(mocha.suite);

/** What goes wrong after the last test, and in the hooks after it. */
async function failForRest() {
  await new Promise(setImmediate);
  const { throwIfUnnoticed } = await import(pathToFileURL(setUp[0]));
  try {
    throwIfUnnoticed();
  } catch (error) {
    fail(files.at(-1) ?? 'test', 'after the last test', error);
  }
}

mocha
  .run(async () => {
    await failForRest();
    // Timers that wait for minutes, such as those of a rate limit, would keep the process.
    process.send({ count }, () => process.exit(count.failed === 0 ? 0 : 1));
  })
  .on('test', (test) => process.send({ test: test.fullTitle() }))
  .on('pass', () => count.passed++)
  .on('pending', () => count.skipped++)
  .on('fail', (test, error) => fail(test.file ?? test.parent?.file ?? '', test.fullTitle(), error));
