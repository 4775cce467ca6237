/** Loaded before a test file in Node: makes its process fail that ends before its tests, even with status 0. */
import { after } from 'node:test';

// The processes that a test starts inherit the option, and must not become test runners.
if (/\.(test|spec)\.[cm]?[jt]s$/.test(process.argv[1] ?? '')) {
  let ended = false;
  after(() => {
    ended = true;
  });
  process.on('exit', (status) => {
    if (ended || status !== 0) return;
    console.error('The process has ended before its tests: does something call process.exit()?');
    process.exitCode = 1;
  });
}
