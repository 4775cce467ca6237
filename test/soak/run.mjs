/**
 * `npm run test:soak`: tests that take minutes. A thousand posts over a line that fails, a server that is killed while readers
 * post, the plans of queries over 100,000 comments, and every attack in every place where text of others is shown.
 * `npm run test:journeys` plays random journeys of readers through everything that can go wrong.
 * The last line is `N passed, N failed, N skipped`, for a build server to read.
 */
import { runBrowserTests } from '../support/browser-tests.mjs';
import { close, loadTypeScript, runNodeTests, testFilesIn } from '../support/node-tests.mjs';
import { withPostgres } from '../support/postgres.mjs';

const browserTests = await runBrowserTests(['--files', 'test/soak/browser/**/*.test.ts']);

loadTypeScript();
const nodeTests = await withPostgres(() => runNodeTests({ files: testFilesIn(import.meta.dirname), concurrency: 2 }));
close([browserTests, nodeTests]);
