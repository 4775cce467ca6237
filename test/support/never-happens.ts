import { expect, nextFrame } from '@open-wc/testing';
import { nextTask } from './next-task.js';

/** From a decision to the call that follows it: a render, a chunk that is loaded already, a comment that is found in the list. */
const FRAMES = 3;

/**
 * Expects that something does not happen, such as a call of the backend or an event: `happened` lists what has. `later` waits for what the
 * section does once it has decided, such as a text that it shows. An assertion made at once would pass before the call comes.
 */
export async function neverHappens(
  happened: () => readonly unknown[],
  later: () => Promise<unknown> = nextTask,
): Promise<void> {
  await later();
  for (let frame = 0; frame < FRAMES; frame++) {
    await nextFrame();
    await nextTask();
  }
  expect(happened()).to.have.length(0);
}
