/**
 * Runs the tests against one real server: `node test/backends/run.mjs wordpress` runs those in the folder `wordpress`.
 * The last line is `N passed, N failed, N skipped`, for CI.
 */
import { join } from 'node:path';
import { close, loadTypeScript, runNodeTests, testFilesIn } from '../support/node-tests.mjs';

/** The longest file takes several minutes on a busy machine. */
const TIMEOUT = 20 * 60_000;

const [, , backend] = process.argv;
if (backend === undefined) throw new Error('Name a folder of test/backends: node test/backends/run.mjs wordpress');

const files = testFilesIn(join(import.meta.dirname, backend));
loadTypeScript();
// One at a time: each file starts its own servers.
close([await runNodeTests({ files, concurrency: 1, timeout: TIMEOUT })]);
