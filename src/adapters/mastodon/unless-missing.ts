import { AdapterError } from '../../model/adapter.js';

/** The result of a request, or undefined if what it asks for does not exist. Rejects with any other error. */
export async function unlessMissing<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof AdapterError && error.kind === 'not-found') return undefined;
    throw error;
  }
}
