import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../../support/free-port.mjs';
import { Unavailable } from './unavailable.js';

/** Starts an in-memory Redis on a free loopback port, from the Debian package. */
export async function startRedis(): Promise<{ readonly host: string; stop(): Promise<void> }> {
  if (spawnSync('redis-server', ['--version']).error)
    throw new Unavailable('Redis is missing: apt-get install redis-server');
  const port = await freePort();
  const server = spawn(
    'redis-server',
    ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    {
      stdio: 'ignore',
    },
  );
  return {
    host: `127.0.0.1:${port}`,
    async stop() {
      server.kill();
      await once(server, 'exit');
    },
  };
}
