import { expect } from '@open-wc/testing';
import { COMPARISON, leftOut } from './left-out.mjs';

/** The browser engine that the tests run in, for what its driver cannot do and for what it does differently. */
export type Engine = 'Chromium' | 'Firefox' | 'WebKit';

function detectEngine(): Engine {
  // The headless shell has no `window.chrome`.
  if (navigator.userAgent.includes('Chrome/')) return 'Chromium';
  return navigator.userAgent.includes('Firefox/') ? 'Firefox' : 'WebKit';
}

export const engine = detectEngine();

/** The titles of the tests and suites of this file that some engines leave out, with those engines. */
const exceptions: { readonly title: string; readonly engine: Engine }[] = [];

/**
 * Returns whether a test or suite runs in this engine. `engines` cannot run it. In every engine a test of the file compares all of these
 * with the list `leftOut`, so that no test disappears silently.
 */
export function runsHere(title: string, engines: readonly Engine[]): boolean {
  if (exceptions.length === 0) it(COMPARISON, compareWithList);
  exceptions.push(...engines.map((one) => ({ title, engine: one })));
  return !engines.includes(engine);
}

async function compareWithList(): Promise<void> {
  const { getConfig } = await import('@web/test-runner-core/browser/session.js');
  const file = new URL((await getConfig()).testFile, location.origin).pathname.slice(1);
  const listed = leftOut.filter((row) => row.file === file);
  const lines = (rows: typeof exceptions) => rows.map((row) => `${row.engine}: ${row.title}`).sort();
  expect(lines(exceptions)).to.deep.equal(lines(listed));
}

/** Declares a test that `engines` cannot run, for the reasons in `leftOut`. */
export function itExceptIn(engines: readonly Engine[], title: string, body: () => void | Promise<void>): void {
  if (runsHere(title, engines)) it(title, body);
}
