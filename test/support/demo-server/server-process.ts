/** The demo server in a process of its own, which can be killed and started again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '..', '..', '..');

export class ServerProcess {
  #process: ChildProcess | undefined;
  /** What a page uses as the backend's address; the same after a restart. */
  address = '';

  constructor(readonly env: Readonly<Record<string, string>>) {}

  /** Resolves when it answers. */
  async start(): Promise<void> {
    const port = this.address === '' ? '0' : new URL(this.address).port;
    const started = spawn(process.execPath, ['--import', 'tsx', 'test/support/demo-server/quick-server.ts'], {
      cwd: root,
      env: { ...process.env, ...this.env, PORT: port },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#process = started;
    const ended = once(started, 'exit').then(([code]) => {
      throw new Error(`The server ended with status ${code} before it answered.`);
    });
    const [line] = (await Promise.race([once(createInterface(started.stdout), 'line'), ended])) as [string];
    ended.catch(() => undefined);
    this.address = line;
  }

  /** Ends it as a power cut does: nothing is finished, nothing is said. */
  async kill(): Promise<void> {
    const running = this.#process;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const gone = once(running, 'exit');
    running.kill('SIGKILL');
    await gone;
  }
}
