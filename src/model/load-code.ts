import { AdapterError } from './adapter.js';

/** Waits for a file that is imported on demand. Rejects with an `AdapterError` of kind `network` if it cannot be loaded. */
export async function loadCode<Module>(file: Promise<Module>): Promise<Module> {
  try {
    return await file;
  } catch (cause) {
    throw new AdapterError('network', '', { cause, stored: 'no' });
  }
}
