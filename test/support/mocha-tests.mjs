/** Runs tests of pure modules with Mocha, all in one process, and counts them. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { countOf } from './child-count.mjs';
import { failureLine } from './counts.mjs';

const rootDir = join(import.meta.dirname, '..', '..');

/**
 * @param {object} options
 * @param {readonly string[]} options.files Absolute paths.
 * @param {NodeJS.WritableStream} [options.output]
 * @param {number} [options.limit] Milliseconds after which a test ends the process. Mocha has a limit, too, but none for an endless loop.
 */
export async function runMochaTests({ files, output = process.stdout, limit = 120_000 }) {
  const child = fork(join(import.meta.dirname, 'mocha-process.mjs'), files, {
    cwd: rootDir,
    execArgv: ['--import=tsx'],
    stdio: ['inherit', 'pipe', 'pipe', 'ipc'],
  });
  let endless;
  let timer;
  child.on('message', ({ test }) => {
    clearTimeout(timer);
    if (test === undefined) return;
    timer = setTimeout(() => {
      endless = test;
      child.kill('SIGKILL');
    }, limit);
  });
  const count = await countOf(child, { what: 'modules', output });
  clearTimeout(timer);
  if (endless === undefined) return count;
  return { ...count, failures: [failureLine('modules', endless, `has not ended after ${limit / 1000} seconds`)] };
}
