/**
 * `npm run test:firefox`, `npm run test:webkit`: the browser tests in another engine than Chromium. Arguments go to
 * `wtr`. It lists what is skipped and why, and its last line is `N passed, N failed, N skipped`, for a build server.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const rootDir = join(import.meta.dirname, '..');
const [engine, ...args] = process.argv.slice(2);
if (engine !== 'firefox' && engine !== 'webkit')
  throw new Error(`test/run-engine.mjs takes "firefox" or "webkit", not "${engine}".`);

function run(command, words, options) {
  const { status, error } = spawnSync(command, words, { cwd: rootDir, stdio: 'inherit', ...options });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

const wtr = join(rootDir, 'node_modules', '@web', 'test-runner', 'dist', 'bin.js');
run(process.execPath, [wtr, ...args], { env: { ...process.env, BROWSERS: engine } });
