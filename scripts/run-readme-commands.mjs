/**
 * Executes the commands of the README, in order: `node scripts/run-readme-commands.mjs FOLDER`. FOLDER is empty, and takes the clone. What
 * is printed there is what is executed, but for the bounds below. A server has to print its address, answer at it, and end at Ctrl+C.
 * Uses nothing but Node, as it runs where no package is installed. The last line is `N passed, N failed, N skipped`: a command is one
 * test, and so is each test that `npm test` runs.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { close, failureLine, readCount, sumOf, takeCountFile } from '../test/support/counts.mjs';

const root = join(import.meta.dirname, '..');

/** What is executed instead of a command that would take too long, and what proves the rest of it. */
export const bounds = new Map([
  // One file for each runner, in the browser that `npm ci` installs. The step `all` of `.ci/run` runs every file.
  ['npm test', 'npm test -- model/abortable elements/voting.test server-rendering/privacy'],
  // Every page once, at the smallest size.
  ['npm run bench', 'npm run bench -- --rounds 1 --sizes 25'],
]);

/** Commands that `.ci/run` executes itself: the steps `build` and `check` are the two halves of this one. */
export const executedBySteps = new Map([['npm run check', ['npm run build', 'node scripts/check.mjs']]]);

const isServer = (command) => /^npm (start|run demo:\w+)$/.test(command);

/** Minutes for one command. Waline is compiled. */
const LIMIT = 20;

/** Seconds a server may take to end. */
const END = 30;

/** The commands in the block below "Commands", without their comments. */
export function commandsIn(readme) {
  const [, block = ''] = /^## Commands$[^]*?^```sh\n([^]*?)^```$/m.exec(readme) ?? [];
  const commands = block
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter(Boolean);
  if (commands.length === 0) throw new Error('README.md has no commands in a block of "sh" below "## Commands".');
  return commands;
}

/** Git takes this checkout where a command names the repository's address. */
const gitSettings = ([first]) => {
  const address = /https:\S+\.git/.exec(first)?.[0];
  if (address === undefined) throw new Error(`The first command has to clone the repository, not "${first}".`);
  return { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: `url.${root}.insteadOf`, GIT_CONFIG_VALUE_0: address };
};

const freePort = () =>
  new Promise((resolvePort, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, () => {
      const { port } = probe.address();
      probe.close(() => resolvePort(port));
    });
  });

/** Starts a command with Bash in a process group of its own. Its folder when it ends is that of the next command. */
function start(command, { cwd, env, folderFile }) {
  const script = `${command}\nstatus=$?\npwd -P > "$0"\nexit $status`;
  const child = spawn('bash', ['-c', script, folderFile], {
    cwd,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    process.stdout.write(text);
    output += text;
  });
  // Until the last process has closed its output.
  const ended = new Promise((resolveEnd) =>
    child
      .once('error', (error) => resolveEnd(error.message))
      .once('close', (status, signal) => resolveEnd(signal ?? status)),
  );
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch (error) {
      // All have ended meanwhile.
      if (error.code !== 'ESRCH') throw error;
    }
  };
  // Ctrl+C does not reach its process group.
  const end = () => signal('SIGKILL');
  process.once('exit', end);
  void ended.then(() => process.off('exit', end));
  return { ended, signal, outputSoFar: () => output, child };
}

/** Resolves with undefined after that time. */
function after(seconds) {
  let timer;
  const promise = new Promise((resolveTime) => (timer = setTimeout(resolveTime, seconds * 1000)));
  return { promise, cancel: () => clearTimeout(timer) };
}

async function within(seconds, promise) {
  const limit = after(seconds);
  try {
    return await Promise.race([promise, limit.promise.then(() => 'time-out')]);
  } finally {
    limit.cancel();
  }
}

/** Resolves with what is wrong; undefined if nothing is. */
async function runToEnd(running) {
  const status = await within(LIMIT * 60, running.ended);
  if (status === 'time-out') {
    running.signal('SIGKILL');
    return `had not ended after ${LIMIT} minutes`;
  }
  return status === 0 ? undefined : `ended with ${status}`;
}

async function runServer(running, port) {
  const printed = new Promise((resolveAddress) => {
    const find = () => {
      const [address] = new RegExp(`http://[\\w.-]+:${port}/\\S*`).exec(running.outputSoFar()) ?? [];
      if (address !== undefined) resolveAddress({ address });
    };
    running.child.stdout.on('data', find);
  });
  const result = await within(LIMIT * 60, Promise.race([printed, running.ended]));
  if (result === 'time-out') {
    running.signal('SIGKILL');
    return `had printed no address with port ${port} after ${LIMIT} minutes`;
  }
  if (result?.address === undefined) return `ended with ${result} before it printed an address with port ${port}`;
  const response = await fetch(result.address, { signal: AbortSignal.timeout(60_000) }).catch((error) => ({ error }));
  running.signal('SIGINT');
  const end = await within(END, running.ended);
  if (end === 'time-out') {
    running.signal('SIGKILL');
    return `had not ended ${END} seconds after Ctrl+C`;
  }
  if (response.error) return `prints ${result.address}, which does not answer: ${response.error.message}`;
  return response.ok ? undefined : `prints ${result.address}, which answers with status ${response.status}`;
}

async function run(printed, { folder, cwd, env }) {
  const command = bounds.get(printed) ?? printed;
  console.log(`\n--- ${printed}${command === printed ? '' : ` (bounded: ${command})`}`);
  const started = performance.now();
  const port = await freePort();
  const countFile = join(folder, 'counts');
  const running = start(command, {
    cwd,
    env: { ...env, PORT: String(port), TEST_COUNT_FILE: countFile },
    folderFile: join(folder, 'cwd'),
  });
  const reason = isServer(command) ? await runServer(running, port) : await runToEnd(running);
  console.log(`--- ${printed}: ${reason ?? 'works'} (${Math.round((performance.now() - started) / 1000)} s)`);
  return { reason, count: printed === 'npm test' ? readCount(countFile) : undefined };
}

const passed = { passed: 1, failed: 0, skipped: 0, failures: [] };
const failure = (command, reason) => ({
  passed: 0,
  failed: 1,
  skipped: 0,
  failures: [failureLine('README.md', command, reason)],
});

/** The commands after one that fails are not executed: they need what it makes. */
async function runAll(folder) {
  const commands = commandsIn(readFileSync(join(root, 'README.md'), 'utf8'));
  const env = gitSettings(commands);
  const counts = [];
  let cwd = resolve(folder);
  for (const command of commands) {
    if (executedBySteps.has(command)) {
      console.log(`\n--- ${command}: executed by steps of .ci/run (${executedBySteps.get(command).join(', ')})`);
      continue;
    }
    const { reason, count } = await run(command, { folder: resolve(folder), cwd, env });
    if (count !== undefined) counts.push(count);
    const silent = command === 'npm test' && !(count?.passed > 0) ? 'passed no test' : undefined;
    const problem = reason ?? silent;
    counts.push(problem === undefined ? passed : failure(command, problem));
    if (problem !== undefined) break;
    // A server is ended before it would say so.
    if (!isServer(command)) cwd = readFileSync(join(resolve(folder), 'cwd'), 'utf8').trimEnd();
  }
  return sumOf(counts);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const countFile = takeCountFile();
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  const [, , folder] = process.argv;
  if (folder === undefined) throw new Error('Usage: node scripts/run-readme-commands.mjs FOLDER');
  close(await runAll(folder), countFile);
}
