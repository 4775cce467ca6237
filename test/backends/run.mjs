/**
 * Runs the tests against one real server: `node test/backends/run.mjs wordpress` runs the files whose names start so.
 * The last line is `N passed, N failed, N skipped`, for CI.
 */
import { close, loadTypeScript, runNodeTests, testFilesIn } from '../node-tests.mjs';

/** The longest file takes several minutes on a busy machine. */
const TIMEOUT = 20 * 60_000;

const files = testFilesIn(import.meta.dirname, process.argv[2] ?? '');
loadTypeScript();
// One at a time: each file starts its own servers.
close([files.length > 0 ? await runNodeTests({ files, concurrency: 1, timeout: TIMEOUT }) : { passed: 0, failed: 1, skipped: 0 }]);
