/** No server outlives the tests that started it. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { eventually } from '../support/eventually.js';
import { freePort } from '../support/free-port.mjs';
import { answers, startInBackground } from './background-process.js';

/** A server on one port, with a worker on another that ignores SIGTERM. */
const server = `
  const [, port, workerPort] = process.argv;
  require('http').createServer((_, response) => response.end('here')).listen(Number(port), '127.0.0.1');
  if (workerPort) require('child_process').spawn(process.execPath, ['-e', process.env.WORKER, workerPort], { stdio: 'ignore' });`;
const worker = `process.on('SIGTERM', () => {}); ${server}`;

const isUp = (port: number): Promise<boolean> => answers(`http://127.0.0.1:${port}/`).catch(() => false);
const isGone = (ports: readonly number[]): Promise<boolean[]> =>
  eventually(
    () => Promise.all(ports.map(isUp)),
    (up) => !up.includes(true),
    { seconds: 60 },
  );

describe('a background process', () => {
  let folder: string;
  let ports: number[];
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'keeper-'));
    ports = [await freePort(), await freePort()];
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const options = () => ({
    command: process.execPath,
    args: ['-e', server, ...ports.map(String)],
    env: { WORKER: worker },
    log: join(folder, 'log'),
    isReady: async () => (await Promise.all(ports.map(isUp))).every(Boolean),
  });

  it('is terminated with its child processes', async () => {
    const { stop } = await startInBackground(options());
    await stop();
    await isGone(ports);
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
    await eventually(isReady, Boolean, { seconds: 60 });
    tests.kill('SIGKILL');
    await once(tests, 'exit');
    await isGone(ports);
  });
});
