/**
 * Compares the widget with a hand-written page and with static HTML that show the same comments; with `--compare`, also
 * several builds of the widget with each other.
 *
 * Every sample has a fresh browser context. Each round measures every page once, each time starting with another one, so
 * that a machine that warms up or slows down affects all pages alike.
 */
import { writeFile } from 'node:fs/promises';
import { arrivalPages, arrivalsTable, takeArrivals } from './arrivals.mjs';
import { launchBrowser } from './browser.mjs';
import { compositionTable, measureComposition } from './composition.mjs';
import { takeConversation } from './conversation.mjs';
import { liveSizesFor, takeLiveCosts } from './live-cost.mjs';
import { writeTables } from './docs-tables.mjs';
import { measureMemory, memoryTable } from './memory.mjs';
import { openingPages, openingSizes, openingTarget, takeOpenings } from './openings.mjs';
import { longOpeningsTable, openingsTable, summariseOpening } from './openings-report.mjs';
import { help, readOptions } from './options.mjs';
import { pageOf } from './publisher-page.mjs';
import { printProfile } from './profile.mjs';
import { report } from './report.mjs';
import { takeReply, takeSample, takeWeight } from './sample.mjs';
import { startServer } from './server.mjs';
import { table } from './table.mjs';
import { measureVisitBytes } from './visit-bytes.mjs';
import { takeWaterfall, waterfallText } from './waterfall.mjs';

const rotated = (list, by) => list.map((_, index) => list[(index + by) % list.length]);

function progress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

/** Samples by size and page. */
async function measurePages(browser, server, { rounds, sizes, pages, builds, throttle, keys, isSlowLine }) {
  const samples = new Map(sizes.map((size) => [size, Object.fromEntries(pages.map((page) => [page, []]))]));
  const sample = async (size, page) => {
    const target = {
      address: `${server.origin}/${page}-${size}.html`,
      count: size,
      lastText: server.lastTexts.get(size),
      throttle,
      isSlowLine,
    };
    const taken = await takeSample(browser, { ...target, keys });
    const hasElement = page === 'served' || builds.some(({ name }) => [name, pageOf(name, 'http')].includes(page));
    return hasElement ? { ...taken, reply: await takeReply(browser, target) } : taken;
  };

  for (let round = 0; round < rounds; round++) {
    for (const size of sizes) {
      for (const page of rotated(pages, round)) {
        progress(`round ${round + 1} of ${rounds}: ${size} comments, ${page}`);
        samples.get(size)[page].push(await sample(size, page));
      }
    }
  }
  progress('');
  return samples;
}

/**
 * Activity in an open discussion, by build: `live` has the costs of live events by size, `conversations` the visits to the
 * long discussion. Takes half as many rounds.
 */
async function measureActivity(browser, server, { rounds, sizes, builds }) {
  const activity = Object.fromEntries(
    builds.map(({ name }) => [
      name,
      { live: new Map(liveSizesFor(sizes).map((size) => [size, []])), conversations: [] },
    ]),
  );
  const halfRounds = Math.ceil(rounds / 2);
  for (let round = 0; round < halfRounds; round++) {
    for (const { name } of rotated(builds, round)) {
      const { live, conversations } = activity[name];
      const target = (page, rest) => ({ address: `${server.origin}/${name}-${page}.html`, ...rest });
      for (const [size, costs] of live) {
        progress(`round ${round + 1} of ${halfRounds}: live events, ${size} comments, ${name}`);
        costs.push(
          await takeLiveCosts(browser, target(`live-${size}`, { count: size, lastText: server.lastTexts.get(size) })),
        );
      }
      if (!sizes.includes(server.conversation.count)) continue;
      progress(`round ${round + 1} of ${halfRounds}: conversation, ${name}`);
      conversations.push(await takeConversation(browser, target('conversation', server.conversation)));
    }
  }
  progress('');
  return activity;
}

/** Bytes of a visit by build. */
async function measureVisits(browser, builds) {
  const visits = {};
  for (const { name, folder } of builds) {
    progress(`visit, ${name}`);
    visits[name] = await measureVisitBytes(browser, folder);
  }
  progress('');
  return visits;
}

/** How the pages open, by page. */
async function measureOpenings(browser, server, options) {
  const pages = openingPages(options.builds);
  const openings = Object.fromEntries(pages.map((page) => [page, []]));
  for (let round = 0; round < options.rounds; round++) {
    progress(`round ${round + 1} of ${options.rounds}: opening pages`);
    const taken = await takeOpenings(browser, server, rotated(pages, round), options);
    for (const page of pages) openings[page].push(taken[page]);
  }
  progress('');
  return openings;
}

