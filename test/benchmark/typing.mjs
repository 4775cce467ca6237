/** Types like a person. */
import { setTimeout as sleep } from 'node:timers/promises';
import { evaluate } from './fresh-page.mjs';

/** Milliseconds between keys: a fast typist, with at least one frame per key and pauses for autosave. */
const keyPause = 60;

/** Milliseconds for the form that is loaded on focus. */
const settling = 1_000;

const letters = 'the ferry ran until the storm ';

/** Clicks where the probe says, because a Playwright locator would query the whole page and distort the measurement. */
export async function goToComposer(page, client) {
  const { x, y } = await evaluate(client, 'benchmark.composerPlace()');
  await page.mouse.click(x, y);
  await sleep(settling);
}

export async function typeKeys(page, count) {
  for (let index = 0; index < count; index++) {
    const letter = letters[index % letters.length];
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await sleep(keyPause);
  }
}
