/** Says that a real server cannot be had on this machine, and what would help; the tests against it are then skipped. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}

/** What starting a server came to: the server, or why its tests are skipped. Any other failure is a failure of the tests. */
export async function startOrSkip<Server>(start: () => Promise<Server>): Promise<{ readonly server?: Server; readonly skip?: string }> {
  try {
    return { server: await start() };
  } catch (error) {
    if (error instanceof Unavailable) return { skip: error.message };
    throw error;
  }
}
