/**
 * Runs a script with another version of Node, which it installs from the npm registry: `node test/support/with-node.mjs 24 test/run.mjs server/test/`.
 * The version is a range. Processes that start `node` get the same one.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const [version, ...args] = process.argv.slice(2);
if (!/^\d+(\.\d+){0,2}$/.test(version ?? '') || args.length === 0) {
  console.error('Usage: node test/support/with-node.mjs <version> <script> [argument…]');
  process.exit(2);
}

const folder = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', `node-${version}`);
// The binary alone. The package `node` would get it by an install script, which npm may not run.
const name = `node-${process.platform}-${process.arch}`;
mkdirSync(folder, { recursive: true });
execFileSync(
  'npm',
  [
    'install',
    '--prefix',
    folder,
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--loglevel=error',
    `${name}@${version}`,
  ],
  { stdio: 'inherit' },
);
const bin = join(folder, 'node_modules', name, 'bin');
const node = join(bin, 'node');
console.log(`Node ${execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()}`);

const child = spawn(node, args, {
  stdio: 'inherit',
  env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.once('error', (error) => {
  throw error;
});
child.once('exit', (code, signal) => {
  if (signal) console.error(`Node was ended by ${signal}.`);
  process.exitCode = code ?? 1;
});
