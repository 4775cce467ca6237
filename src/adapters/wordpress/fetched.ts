import { AdapterError, type ErrorInfo } from '../../model/adapter.js';

/** A part of the adapter that only some readers need. `stored`: what it means for a write that it could not be fetched. */
export async function fetched<T>(part: Promise<T>, signal: AbortSignal, stored: ErrorInfo['stored'] = 'no'): Promise<T> {
  const found = await part.catch((cause: unknown) => {
    throw new AdapterError('network', 'A part of the adapter could not be fetched', { stored, cause });
  });
  signal.throwIfAborted();
  return found;
}
