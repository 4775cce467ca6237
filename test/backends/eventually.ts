import { setTimeout as pause } from 'node:timers/promises';

/** How long a server may take to show what was written, in milliseconds. */
const PATIENCE = 10_000;

/** Asks again until the answer is as wanted: what one server takes, another one may show a moment later. */
export async function eventually<T>(ask: () => Promise<T>, isWanted: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (isWanted(answer)) return answer;
    if (Date.now() > end) throw new Error(`After ${PATIENCE / 1000} seconds the answer was still ${JSON.stringify(answer)}`);
    await pause(100);
  }
}
