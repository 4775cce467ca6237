/**
 * `npm run test:soak`: tests that take minutes. A thousand posts over a line that fails, a server that is killed while readers
 * post, the plans of queries over 100,000 comments, every attack in every place where text of others is shown, the
 * server on PGlite, what screen readers get over AT-SPI, and random journeys of readers through everything that can go wrong.
 * The last line is `N passed, N failed, N skipped`, for a build server to read.
 */
import { basename, join } from 'node:path';
import { runBrowserTests } from '../support/browser-tests.mjs';
import { close, loadTypeScript, runNodeTests, testFilesIn } from '../support/node-tests.mjs';
import { withPgliteOnly, withPostgres } from '../support/postgres.mjs';

const browserTests = await runBrowserTests(['--files', 'test/soak/browser/**/*.test.ts']);

loadTypeScript();
/** They are about several connections, which PGlite does not have. */
const needPostgres = ['instances', 'migrations', 'row-locks'].map((name) => `${name}.test.ts`);

// `npm test` runs these on PostgreSQL where it is installed.
const serverOnPglite = await withPgliteOnly(() =>
  runNodeTests({
    files: testFilesIn(join(import.meta.dirname, '..', 'server')).filter(
      (file) => !needPostgres.includes(basename(file)),
    ),
    concurrency: 2,
  }),
);
const nodeTests = await withPostgres(() => runNodeTests({ files: testFilesIn(import.meta.dirname), concurrency: 2 }));

// A desktop of its own each, where the packages for it are installed.
const assistive = await runNodeTests({
  files: testFilesIn(join(import.meta.dirname, '..', 'assistive')),
  concurrency: 1,
});

// The same journeys in each run, so that a build does not fail by chance. `npm run test:journeys` takes others each time.
process.env.SEED ??= '8000';
const journeys = await runNodeTests({ files: testFilesIn(join(import.meta.dirname, 'journeys')), concurrency: 1 });
close([browserTests, serverOnPglite, nodeTests, assistive, journeys]);
