/** Compares the processor time of work, in Node. Other processes do not add to it, so a busy machine fails no test. */
import type { Cost } from './linear-growth.js';

/** Both inputs are measured this often before they are compared. */
const LEAST_ROUNDS = 2;

/** More rounds than so many change a best time little. */
const MOST_ROUNDS = 50;

/** Milliseconds that a sample takes at least. Shorter work is repeated. */
const SHORTEST_SAMPLE = 2;

/** Milliseconds that the process has used the processor for. */
const processTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** What `clock` measures, in milliseconds: the best of several runs, taken in turn. */
export const timeOn = (clock: () => number): Cost => {
  const sample = (run: () => unknown, times: number): number => {
    const start = clock();
    for (let count = 0; count < times; count++) run();
    return clock() - start;
  };
  return {
    growthBetween: (smaller, larger) => {
      let times = 1;
      let bestOfLarger = sample(larger, times);
      while (bestOfLarger < SHORTEST_SAMPLE) bestOfLarger = sample(larger, (times *= 2));
      // As long as a sample of the larger input, if the work is linear: the collection of garbage then adds as much to both.
      let bestOfSmaller = sample(smaller, 4 * times);
      const growth = (): number => (4 * bestOfLarger) / bestOfSmaller;
      for (let round = 2; round <= LEAST_ROUNDS || (round <= MOST_ROUNDS && growth() > 6); round++) {
        bestOfSmaller = Math.min(bestOfSmaller, sample(smaller, 4 * times));
        bestOfLarger = Math.min(bestOfLarger, sample(larger, times));
      }
      return growth();
    },
    isExact: false,
  };
};

export const processorTime = timeOn(processTime);
