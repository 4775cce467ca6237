import { skipWithout } from '../../support/skip-without.mjs';

/** A server cannot be started on this machine. The message says what is missing. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}

/** Starts a server. If it is unavailable, returns the option `skip` of its suites, or throws with `CI=true`. */
export async function startOrSkip<Server>(
  start: () => Promise<Server>,
): Promise<{ readonly server?: Server; readonly skip?: string | false }> {
  try {
    return { server: await start() };
  } catch (error) {
    if (error instanceof Unavailable) return { skip: skipWithout(error.message) };
    throw error;
  }
}
