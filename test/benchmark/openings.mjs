/** How each kind of page opens: its requests on the slow line, and the work of the main thread. */
import { takePhases } from './phases.mjs';
import { kinds, pageOf } from './publisher-page.mjs';
import { takeWaterfall } from './waterfall.mjs';

/** Numbers of comments, or of articles on a list. Only the first is measured on the slow line. */
export const openingSizes = { slowLine: 25, long: 100 };

/** The page to compare with, and those of each build. */
export const openingPages = (builds) => [
  'handwritten',
  ...builds.flatMap(({ name }) => [name, ...kinds.map((kind) => pageOf(name, kind))]),
];

const isList = (page) => page.endsWith('counts');

/** Options of a visit to a page in `openingPages`. */
export const openingTarget = (server, page, size, { throttle }) => ({
  address: `${server.origin}/${page}-${size}.html`,
  count: size,
  lastText: server.lastTexts.get(size),
  isList: isList(page),
  throttle,
});

/** The pages that show a long discussion at once. */
const isLong = (page, builds) =>
  page === 'handwritten' || builds.some(({ name }) => [name, pageOf(name, 'http')].includes(page));

/**
 * Measures each page once. Returns by page: `slow`, the waterfall on the slow line; `phases` on the fast line; and `longPhases`, those
 * of the longer discussion, for pages that show it at once.
 */
export async function takeOpenings(browser, server, pages, options) {
  const { slowLine, long } = openingSizes;
  const target = (page, size) => openingTarget(server, page, size, options);
  const slow = {};
  for (const page of pages) slow[page] = await takeWaterfall(browser, target(page, slowLine));
  const phases = await takePhases(
    browser,
    pages.map((page) => target(page, slowLine)),
  );
  const longPages = pages.filter((page) => isLong(page, options.builds));
  const longPhases = await takePhases(
    browser,
    longPages.map((page) => target(page, long)),
  );
  return Object.fromEntries(
    pages.map((page, index) => [
      page,
      { slow: slow[page], phases: phases[index], longPhases: longPhases[longPages.indexOf(page)] },
    ]),
  );
}
