import { memoryAdapter, type MemoryAdapter, type MemoryOptions } from '../../../src/adapters/memory.js';

export interface SubscribedAdapter {
  readonly adapter: MemoryAdapter;
  /** Resolves once the section has subscribed to live changes. */
  readonly subscribed: Promise<void>;
}

/** A memory adapter that tells when it may start to send live changes. */
export function createSubscribedAdapter(options: MemoryOptions): SubscribedAdapter {
  const memory = memoryAdapter(options);
  let onSubscribe: () => void;
  const subscribed = new Promise<void>((resolve) => (onSubscribe = resolve));
  const adapter: MemoryAdapter = {
    ...memory,
    subscribe(...args) {
      memory.subscribe?.(...args);
      onSubscribe();
    },
  };
  return { adapter, subscribed };
}
