import { memoryAdapter, type MemoryOptions } from '../../../src/adapters/memory.js';
import { all } from '../../support/adapter-fixture.js';

/** An adapter with a clock that the test moves. */
export function adapterAt(time: string, options: MemoryOptions = {}) {
  const clock = { now: Date.parse(time) };
  const adapter = memoryAdapter({ now: () => clock.now, ...options });
  return { adapter, ...all(adapter), at: (later: string) => (clock.now = Date.parse(later)) };
}
