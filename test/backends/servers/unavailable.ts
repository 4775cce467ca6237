/** A server cannot be started on this machine, so its tests are skipped. The message says what is missing. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}

/** Starts a server. If it is unavailable, returns the reason to skip its tests. */
export async function startOrSkip<Server>(
  start: () => Promise<Server>,
): Promise<{ readonly server?: Server; readonly skip?: string }> {
  try {
    return { server: await start() };
  } catch (error) {
    if (error instanceof Unavailable) return { skip: error.message };
    throw error;
  }
}
