import { countAssertion } from './assertions.mjs';

/** The largest input: as much text as a reader can send, in characters, and more replies than any discussion has. */
const LARGEST = 100_000;

/** 1,562, 6,250, 25,000 and 100,000. */
const SIZES = [LARGEST / 64, LARGEST / 16, LARGEST / 4, LARGEST].map(Math.floor);

/** How many times as much four times the input may cost. Linear work costs 4 times as much, quadratic work 16 times. */
const MOST_GROWTH = 8;

/** What is compared of work: `operations`, or `processorTime` in `processor-time.ts`. */
export interface Cost {
  /** Runs both and returns how many times as much as `smaller` `larger` costs, which has four times its input. */
  growthBetween(smaller: () => unknown, larger: () => unknown): number;
  /** Whether a second run gives the same growth. */
  readonly isExact: boolean;
}

/**
 * Runs work on inputs of increasing size and throws if its cost grows faster than linearly. Returns the result for the largest input.
 * The smallest inputs are compared first, so quadratic work fails before the large ones are tried. A cost that is not exact can seem to
 * grow between two sizes on a busy machine; work that grows faster than its input does so to the next size as well, so both are required.
 *
 * @param prepare Makes an input of the given size and returns the work on it.
 */
export function expectLinear<Result>(prepare: (size: number) => () => Result, label: string, cost: Cost): Result {
  const workOn = (size: number) => ({ size, run: prepare(size) });
  const growthTo = (larger: ReturnType<typeof workOn>, smaller: ReturnType<typeof workOn>): number => {
    countAssertion();
    return cost.growthBetween(smaller.run, larger.run);
  };
  const isLinear = (growth: number): boolean => growth < MOST_GROWTH;
  let previous = workOn(SIZES[0]!);
  for (const size of SIZES.slice(1)) {
    const next = workOn(size);
    const growth = growthTo(next, previous);
    if (!isLinear(growth) && (cost.isExact || !isLinear(growthTo(workOn(4 * size), next))))
      throw new Error(
        `${label}: ${next.size} costs ${growth.toFixed(1)} times as much as ${previous.size}. Linear work costs 4 times as much, quadratic work 16 times.`,
      );
    previous = next;
  }
  return previous.run();
}

/** The methods of maps and sets whose calls are counted. */
const counted: readonly (readonly [object, readonly string[]])[] = [
  [Map.prototype, ['get', 'has', 'set', 'delete']],
  [Set.prototype, ['has', 'add', 'delete']],
];

/**
 * The growth of the number of calls of maps and sets, and of reads of the properties of what `observed` returns. It is the same on
 * every machine.
 */
export const operations: Cost = {
  growthBetween: (smaller, larger) => countOperations(larger) / countOperations(smaller),
  isExact: true,
};

let operationsSoFar = 0;

function countOperations(run: () => unknown): number {
  const originals = counted.flatMap(([prototype, names]) =>
    names.map((name) => [prototype, name, Reflect.get(prototype, name) as (...args: unknown[]) => unknown] as const),
  );
  for (const [prototype, name, original] of originals)
    Reflect.set(prototype, name, function (this: unknown, ...args: unknown[]): unknown {
      operationsSoFar++;
      return original.apply(this, args);
    });
  operationsSoFar = 0;
  try {
    run();
  } finally {
    for (const [prototype, name, original] of originals) Reflect.set(prototype, name, original);
  }
  return operationsSoFar;
}

/** A copy of an item whose reads count as operations: those of a search through a list of them, and of a climb along them. */
export function observed<Item extends object>(item: Item): Item {
  return Object.defineProperties(
    {} as Item,
    Object.fromEntries(
      Object.entries(item).map(([name, value]: [string, unknown]) => [
        name,
        {
          enumerable: true,
          get: () => {
            operationsSoFar++;
            return value;
          },
        },
      ]),
    ),
  );
}
