/** The demo server in a process of its own, as `npm run server` starts it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '..', '..');

/** Ticks a second of the times in `/proc`, on every Linux of today. */
const TICKS = 100;

/** Milliseconds of processor time that a process has used; NaN where there is no `/proc`. */
function processorTime(pid) {
  try {
    const [, fields] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const [user, system] = fields.split(' ').slice(11, 13).map(Number);
    return ((user + system) * 1000) / TICKS;
  } catch {
    // Not Linux.
    return NaN;
  }
}

/** Megabytes of memory that a process has in use (`VmRSS`) or had at most (`VmHWM`); NaN where there is no `/proc`. */
function memory(pid, field) {
  try {
    return (
      Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1000
    );
  } catch {
    // Not Linux, or killed.
    return NaN;
  }
}

/**
 * Starts the server on a free port, behind one trusted proxy, with a new database unless `env` names one. Returns its address,
 * functions that return the processor time it has used, in milliseconds, and its memory now and at most, in megabytes, one that stops it
 * and one that kills it at once.
 */
export async function startServerProcess(env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'server-load-'));
  const server = spawn(process.execPath, ['--import', 'tsx', 'server/src/command.ts'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: folder, ...env, PORT: '0', TRUST_PROXY: '1', PUBLIC_URL: 'http://localhost' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  const end = async (signal) => {
    server.kill(signal);
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const failed = ended.then(([code]) => {
    throw new Error(`The server ended with status ${code}.`);
  });
  const [address] = await Promise.race([once(createInterface(server.stdout), 'line'), failed]);
  failed.catch(() => undefined);
  return {
    address,
    pid: server.pid,
    processorTime: () => processorTime(server.pid),
    memory: () => memory(server.pid, 'VmRSS'),
    peakMemory: () => memory(server.pid, 'VmHWM'),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}
