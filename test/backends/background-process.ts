/** A server that a test starts and ends. It ends with the test in any case; keeper.mjs sees to that. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface BackgroundProcess {
  /** Asks the server and all that it has started to end, waits for that, and ends them by force after ten seconds. */
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

/** Milliseconds; most servers are there after some seconds, but a busy machine may take its time. */
const PATIENCE = 180_000;
const ASK_EVERY = 100;

const keeper = join(import.meta.dirname, 'keeper.mjs');

/** Starts a process and waits until it is ready. Throws with the end of its log when it ends before, or takes three minutes. */
export async function startInBackground({ command, args, cwd, env, log, isReady }: BackgroundOptions): Promise<BackgroundProcess> {
  const output = createWriteStream(log, { flags: 'a' });
  await once(output, 'open');
  const child = spawn(process.execPath, [keeper, command, ...args], {
    cwd,
    // What helps the tests is nothing for the server.
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
  // Whoever has been quicker than this is told of no broken line.
  child.stdin?.on('error', () => undefined);
  const giveUpAt = Date.now() + PATIENCE;
  while (!(await isReady().catch(() => false))) {
    if (hasEnded || Date.now() > giveUpAt) {
      await stop();
      throw new Error(`${command} did not start:\n${readFileSync(log, 'utf8').slice(-2000)}`);
    }
    await pause(ASK_EVERY);
  }
  return { stop };
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
