/** Runs tests of pure modules with Mocha, all in one process, and counts them. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { countOf } from './child-count.mjs';

const rootDir = join(import.meta.dirname, '..', '..');

/** @param {{ files: readonly string[], output?: NodeJS.WritableStream }} options */
export function runMochaTests({ files, output = process.stdout }) {
  const child = fork(join(import.meta.dirname, 'mocha-process.mjs'), files, {
    cwd: rootDir,
    execArgv: ['--import=tsx'],
    stdio: ['inherit', 'pipe', 'pipe', 'ipc'],
  });
  return countOf(child, { what: 'modules', output });
}
