/**
 * `npm test`: the browser tests, then those of the demo server, the documentation's examples and the journeys, which run
 * in Node. The server is tested on PGlite and, where PostgreSQL is installed or `TEST_DATABASE_URL` is set, on PostgreSQL.
 * The last line is `N passed, N failed, N skipped`, for a build server to read.
 */
import { join } from 'node:path';
import { runBrowserTests } from './support/browser-tests.mjs';
import { close, loadTypeScript, runNodeTests, testFilesIn } from './support/node-tests.mjs';
import { withPostgres } from './support/postgres.mjs';

const filesIn = (folder) => testFilesIn(join(import.meta.dirname, folder));

const browserTests = await runBrowserTests(['--coverage', ...process.argv.slice(2)]);

loadTypeScript();
const nodeTests = await withPostgres(async () => [
  // `backends` has tests of its own beside the folders, which need no backend.
  await runNodeTests({ files: [...filesIn('server'), ...filesIn('examples'), ...filesIn('backends')], concurrency: 2 }),
  // Each starts a browser and servers.
  await runNodeTests({ files: filesIn('journeys'), concurrency: 2 }),
]);
close([browserTests, ...nodeTests]);
