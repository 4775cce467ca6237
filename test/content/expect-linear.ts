import { expect } from '@open-wc/testing';

/** As much text as anybody can send, in characters. */
const WHOLE = 100_000;

/** Milliseconds in which a text is drawn fast enough in any browser, however the time grows. */
const FAST_ENOUGH = 1000;

/**
 * Draws a long text. Fails where that takes long, and much more than four times as long as a quarter of the text: quadratic work takes
 * sixteen times as long. How long linear work takes is up to the browser and to what else the machine does.
 *
 * @param draw Draws a text of so many characters.
 */
export function expectLinear<Drawn>(draw: (length: number) => Drawn, text: string): Drawn {
  const [drawn, elapsed] = timed(() => draw(WHOLE));
  if (elapsed < FAST_ENOUGH) return drawn;
  const [, quarter] = timed(() => draw(WHOLE / 4));
  expect(elapsed / quarter, `${text}: ${elapsed} ms, a quarter of it ${quarter} ms`).to.be.below(10);
  return drawn;
}

function timed<Result>(work: () => Result): [Result, number] {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}