/** Visits by way and page, one for each round. */
async function measureArrivals(browser, server, options) {
  const arrivals = [];
  for (let round = 0; round < options.rounds; round++) {
    progress(`round ${round + 1} of ${options.rounds}: arriving at the section`);
    arrivals.push(await takeArrivals(browser, server, rotated(arrivalPages, round), options));
  }
  progress('');
  return arrivals;
}

function weighEveryAction(browser, server, size) {
  const address = `${server.origin}/widget-every-action-${size}.html`;
  return takeWeight(browser, { address, count: size, lastText: server.lastTexts.get(size) });
}

async function save({ browserVersion, options, samples, everyAction, activity, visits, openings, arrivals }) {
  const { jsonFile, rounds, throttle, keys } = options;
  const saved = {
    browserVersion,
    rounds,
    throttle,
    keys,
    samples: Object.fromEntries(samples),
    everyAction,
    activity: Object.fromEntries(
      Object.entries(activity).map(([build, { live, conversations }]) => [
        build,
        { live: Object.fromEntries(live), conversations },
      ]),
    ),
    visits,
    openings,
    arrivals,
  };
  await writeFile(jsonFile, `${JSON.stringify(saved, null, 2)}\n`);
}

async function measureAll(browser, server, options) {
  const { builds, sizes } = options;
  const hasBuilds = builds.length > 0;
  const results = {
    browserVersion: browser.version(),
    options,
    samples: await measurePages(browser, server, options),
    everyAction: hasBuilds ? await weighEveryAction(browser, server, sizes[0]) : undefined,
    activity: await measureActivity(browser, server, options),
    visits: await measureVisits(browser, builds),
    openings: hasBuilds ? await measureOpenings(browser, server, options) : {},
    arrivals: hasBuilds ? await measureArrivals(browser, server, options) : [],
  };
  const { text, tables } = report(results);
  console.log(text);
  if (options.jsonFile) await save(results);
  if (options.isWritten)
    await writeTables({
      ...results,
      tables: { ...tables, memory: memoryTable(await measureMemory(browser, options)) },
      composition: await measureComposition(browser, builds[0].folder),
    });
}

async function printOpenings(browser, server, options) {
  const openings = await measureOpenings(browser, server, options);
  const summaries = Object.fromEntries(
    Object.entries(openings).map(([page, taken]) => [page, summariseOpening(taken)]),
  );
  const tables = [
    openingsTable(summaries),
    longOpeningsTable(summaries),
    arrivalsTable(await measureArrivals(browser, server, options)),
  ];
  console.log(tables.map(({ head, rows }) => table(head, rows)).join('\n\n'));
}

async function printWaterfalls(browser, server, options) {
  for (const page of openingPages(options.builds)) {
    const waterfall = await takeWaterfall(browser, openingTarget(server, page, openingSizes.slowLine, options));
    console.log(`\n${page}\n${waterfallText(waterfall)}`);
  }
}

async function printComposition(browser, server, { builds }) {
  const { head, rows } = compositionTable(await measureComposition(browser, builds[0].folder));
  console.log(table(head, rows));
}

async function printMemory(browser, server, options) {
  const { head, rows } = memoryTable(await measureMemory(browser, options));
  console.log(table(head, rows));
}

/** Calls `use` with a browser and a server of the pages. */
async function withBrowser(options, use) {
  const sizes = [...new Set([...options.sizes, ...liveSizesFor(options.sizes), ...Object.values(openingSizes)])];
  const server = await startServer({ ...options, sizes });
  try {
    const browser = await launchBrowser();
    try {
      // The first page of a browser includes the browser's own start-up.
      await takeWaterfall(browser, openingTarget(server, 'handwritten', openingSizes.slowLine, options));
      await use(browser, server, options);
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
  }
}

function run(options) {
  if (options.openings) return withBrowser(options, printOpenings);
  if (options.waterfall) return withBrowser(options, printWaterfalls);
  if (options.composition) return withBrowser(options, printComposition);
  if (options.memory) return withBrowser(options, printMemory);
  return withBrowser(options, measureAll);
}

try {
  const options = readOptions();
  if (options.help) console.log(help);
  else if (options.profile) await printProfile(options);
  else await run(options);
} catch (error) {
  // The message says it all; a stack trace would only distract.
  console.error(error.message);
  process.exitCode = 1;
}
