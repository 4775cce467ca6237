/** How readers arrive at a section, on the slow line: not at all, past an ordinary article, or by the address of a comment. */
import { setTimeout as sleep } from 'node:timers/promises';
import { allVisible, evaluate, withPage } from './fresh-page.mjs';
import { openingSizes } from './openings.mjs';
import { median } from './statistics.mjs';
import { recordRequests } from './waterfall.mjs';

/**
 * Heights of the rest of the article by way, in pixels: of one that most readers do not finish, and of one that ends two windows below the
 * top, so that the section is near at once.
 */
export const articles = { far: 12_000, near: 1_400 };

/** The row that an address leads to. */
const linkedRow = 'comment-90';

const { slowLine: few, long: many } = openingSizes;

/** By way: the number of comments, the end of the address, and what returns when the reader has what they came for, if they did. */
const ways = {
  far: {
    title: `far below an article of ${articles.far.toLocaleString('en')} px`,
    count: few,
    path: `-far-${few}.html`,
  },
  near: {
    title: 'below an ordinary article',
    count: few,
    path: `-near-${few}.html`,
    whenShown: 'benchmark.allComments()',
  },
  permalink: {
    title: `by the address of row 90 of ${many}`,
    count: many,
    path: `-${many}.html#${linkedRow}`,
    row: linkedRow,
    whenShown: 'benchmark.inPlace()',
  },
};

/** Milliseconds in which a page loads what it wants without a reader's help, and in which rows may still move. */
const settling = 4_000;

/** The page to compare with, and that of the first build. Others may not start before they are seen. */
export const arrivalPages = ['handwritten', 'http'];

/** One visit. `requests` and their `bytes` are those until the comments are shown, without that for the page itself. */
function takeArrival(browser, server, page, { count, path, row, whenShown }, { throttle }) {
  let recorded;
  const target = {
    address: `${server.origin}/${page}${path}`,
    count,
    lastText: server.lastTexts.get(count),
    row,
    throttle,
    isSlowLine: true,
    prepare: (client) => (recorded = recordRequests(client)),
  };
  return withPage(browser, target, async ({ client }) => {
    if (whenShown) await allVisible(client, count);
    await sleep(settling);
    const shown = whenShown && (await evaluate(client, whenShown));
    const all = [...recorded.values()];
    const { start } = all.find(({ isDocument }) => isDocument);
    const end = shown === undefined ? Infinity : start + shown / 1_000;
    const requests = all.filter((request) => !request.isDocument && request.end <= end);
    return {
      shown,
      requests: requests.length,
      bytes: requests.reduce((sum, { bytes }) => sum + bytes, 0),
      layoutShift: await evaluate(client, 'benchmark.layoutShift()'),
    };
  });
}

/** Visits each page once in each way. Returns the visits by way and page. */
export async function takeArrivals(browser, server, pages, options) {
  const arrivals = {};
  for (const [way, visit] of Object.entries(ways)) {
    arrivals[way] = {};
    for (const page of pages) arrivals[way][page] = await takeArrival(browser, server, page, visit, options);
  }
  return arrivals;
}

/** Head and rows of the table of several rounds: medians, and the worst layout shift. */
export function arrivalsTable(rounds) {
  const rows = Object.entries(ways).flatMap(([way, { title, whenShown }]) => {
    const visits = (page) => rounds.map((round) => round[way][page]);
    const medianOf = (page, key) => median(visits(page).map((visit) => visit[key]));
    return Object.keys(rounds[0][way]).map((page) => [
      `${title}, ${page === 'handwritten' ? 'hand-written' : `\`${page}\``}`,
      ...(whenShown
        ? [medianOf(page, 'shown').toFixed(0), (medianOf(page, 'shown') / medianOf('handwritten', 'shown')).toFixed(2)]
        : ['–', '–']),
      medianOf(page, 'requests').toFixed(0),
      (medianOf(page, 'bytes') / 1_000).toFixed(1),
      Math.max(...visits(page).map(({ layoutShift }) => layoutShift)).toFixed(4),
    ]);
  });
  return { head: ['Section, page', 'shown ms', '× hand-written', 'requests', 'kB', 'shift'], rows };
}
