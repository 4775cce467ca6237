import { AdapterError, type Call } from '../../model/adapter.js';
import type { MemoryMethod, MemoryOptions } from './memory-options.js';
import { refusal } from './refusal.js';
import { wait } from './wait.js';

/** Does the work of one call and answers with what came of it. */
export type Answer = <T>(method: MemoryMethod, args: readonly unknown[], call: Call, work: () => T) => Promise<T>;

/** Every call goes through the function made here: it is counted, may be told to fail, takes its time, and ends at once when aborted. */
export function createAnswer({ delay = 0, faults }: Pick<MemoryOptions, 'delay' | 'faults'>): Answer {
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
      if (fault === 'lost-answer') throw new AdapterError('timeout', 'The answer did not arrive in time.', { stored: 'maybe' });
      return result;
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      // By name, because a page that holds a second copy of this package has a second class as well.
      if (error instanceof Error && error.name === 'AdapterError') throw error;
      // The contract allows nothing else to come out, whatever the functions of the options or the storage threw.
      throw refusal('unavailable', error instanceof Error ? error.message : String(error), { cause: error });
    }
  };
}
