/**
 * `npm run check`: each script `check:…` of `package.json`, all of them even if one fails. Needs a build. The last line is
 * `N passed, N failed, N skipped`, in which a check without tests of its own counts as one.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { close, failureLine, sumOf } from '../test/support/counts.mjs';

const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const checks = Object.keys(scripts).filter((name) => name.startsWith('check:'));

/** Checks at a time: each keeps one core busy. */
const CONCURRENCY = 2;

const closingLine = /^(\d+) passed, (\d+) failed, (\d+) skipped$/m;

/** Prints what the check prints once it has ended, and returns its count. */
async function run(name) {
  const started = performance.now();
  const child = spawn('npm', ['run', '--silent', name], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const status = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`\n=== ${name} (${seconds} s)\n${output.trim()}`);
  const [, passed, failed, skipped] = (closingLine.exec(output) ?? [undefined, status === 0 ? 1 : 0, 0, 0]).map(Number);
  const failures = output.split('\n').filter((line) => line.startsWith('Failed: '));
  if (status === 0 || failed > 0) return { passed, failed, skipped, failures };
  return { passed, failed: 1, skipped, failures: [...failures, failureLine(name, `status ${status}`)] };
}

const waiting = [...checks];
const counts = [];
async function work() {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) counts.push(await run(name));
}
await Promise.all(Array.from({ length: CONCURRENCY }, work));
close(sumOf(counts));
