/**
 * `npm test`: the browser tests, and beside them those of the demo server, of the documentation and its examples, and the journeys,
 * which run in Node. The server is tested on PostgreSQL where that is installed or `TEST_DATABASE_URL` is set, and on PGlite
 * elsewhere. Arguments go to `wtr`: `npm test -- --coverage` measures the coverage, which costs half a minute.
 * The last line is `N passed, N failed, N skipped`, for a build server to read.
 */
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { runBrowserTests } from './support/browser-tests.mjs';
import { close, loadTypeScript, runNodeTests, testFilesIn } from './support/node-tests.mjs';
import { withPostgres } from './support/postgres.mjs';

const filesIn = (folder) => testFilesIn(join(import.meta.dirname, folder));

const browserTests = runBrowserTests(process.argv.slice(2));

// Held back until the browser tests have printed theirs.
const output = new PassThrough({ highWaterMark: Number.MAX_SAFE_INTEGER });
loadTypeScript();
const nodeTests = withPostgres(async () => [
  // `backends` has tests of its own beside the folders, which need no backend.
  await runNodeTests({
    files: ['server', 'server-rendering', 'commonmark', 'examples', 'backends'].flatMap(filesIn),
    concurrency: 2,
    output,
  }),
  // Each starts a browser and servers.
  await runNodeTests({ files: [...filesIn('journeys'), ...filesIn('documentation')], concurrency: 2, output }),
]);

const browserCount = await browserTests;
const printed = pipeline(output, process.stdout, { end: false });
const nodeCounts = await nodeTests;
output.end();
await printed;
close([browserCount, ...nodeCounts]);
