/** A person who types. */
import { setTimeout as sleep } from 'node:timers/promises';
import { evaluate } from './fresh-page.mjs';

/** Milliseconds between two keys; a fast typist's pace, so that each key has its own frame and savers have their pauses. */
const keyPause = 60;

/** Milliseconds for a form that is fetched on focus. */
const settling = 1_000;

const letters = 'the ferry ran until the storm ';

/** The place comes from the probe: playwright would look at every label of the page, at the page's expense. */
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
