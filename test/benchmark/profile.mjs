/**
 * Where the time goes until the comments of the page that publishers paste exist: `npm run bench -- --profile`. Prints the functions with
 * the most time of their own, among ours and the browser's built-in ones, as the sampling profiler of the browser sees them.
 */
import { createServer } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { basename, join } from 'node:path';
import { launchChromium } from '../support/launch-chromium.mjs';
import { visitBackend } from '../support/visit-backend.mjs';
import { createComments } from './comments.mjs';
import { allVisible, evaluate, withPage } from './fresh-page.mjs';
import { hostPage } from './host-page.mjs';
import { table } from './table.mjs';

const COUNT = 25;

/** Rows of the table. */
const SHOWN = 30;

/** Microseconds between two samples. */
const SAMPLING = 250;

const BUILD = '/dist/cdn/';
const API = '/api';

const page = hostPage({
  title: 'What publishers paste',
  head: `<script type="module" src="${BUILD}article-comments.js"></script>`,
  discussion: `<article-comments backend="http" src="${API}" discussion="pier" loading="eager"></article-comments>`,
});

/** Serves the page, the build and a backend of the HTTP contract. */
async function startSite(folder, comments) {
  const answer = visitBackend({ comments });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname.startsWith(`${API}/`)) return answer(request, response, pathname.slice(API.length));
    const isScript = pathname.startsWith(BUILD);
    const type = isScript ? 'text/javascript' : 'text/html';
    const body = isScript ? readFileSync(join(folder, basename(pathname))) : page;
    return response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { address: `http://127.0.0.1:${server.address().port}/`, close };
}

/** The profile of one visit, and when its comments were in the document, on the profile's clock. */
async function takeProfile(browser, target) {
  const prepare = async (client) => {
    await client.send('Profiler.enable');
    await client.send('Profiler.setSamplingInterval', { interval: SAMPLING });
    await client.send('Profiler.start');
  };
  return withPage(browser, { ...target, prepare }, async ({ client }) => {
    await allVisible(client, COUNT);
    const end = await evaluate(client, 'benchmark.allFound()');
    const { metrics } = await client.send('Performance.getMetrics');
    const { profile } = await client.send('Profiler.stop');
    const navigation = metrics.find(({ name }) => name === 'NavigationStart').value * 1_000_000;
    return { ...profile, endTime: navigation + end * 1_000 };
  });
}

/** Names functions of the build by their sources. */
class Sources {
  #maps = new Map();

  constructor(folder) {
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.js.map'))) {
      const map = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      this.#maps.set(name.slice(0, -'.map'.length), new SourceMap(map));
    }
  }

  nameOf({ functionName, url, lineNumber, columnNumber }) {
    if (!url) return { name: functionName || '(anonymous)', file: functionName.startsWith('(') ? '' : 'built-in' };
    const entry = this.#maps.get(basename(url))?.findEntry(lineNumber, columnNumber);
    if (!entry?.originalSource) return { name: functionName || '(anonymous)', file: basename(url) };
    const file = entry.originalSource.replace(/^(\.\.\/)*(src\/)?/, '');
    const line = entry.originalLine + 1;
    // At module level and in anonymous functions, the line says more.
    return { name: entry.name || functionName || '(anonymous)', file: `${file}:${line}` };
  }
}

/** Milliseconds of their own by function. */
function selfTimes({ nodes, samples, timeDeltas, startTime, endTime }, sources) {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const times = new Map();
  let time = startTime;
  samples.forEach((id, index) => {
    time += timeDeltas[index];
    if (time > endTime) return;
    const { name, file } = sources.nameOf(frames.get(id));
    const key = [name, file].join('\t');
    times.set(key, (times.get(key) ?? 0) + timeDeltas[index] / 1_000);
  });
  return times;
}

function meanOf(profiles) {
  const sums = new Map();
  for (const times of profiles)
    for (const [key, time] of times) sums.set(key, (sums.get(key) ?? 0) + time / profiles.length);
  return [...sums].toSorted(([, one], [, other]) => other - one);
}

export async function printProfile({ builds: [{ folder }], rounds, throttle, isSlowLine }) {
  const comments = createComments(COUNT, Date.now());
  const lastText = comments.items.at(-1).body.value.split('\n\n').at(-1);
  const site = await startSite(folder, comments.items);
  const browser = await launchChromium();
  try {
    const target = { address: site.address, count: COUNT, lastText, throttle, isSlowLine };
    const sources = new Sources(folder);
    // The first visit includes the start of the browser.
    await takeProfile(browser, target);
    const profiles = [];
    for (let round = 0; round < rounds; round++) profiles.push(selfTimes(await takeProfile(browser, target), sources));
    const times = meanOf(profiles);
    const ofKind = (isOfKind) =>
      times.reduce((sum, [key, time]) => sum + (isOfKind(...key.split('\t')) ? time : 0), 0).toFixed(0);
    const isOutside = (name, file) => file === '';
    console.log(
      `Chromium ${browser.version()}, CPU slowed down ${throttle} times, ${COUNT} comments, mean of ${rounds} visits.\n` +
        `Until the comments exist: ${ofKind(() => true)} ms, of which ${ofKind((...one) => !isOutside(...one))} are scripts, ` +
        `${ofKind((name) => name === '(idle)')} waiting, and the rest the browser.\n`,
    );
    console.log(
      table(
        ['ms', 'function', 'where'],
        times.slice(0, SHOWN).map(([key, time]) => [time.toFixed(1), ...key.split('\t')]),
      ),
    );
  } finally {
    await browser.close();
    await site.close();
  }
}
