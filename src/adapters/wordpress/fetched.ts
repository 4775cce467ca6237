import { AdapterError } from '../../model/adapter.js';

/** A part of the adapter that only some readers need. It is fetched before anything is sent. */
export async function fetched<T>(part: Promise<T>, signal: AbortSignal): Promise<T> {
  const found = await part.catch((cause: unknown) => {
    throw new AdapterError('network', 'A part of the adapter could not be fetched', { stored: 'no', cause });
  });
  signal.throwIfAborted();
  return found;
}
