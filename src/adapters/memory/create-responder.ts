import { AdapterError, type Call } from '../../model/adapter.js';
import { refusal } from './errors.js';
import type { MemoryMethod, MemoryOptions } from './memory-options.js';
import { wait } from './wait.js';

/** Responds to one call with the result of `work`. */
export type Responder = <T>(method: MemoryMethod, args: readonly unknown[], call: Call, work: () => T) => Promise<T>;

/**
 * Creates the function that every call goes through. It counts calls, injects faults and delays, and handles aborts.
 */
export function createResponder({ delay = 0, faults }: Pick<MemoryOptions, 'delay' | 'faults'>): Responder {
  const attempts = new Map<MemoryMethod, number>();
  return async (method, args, { signal }, work) => {
    try {
      signal.throwIfAborted();
      const attempt = (attempts.get(method) ?? 0) + 1;
      attempts.set(method, attempt);
      const fault = faults?.({ method, attempt, args });
      await wait(typeof delay === 'number' ? delay : delay(method), signal);
      if (typeof fault === 'object') throw fault;
      const result = work();
      if (fault === 'lost-answer')
        throw new AdapterError('timeout', 'The response did not arrive in time.', { stored: 'maybe' });
      return result;
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      // Checked by name, because two copies of this package on a page have a class each.
      if (error instanceof Error && error.name === 'AdapterError') throw error;
      // The contract allows only `AdapterError`, but the storage or a function in the options may throw other errors.
      throw refusal('unavailable', error instanceof Error ? error.message : String(error), { cause: error });
    }
  };
}
