/**
 * Compares the widget with a hand-written page and with static HTML that show the same comments.
 *
 * Every sample has a browser context of its own, and each round measures every page once, beginning with another one each
 * time: a machine that slows down or warms up in the meantime slows all pages alike.
 */
import { writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { findChromium } from '../support/find-chromium.mjs';
import { takeConversation } from './conversation.mjs';
import { liveSizes, takeLiveCosts } from './live-cost.mjs';
import { help, readOptions } from './options.mjs';
import { report } from './report.mjs';
import { takeSample, takeWeight } from './sample.mjs';
import { startServer } from './server.mjs';

const rotated = (list, by) => list.map((_, index) => list[(index + by) % list.length]);

function progress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

/** Samples by size and page. */
async function measure(browser, server, { rounds, sizes, pages, throttle, keys }) {
  const samples = new Map(sizes.map((size) => [size, Object.fromEntries(pages.map((page) => [page, []]))]));
  const sample = (size, page) => {
    const target = { address: `${server.origin}/${page}-${size}.html`, count: size, lastText: server.lastTexts.get(size), throttle };
    return takeSample(browser, { ...target, keys });
  };

  // The first page of a browser pays for the browser's own start and is thrown away.
  await sample(sizes[0], pages[0]);
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
 * What happens while the widget is read, in half as many rounds: `live` has the cost of events by size, `conversations` the
 * visits to the long discussion. Only for those of the sizes that were asked for.
 */
async function measureConversation(browser, server, { rounds, sizes, pages }) {
  const live = new Map(
    Object.values(liveSizes)
      .filter((size) => sizes.includes(size))
      .map((size) => [size, []]),
  );
  const conversations = [];
  if (!pages.includes('widget')) return { live: new Map(), conversations };
  const halfRounds = Math.ceil(rounds / 2);
  const target = (path, rest) => ({ address: `${server.origin}/${path}.html`, ...rest });
  for (let round = 0; round < halfRounds; round++) {
    for (const [size, costs] of live) {
      progress(`round ${round + 1} of ${halfRounds}: live events, ${size} comments`);
      costs.push(await takeLiveCosts(browser, target(`live-${size}`, { count: size, lastText: server.lastTexts.get(size) })));
    }
    if (!sizes.includes(server.conversation.count)) continue;
    progress(`round ${round + 1} of ${halfRounds}: a conversation`);
    conversations.push(await takeConversation(browser, target('conversation', server.conversation)));
  }
  progress('');
  return { live, conversations };
}

function weighEveryAction(browser, server, size) {
  const address = `${server.origin}/every-action-${size}.html`;
  return takeWeight(browser, { address, count: size, lastText: server.lastTexts.get(size) });
}

async function save({ browserVersion, options, samples, everyAction, live, conversations }) {
  const { jsonFile, rounds, throttle, keys } = options;
  const saved = {
    browserVersion,
    rounds,
    throttle,
    keys,
    samples: Object.fromEntries(samples),
    everyAction,
    live: Object.fromEntries(live),
    conversations,
  };
  await writeFile(jsonFile, `${JSON.stringify(saved, null, 2)}\n`);
}

async function compare(server, options) {
  const { headless, ...executable } = await findChromium();
  const browser = await chromium.launch({ ...executable, headless: Boolean(headless) });
  try {
    const samples = await measure(browser, server, options);
    const everyAction = options.pages.includes('widget') ? await weighEveryAction(browser, server, options.sizes[0]) : undefined;
    const conversation = await measureConversation(browser, server, options);
    const measured = { browserVersion: browser.version(), options, samples, everyAction, ...conversation };
    console.log(report(measured));
    if (options.jsonFile) await save(measured);
  } finally {
    await browser.close();
  }
}

async function run(options) {
  const server = await startServer(options);
  try {
    if (options.pages.includes('widget') && !server.hasWidget) {
      throw new Error(`No article-comments.js in ${options.cdnFolder}: run \`npm run build\` first, or leave the widget out with --only.`);
    }
    await compare(server, options);
  } finally {
    await server.close();
  }
}

try {
  const options = readOptions();
  if (options.help) console.log(help);
  else await run(options);
} catch (error) {
  // What went wrong stands in the message; the way through this folder's files would only hide it.
  console.error(error.message);
  process.exitCode = 1;
}
