import { AdapterError, type ErrorInfo } from '../../model/adapter.js';
import type * as Later from './later.js';

/** Fetches the rest of the adapter, once. `stored`: what a failure of it means for a write. */
export async function fetchLater(stored?: ErrorInfo['stored']): Promise<typeof Later> {
  try {
    return await import('./later.js');
  } catch (cause) {
    throw new AdapterError('network', 'A part of the adapter could not be fetched', { stored, cause });
  }
}
