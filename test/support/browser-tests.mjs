/** Runs test files in a browser with Web Test Runner and counts their tests. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { countOf } from './child-count.mjs';

const rootDir = join(import.meta.dirname, '..', '..');

/**
 * @param {object} options
 * @param {readonly string[]} options.files Absolute paths.
 * @param {'chromium' | 'firefox' | 'webkit'} [options.engine]
 * @param {boolean} [options.coverage] Measures the coverage.
 * @param {NodeJS.WritableStream} [options.output]
 */
export function runBrowserTests({ files, engine = 'chromium', coverage = false, output = process.stdout }) {
  const wtr = join(rootDir, 'node_modules', '@web', 'test-runner', 'dist', 'bin.js');
  const child = fork(wtr, [], {
    cwd: rootDir,
    env: { ...process.env, BROWSERS: engine, COVERAGE: String(coverage), TEST_FILES: files.join('\n') },
    stdio: ['inherit', 'pipe', 'pipe', 'ipc'],
  });
  return countOf(child, { what: `browser tests in ${engine}`, output });
}
