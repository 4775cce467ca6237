import { AdapterError, type Call } from '../../model/adapter.js';

/**
 * Runs a method of an adapter. Rejects with the signal's reason or with an `AdapterError`. Any other error
 * comes from a response that does not have the expected shape, so it becomes a `bad-response`.
 */
export async function guardCall<T>(backend: string, { signal }: Call, run: () => Promise<T>): Promise<T> {
  try {
    signal.throwIfAborted();
    return await run();
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof AdapterError) throw cause;
    throw new AdapterError('bad-response', `${backend} sent an unexpected response.`, { cause });
  }
}
