/** The seed of everything that tests leave to chance. It is the same in each run, so that no build fails by chance. */

const FIXED = 8000;

/** Reads a seed: a number, or `random` for one that differs each time. */
export function readSeed(text) {
  if (text === 'random') return Math.floor(Math.random() * 2 ** 31);
  if (!/^\d{1,10}$/.test(text)) throw new Error(`The seed is a number or "random", not "${text}".`);
  return Number(text);
}

/** `SEED`, in Node, repeats a run with another seed. */
export const seed = readSeed(globalThis.process?.env.SEED ?? String(FIXED));
