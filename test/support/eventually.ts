import { setTimeout as pause } from 'node:timers/promises';

/** Polls until the result is as expected, because one server may show a moment later what another has stored. */
export async function eventually<T>(
  poll: () => Promise<T>,
  isExpected: (result: T) => boolean,
  { seconds = 10 } = {},
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const result = await poll();
    if (isExpected(result)) return result;
    if (Date.now() > end) throw new Error(`After ${seconds} seconds the result was still ${JSON.stringify(result)}`);
    await pause(100);
  }
}
