/**
 * Measures in Chromium which statements of `src` the test files of a run reach. All of them load one bundle, so what V8 reports of each page
 * is added up first and translated to the sources once: the runner's own coverage, which does so for each page, costs four minutes.
 */
import { join, sep } from 'node:path';
import { v8ToIstanbul } from '@web/test-runner-coverage-v8';

const sources = join(import.meta.dirname, '..', '..', '..', 'src') + sep;

/** Of each script, by its address: 1 for each character that a page has run, 0 for the others. */
const reached = new Map();

/** Starts to measure a page that has not been opened yet. The function that is returned adds what it has run. */
export async function measurePage(page) {
  const client = await page.createCDPSession();
  await client.send('Profiler.enable');
  // Without counts, V8 optimises what has run.
  await client.send('Profiler.startPreciseCoverage', { callCount: false, detailed: true });
  return async () => {
    const { result } = await client.send('Profiler.takePreciseCoverage');
    for (const script of result) if (script.url.startsWith('http')) add(script);
  };
}

/** V8 lists a function before those inside, and a range before those inside. */
function add({ url, functions }) {
  const ranges = functions.flatMap((one) => one.ranges);
  const characters = new Uint8Array(Math.max(...ranges.map(({ endOffset }) => endOffset)));
  for (const { startOffset, endOffset, count } of ranges) characters.fill(Math.min(count, 1), startOffset, endOffset);
  reached.get(url)?.forEach((isReached, index) => (characters[index] |= isReached));
  reached.set(url, characters);
}

/** As V8 would report it of one page that has run everything. */
function reportOf([url, characters]) {
  const ranges = [{ startOffset: 0, endOffset: characters.length, count: 1 }];
  for (let start = characters.indexOf(0); start >= 0;) {
    const next = characters.indexOf(1, start);
    const end = next < 0 ? characters.length : next;
    ranges.push({ startOffset: start, endOffset: end, count: 0 });
    start = characters.indexOf(0, end);
  }
  return { url, functions: [{ functionName: '', isBlockCoverage: true, ranges }] };
}

/**
 * The statements of `src`: the paths of the files that were loaded, how many statements they have, and how many were reached.
 *
 * @param {object} config That of the runner, whose server still has to answer: it has the source maps.
 */
export async function measuredStatements(config) {
  const coverage = await v8ToIstanbul(config, [], [...reached].map(reportOf));
  const files = Object.entries(coverage).filter(([path]) => path.startsWith(sources));
  const counts = files.flatMap(([, { s }]) => Object.values(s));
  return { files: files.map(([path]) => path), total: counts.length, reached: counts.filter(Boolean).length };
}
