import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { isPortInUse, onFreePort, PortInUse } from './on-free-port.js';
import { Unavailable } from './unavailable.js';

interface Redis {
  readonly host: string;
  stop(): Promise<void>;
}

/** Starts an in-memory Redis on a free loopback port, from the Debian package. */
export async function startRedis(): Promise<Redis> {
  if (spawnSync('redis-server', ['--version']).error)
    throw new Unavailable('Redis is missing: apt-get install redis-server');
  return onFreePort(startOn);
}

async function startOn(port: number): Promise<Redis> {
  const server = spawn(
    'redis-server',
    ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  const ready = new Promise<void>((resolve) => {
    server.stdout.on('data', (data: Buffer) => {
      output += data.toString();
      if (output.includes('Ready to accept connections')) resolve();
    });
  });
  const ended = once(server, 'close').then(() => {
    const about = `Redis exited during start-up:\n${output}`;
    throw isPortInUse(output) ? new PortInUse(about) : new Error(about);
  });
  await Promise.race([ready, ended]);
  // From now on, it ends when it is stopped.
  ended.catch(() => undefined);
  return {
    host: `127.0.0.1:${port}`,
    async stop() {
      server.kill();
      await once(server, 'exit');
    },
  };
}
