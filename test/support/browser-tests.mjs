/** Runs browser tests with Web Test Runner and counts them, for the commands whose last line a build server reads. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';

const rootDir = dirname(dirname(import.meta.dirname));
const closingLine = /^(\d+) passed, (\d+) failed, (\d+) skipped$/m;

/** `args`: options of `wtr`. Its closing line is printed with a prefix, for it is only a part of the sum. */
export function runBrowserTests(args) {
  return new Promise((resolve) => {
    const wtr = join(rootDir, 'node_modules', '@web', 'test-runner', 'dist', 'bin.js');
    const child = spawn(process.execPath, [wtr, ...args], { cwd: rootDir, stdio: ['inherit', 'pipe', 'inherit'] });
    let last = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      last = (last + text).slice(-2000);
      process.stdout.write(text.replace(closingLine, 'Browser tests: $&'));
    });
    child.on('close', (code) => {
      const [, passed = 0, failed = 0, skipped = 0] = (closingLine.exec(last) ?? []).map(Number);
      // Coverage below the threshold is a failure without a failing test.
      if (code !== 0 && failed === 0) console.log('Failed: the browser tests, without a failing test');
      resolve({ passed, failed: code === 0 ? failed : Math.max(1, failed), skipped });
    });
  });
}
