/** Starts servers for tests. `keeper.mjs` makes sure that none outlives its test. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface BackgroundProcess {
  /** Terminates the server and its child processes, and kills them after ten seconds. */
  stop(): Promise<void>;
}

export interface BackgroundOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Log file for its output. */
  readonly log: string;
  /** Polled until it resolves with true. */
  readonly isReady: () => Promise<boolean>;
}

/** Start-up time-out in milliseconds. Most servers take a few seconds, but the machine may be busy. */
const PATIENCE = 180_000;
const POLL_INTERVAL = 100;

const keeper = join(import.meta.dirname, 'keeper.mjs');

/** Starts a process and waits until it is ready. Throws with the end of its log if it exits early or takes too long. */
export async function startInBackground({
  command,
  args,
  cwd,
  env,
  log,
  isReady,
}: BackgroundOptions): Promise<BackgroundProcess> {
  const output = createWriteStream(log, { flags: 'a' });
  await once(output, 'open');
  const child = spawn(process.execPath, [keeper, command, ...args], {
    cwd,
    // The tests' own options must not affect the server.
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    detached: true,
    stdio: ['pipe', output, output],
  });
  let hasEnded = false;
  const ended = once(child, 'exit').then(() => (hasEnded = true));
  const stop = async (): Promise<void> => {
    child.stdin?.destroy();
    await ended;
  };
  // The process may already have exited.
  child.stdin?.on('error', () => undefined);
  const giveUpAt = Date.now() + PATIENCE;
  while (!(await isReady().catch(() => false))) {
    if (hasEnded || Date.now() > giveUpAt) {
      await stop();
      throw new Error(`${command} did not start:\n${readFileSync(log, 'utf8').slice(-2000)}`);
    }
    await pause(POLL_INTERVAL);
  }
  return { stop };
}

export async function answers(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
  await response.arrayBuffer();
  return response.ok;
}
