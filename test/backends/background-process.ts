/** Starts servers for tests. `keeper.mjs` makes sure that none outlives its test. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isPortInUse, PortInUse } from './servers/on-free-port.js';

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
  /**
   * Polled with the output so far until it resolves with true. A server that was told its port is ready only once its own output says
   * that it listens: the one that answers on the port may be another.
   */
  readonly isReady: (output: string) => Promise<boolean>;
}

/** Start-up time-out in milliseconds. Most servers take a few seconds, but the machine may be busy. */
const PATIENCE = 180_000;
const POLL_INTERVAL = 100;

const keeper = join(import.meta.dirname, 'keeper.mjs');

/**
 * Starts a process and waits until it is ready. Throws `PortInUse` if its port is taken, and an error with the end of its log if it exits
 * early or takes too long.
 */
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
  const printed = (): string => readFileSync(log, 'utf8');
  while (!(await isReady(printed()).catch(() => false))) {
    if (hasEnded || isPortInUse(printed()) || Date.now() > giveUpAt) {
      await stop();
      const about = `${command} did not start:\n${printed().slice(-2000)}`;
      throw isPortInUse(printed()) ? new PortInUse(about) : new Error(about);
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
