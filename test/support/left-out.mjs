/**
 * The tests that do not run in every engine, because of its driver or of what it offers to scripts. Nothing else may be left out: a test compares this list with what
 * `describeIn` and `itExceptIn` leave out, and the runs in other engines print it.
 *
 * @type {readonly { file: string, title: string, engine: 'Firefox' | 'WebKit', reason: string }[]}
 */
export const leftOut = [
  ...[
    ['test/demo/findings.test.ts', 'contrast in forced colours', 'forced colours'],
    ['test/elements/appearance.test.ts', 'colours that the reader forces on every page', 'forced colours'],
    ['test/elements/appearance.test.ts', 'a reader who wants no motion', 'less motion'],
    ['test/elements/in-view.test.ts', 'for a reader who prefers reduced motion', 'less motion'],
    ['test/elements/long-list.test.ts', 'in print', 'print'],
    ['test/elements/times.test.ts', 'in print', 'print'],
  ].map(([file, title, medium]) => ({ file, title, engine: 'WebKit', reason: `its driver cannot emulate ${medium}` })),
  {
    file: 'test/elements/long-list.test.ts',
    title: 'is found by find-in-page to its last row before the rows outside are laid out',
    engine: 'WebKit',
    reason: 'its `window.find` ignores shadow roots',
  },
  ...['Firefox', 'WebKit'].map((engine) => ({
    file: 'test/cdn/attacks.test.ts',
    title: 'sees what phoned home',
    engine,
    reason: 'it keeps no record of requests that fail',
  })),
];

/** The title of the test, in each file that leaves tests out somewhere, which compares them with the list. */
export const COMPARISON = 'leaves out no test but those listed in test/support/left-out.mjs';
