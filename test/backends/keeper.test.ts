/** No server outlives the tests that started it. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { eventually } from '../support/eventually.js';
import { answers, startInBackground } from './background-process.js';
import { onFreePort } from './servers/on-free-port.js';

/** A server that prints its port. */
const server = `
  const server = require('http').createServer((_, response) => response.end('here'));
  server.listen(0, '127.0.0.1', () => console.log('port ' + server.address().port));`;
const worker = `process.on('SIGTERM', () => {}); ${server}`;
/** The server with a worker that ignores SIGTERM. */
const serverWithWorker = `${server}
  require('child_process').spawn(process.execPath, ['-e', process.env.WORKER], { stdio: 'inherit' });`;

const portsIn = (output: string): readonly number[] =>
  [...output.matchAll(/^port (\d+)$/gm)].map(([, port]) => Number(port));

const isUp = (port: number): Promise<boolean> => answers(`http://127.0.0.1:${port}/`).catch(() => false);
const isGone = (ports: readonly number[]): Promise<boolean[]> =>
  eventually(
    () => Promise.all(ports.map(isUp)),
    (up) => !up.includes(true),
    { seconds: 60 },
  );

describe('a background process', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'keeper-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const options = () => ({
    command: process.execPath,
    args: ['-e', serverWithWorker],
    env: { WORKER: worker },
    log: join(folder, 'log'),
    isReady: async (output: string) => portsIn(output).length === 2,
  });

  /** The ports of the server and its worker, which answer. */
  async function portsInUse(): Promise<readonly number[]> {
    const ports = portsIn(readFileSync(options().log, 'utf8'));
    assert.deepEqual(await Promise.all(ports.map(isUp)), [true, true]);
    return ports;
  }

  it('is terminated with its child processes', async () => {
    const { stop } = await startInBackground(options());
    const ports = await portsInUse();
    await stop();
    await isGone(ports);
  });

  it('is started on another port if its port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port: takenPort } = taken.address() as AddressInfo;
    const asked: number[] = [];
    const started = await onFreePort(async (port) => {
      asked.push(port);
      const listen = server.replace('listen(0', `listen(${asked.length === 1 ? takenPort : port}`);
      const isReady = async (output: string): Promise<boolean> => portsIn(output).length === 1;
      const { stop } = await startInBackground({
        ...options(),
        args: ['-e', listen],
        log: `${folder}/${port}`,
        isReady,
      });
      return { port, stop };
    });
    taken.close();
    assert.equal(asked.length, 2);
    assert.equal(started.port, asked[1]);
    assert.equal(await isUp(started.port), true);
    await started.stop();
  });

  it('reports why it did not start', async () => {
    const failing = { ...options(), args: ['-e', 'console.error("No room here"); process.exit(3)'] };
    await assert.rejects(startInBackground(failing), /did not start:\n.*No room here/s);
    await assert.rejects(
      startInBackground({ ...options(), command: 'no-such-program' }),
      /no-such-program did not start:\n.*ENOENT/s,
    );
  });

  it('ends when the tests are killed', async () => {
    const { isReady, ...rest } = options();
    const path = JSON.stringify(new URL('background-process.ts', import.meta.url).href);
    const code = `
      const { startInBackground } = await import(${path});
      let asked = false;
      await startInBackground({ ...${JSON.stringify(rest)}, isReady: async () => asked || !(asked = true) });
      console.log('started');
      setInterval(() => {}, 1000);`;
    const tests = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(tests.stdout, 'data');
    await eventually(async () => isReady(readFileSync(rest.log, 'utf8')), Boolean, { seconds: 60 });
    const ports = await portsInUse();
    tests.kill('SIGKILL');
    await once(tests, 'exit');
    await isGone(ports);
  });
});
