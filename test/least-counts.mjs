/**
 * How many tests of a suite pass at least, where all of its files run: a table of cases that has become empty, or a file that is gone, would
 * otherwise be green. The numbers only rise: `runners/least-counts.test.mjs` compares them with those of all commits. Raise them to what a
 * run prints. Where tests are removed on purpose, `lowered` says so: `{ modules: { from, to, by, date } }`.
 */
export const least = {
  modules: 5244,
  elements: 2295,
  rendering: 120,
  import: 252,
  pages: 511,
};

export const lowered = {};
