/** A port for a server that has to be told its port before it listens. */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below those that a system hands out itself, on Linux from 32768. One of these may go to any connection or server of the tests before
 * the server that it was meant for has taken it.
 */
const [FIRST, END] = [20_000, 32_768];

const ATTEMPTS = 100;

/** Resolves with false if the port is taken, on whichever interface. */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}

/** @returns {Promise<number>} */
export async function freePort() {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const port = randomInt(FIRST, END);
    if (await isFree(port)) return port;
  }
  throw new Error(`No port from ${FIRST} to ${END - 1} seems to be free.`);
}
