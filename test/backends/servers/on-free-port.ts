import { createServer, type AddressInfo } from 'node:net';

const MOST_ATTEMPTS = 10;

/** The port that a server was told is taken. */
export class PortInUse extends Error {
  override readonly name = 'PortInUse';
}

/** Whether a server's output says that its port is taken. */
export const isPortInUse = (output: string): boolean => /EADDRINUSE|address already in use|cannot bind/i.test(output);

/**
 * Starts a server that has to be told its port, because its settings contain its URL. Another program may take the port before the
 * server does. `start` throws `PortInUse` then, and is called again with another port.
 */
export async function onFreePort<Server>(start: (port: number) => Promise<Server>): Promise<Server> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start(await chooseFreePort());
    } catch (error) {
      if (!(error instanceof PortInUse) || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

/** A port that was free a moment ago. */
async function chooseFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
