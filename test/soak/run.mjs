/**
 * `npm run test:soak`: tests that take minutes. A thousand posts over a line that fails, a server that is killed while readers
 * post, the plans of queries over 100,000 comments, every attack in every place where text of others is shown, the
 * server on PGlite, what screen readers get over AT-SPI, and random journeys of readers through everything that can go wrong.
 * `--seed random` leaves to chance what happens when, and `--seed 42` repeats a run. Without it, each run is the same.
 * The last line is `N passed, N failed, N skipped`, for a build server to read.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runBrowserTests } from '../support/browser-tests.mjs';
import { close, loadTypeScript, runNodeTests, testFilesIn } from '../support/node-tests.mjs';
import { withPgliteOnly, withPostgres } from '../support/postgres.mjs';
import { readSeed, seed } from '../support/seed.mjs';

const { values } = parseArgs({ options: { seed: { type: 'string' } } });
// One for all files, which run in processes of their own.
process.env.SEED = `${values.seed === undefined ? seed : readSeed(values.seed)}`;
console.log(`SEED=${process.env.SEED}`);

const browserTests = await runBrowserTests(['--files', 'test/soak/browser/**/*.test.ts']);

loadTypeScript();
// `npm test` runs these on PostgreSQL where it is installed.
const serverOnPglite = await withPgliteOnly(() =>
  runNodeTests({ files: testFilesIn(join(import.meta.dirname, '..', 'server')), concurrency: 2 }),
);
const nodeTests = await withPostgres(() => runNodeTests({ files: testFilesIn(import.meta.dirname), concurrency: 2 }));

// A desktop of its own each, where the packages for it are installed.
const assistive = await runNodeTests({
  files: testFilesIn(join(import.meta.dirname, '..', 'assistive')),
  concurrency: 1,
});

const journeys = await runNodeTests({ files: testFilesIn(join(import.meta.dirname, 'journeys')), concurrency: 1 });
close([browserTests, serverOnPglite, nodeTests, assistive, journeys]);
