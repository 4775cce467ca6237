import { setTimeout as pause } from 'node:timers/promises';

/** Asks again until the answer is as wanted: what one server takes, another one may show a moment later. */
export async function eventually<T>(ask: () => Promise<T>, isWanted: (answer: T) => boolean, { seconds = 10 } = {}): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (isWanted(answer)) return answer;
    if (Date.now() > end) throw new Error(`After ${seconds} seconds the answer was still ${JSON.stringify(answer)}`);
    await pause(100);
  }
}
