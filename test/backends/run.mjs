/**
 * Runs the tests against one real server: `node test/backends/run.mjs wordpress` takes all files here whose names begin so.
 * The very last line is `N passed, N failed, N skipped`, which is what a build server reads.
 */
import { close, loadTypeScript, runNodeTests, testFilesIn } from '../support/node-tests.mjs';

/** A machine with other work takes some minutes for the longest file. */
const TIMEOUT = 20 * 60_000;

const files = testFilesIn(import.meta.dirname, process.argv[2] ?? '');
loadTypeScript();
// One after the other: each file starts servers of its own.
close([files.length > 0 ? await runNodeTests({ files, concurrency: 1, timeout: TIMEOUT }) : { passed: 0, failed: 1, skipped: 0 }]);
