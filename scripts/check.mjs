/**
 * `npm run check`: each script `check:…` of `package.json`, all of them even if one fails. Needs a build. The last line is
 * `N passed, N failed, N skipped`, in which a check without tests of its own counts as one.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { close, failureLine, readCount, sumOf, takeCountFile } from '../test/support/counts.mjs';

const countFile = takeCountFile();

const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const checks = Object.keys(scripts).filter((name) => name.startsWith('check:'));

/** Checks at a time: each keeps one core busy. */
const CONCURRENCY = 2;

/** Prints what the check prints once it has ended, and returns its count. */
async function run(name, folder) {
  const started = performance.now();
  const file = join(folder, name.replaceAll(':', '-'));
  const env = { ...process.env, TEST_COUNT_FILE: file };
  const child = spawn('npm', ['run', '--silent', name], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const status = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`\n=== ${name} (${seconds} s)\n${output.trim()}`);
  return countOf({ name, status, output, count: readCount(file) });
}

/** What is printed proves no test, since a test can print any line; but a printed failure is one. */
function countOf({ name, status, output, count }) {
  const printed = output.split(/\r?\n/).filter((line) => line.startsWith('Failed: '));
  const { passed, failed, skipped } = count ?? { passed: 0, failed: 0, skipped: 0 };
  const failures = [...new Set([...(count?.failures ?? []), ...printed])];
  const reason = reasonToFail({ name, status, printed, count });
  if (reason === undefined || failed > 0) {
    const isTest = count !== undefined;
    return { passed: isTest ? passed : 1, failed, skipped, failures };
  }
  return { passed, failed: 1, skipped, failures: [...failures, failureLine(name, reason)] };
}

function reasonToFail({ name, status, printed, count }) {
  if (status !== 0) return `status ${status}`;
  if (printed.length > 0) return 'printed a failure and ended with status 0';
  if (!scripts[name].includes('test/run.mjs')) return undefined;
  if (count === undefined) return 'reported no count of its tests';
  return count.passed === 0 ? 'passed no test' : undefined;
}

const waiting = [...checks];
const counts = [];
async function work(folder) {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) counts.push(await run(name, folder));
}
const folder = mkdtempSync(join(tmpdir(), 'check-'));
await Promise.all(Array.from({ length: CONCURRENCY }, () => work(folder)));
rmSync(folder, { recursive: true });
close(sumOf(counts), countFile);
