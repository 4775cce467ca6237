/** A server that a test starts and ends: in a process group of its own, so that what it starts itself ends with it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface BackgroundProcess {
  readonly pid: number;
  /** Asks the process group to end, waits for it, and ends it by force after ten seconds. */
  stop(): Promise<void>;
}

export interface BackgroundOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** File for all that it prints. */
  readonly log: string;
  /** Asked again and again until it answers true: only then is the process of use. */
  readonly isReady: () => Promise<boolean>;
}

const PATIENCE = 60_000;
const GRACE = 10_000;
const ASK_EVERY = 100;

/** Starts a process and waits until it is ready. Throws with the end of its log when it ends before, or takes a minute. */
export async function startInBackground({ command, args, cwd, env, log, isReady }: BackgroundOptions): Promise<BackgroundProcess> {
  const output = createWriteStream(log, { flags: 'a' });
  await once(output, 'open');
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, detached: true, stdio: ['ignore', output, output] });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  const started = { pid: child.pid ?? 0, stop: () => stop(child.pid, ended) };
  const giveUpAt = Date.now() + PATIENCE;
  while (!(await isReady().catch(() => false))) {
    if (hasEnded || Date.now() > giveUpAt) {
      await started.stop();
      throw new Error(`${command} did not start:\n${readFileSync(log, 'utf8').slice(-2000)}`);
    }
    await pause(ASK_EVERY);
  }
  return started;
}

async function stop(pid: number | undefined, ended: Promise<void>): Promise<void> {
  if (pid === undefined) return;
  const tell = (signal: NodeJS.Signals): void => {
    try {
      process.kill(-pid, signal);
    } catch (error) {
      // It has ended by itself.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  };
  tell('SIGTERM');
  const force = setTimeout(() => tell('SIGKILL'), GRACE);
  await ended;
  clearTimeout(force);
}

/** A port of the loopback interface that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

export async function answers(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
  await response.arrayBuffer();
  return response.ok;
}
