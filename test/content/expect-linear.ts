import { expect } from '@open-wc/testing';

/** As much text as anybody can send, in characters. */
const WHOLE = 100_000;

/** Milliseconds in which a text is drawn fast enough in any browser, however the time grows. */
const FAST_ENOUGH = 1000;

/** A machine that does something else in between makes one measurement wrong, not all of them. */
const ATTEMPTS = 5;

/**
 * Draws a long text. Fails where that takes long each time, and much more than four times as long as a quarter of the text: quadratic
 * work takes sixteen times as long. How long linear work takes is up to the browser and to what else the machine does.
 *
 * @param draw Draws a text of so many characters.
 */
export function expectLinear<Drawn>(draw: (length: number) => Drawn, text: string): Drawn {
  const measured: string[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const [drawn, elapsed] = timed(() => draw(WHOLE));
    if (elapsed < FAST_ENOUGH) return drawn;
    const [, quarter] = timed(() => draw(WHOLE / 4));
    if (elapsed / quarter < 10) return drawn;
    measured.push(`${elapsed} ms, a quarter of it ${quarter} ms`);
  }
  expect.fail(`"${text}" takes too long: ${measured.join('; ')}`);
}

function timed<Result>(work: () => Result): [Result, number] {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}
