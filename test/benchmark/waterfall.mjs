/** The requests of a page on the slow line until its comments are visible: what requested each, when, and how many wait for each other. */
import { basename } from 'node:path';
import { allVisible, evaluate, withPage } from './fresh-page.mjs';
import { table } from './table.mjs';

/** Characters of a line for all of the time. */
const barWidth = 60;

/** The file of the script tag, whose name has no hash. */
const entry = 'article-comments.js';

/** The end of an address without the hash of a build. */
function shortName(address) {
  const { pathname, search } = new URL(address);
  const file = basename(pathname);
  const name = file === entry ? entry : file.replace(/-[\w-]{7}(?=\.js$)/, '');
  return name + (search ? '?…' : '');
}

/** Records the requests of a page from its beginning. Times are seconds on the clock of the browser. */
export function recordRequests(client) {
  const requests = new Map();
  client.on('Network.requestWillBeSent', ({ requestId, request, initiator, timestamp, type }) => {
    if (request.url.startsWith('data:')) return;
    // Parsers name the document, scripts the function that imports or fetches.
    let { stack } = initiator;
    while (stack && stack.callFrames.length === 0) stack = stack.parent;
    const by = initiator.url ?? stack?.callFrames[0].url;
    requests.set(requestId, {
      url: request.url,
      by,
      start: timestamp,
      isDocument: type === 'Document',
      isStream: false,
    });
  });
  client.on('Network.responseReceived', ({ requestId, response: { timing, mimeType } }) => {
    const request = requests.get(requestId);
    if (!request) return;
    request.isStream = mimeType === 'text/event-stream';
    if (timing) request.response = timing.requestTime + timing.receiveHeadersEnd / 1_000;
  });
  client.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request) Object.assign(request, { end: timestamp, bytes: encodedDataLength });
  });
  return requests;
}

/**
 * The most requests of which each began after the one before had ended, in order. More requests than the rows waited for can follow
 * each other by chance, but never fewer.
 */
export function longestChain(requests) {
  const chains = new Map();
  for (const request of requests.toSorted((a, b) => a.start - b.start)) {
    const before = [...chains].filter(([{ end }]) => end <= request.start).map(([, chain]) => chain);
    const longest = before.reduce((best, chain) => (chain.length > best.length ? chain : best), []);
    chains.set(request, [...longest, request]);
  }
  return [...chains.values()].reduce((best, chain) => (chain.length > best.length ? chain : best), []);
}

/**
 * Opens a page on the slow line. Returns `{ visible, requests, chain }`: milliseconds from the start of the navigation until the
 * comments are visible, the requests until then with `start`, `response` and `end`, and those that had to wait for each other, without
 * the document.
 */
export function takeWaterfall(browser, target) {
  let recorded;
  const prepare = async (client) => {
    recorded = recordRequests(client);
    await client.send('Network.enable');
  };
  return withPage(browser, { ...target, isSlowLine: true, prepare }, async ({ client }) => {
    await allVisible(client, target.count);
    const visible = await evaluate(client, 'benchmark.allComments()');
    const all = [...recorded.values()];
    const zero = all.find(({ isDocument }) => isDocument).start;
    const sinceStart = (time) => (time - zero) * 1_000;
    const requests = all
      .filter(({ end, isStream }) => !isStream && end !== undefined)
      .map(({ url, by, start, response, end, bytes, isDocument }) => ({
        name: shortName(url),
        by: by && by !== url ? shortName(by) : '–',
        start: sinceStart(start),
        response: Math.min(sinceStart(response), sinceStart(end)),
        end: sinceStart(end),
        bytes,
        isDocument,
      }))
      .filter(({ end }) => end <= visible)
      .toSorted((a, b) => a.start - b.start);
    return { visible, requests, chain: longestChain(requests.filter(({ isDocument }) => !isDocument)) };
  });
}

/** A line of the time: dots while a request waits for its response, hashes while the response arrives. */
function bar({ start, response, end }, visible) {
  const column = (time) => Math.round((time / visible) * barWidth);
  const [from, middle, to] = [column(start), column(response), Math.max(column(end), column(start) + 1)];
  return (
    ' '.repeat(from) + '.'.repeat(Math.max(0, middle - from)) + '#'.repeat(Math.max(0, to - Math.max(middle, from)))
  );
}

/** The requests as lines of text. */
export function waterfallText({ visible, requests, chain }) {
  const number = (time) => time.toFixed(0);
  const head = ['request', 'requested by', 'start ms', 'response', 'end', 'kB'];
  const rows = requests.map((request) => [
    request.name,
    request.by,
    number(request.start),
    number(request.response),
    number(request.end),
    (request.bytes / 1_000).toFixed(1),
  ]);
  const [titles, rule, ...lines] = table(head, rows).split('\n');
  return [
    titles,
    rule,
    ...lines.map((line, index) => `${line}  |${bar(requests[index], visible).padEnd(barWidth)}|`),
    `Visible after ${number(visible)} ms and ${chain.length} round trips: ${chain.map(({ name }) => name).join(', ')}.`,
  ].join('\n');
}
