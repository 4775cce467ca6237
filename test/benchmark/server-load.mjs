/**
 * Load test of the demo server with concurrent readers, writers and followers: `npm run bench:server`. Environment:
 * `SECONDS` (60), `READERS` (20), `WRITERS` (5), `FOLLOWERS` (50 event streams); `DATABASE_URL` as for the server.
 *
 * Each request claims its own IP address through a proxy header, so that rate limits do not apply.
 */
import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import autocannon from 'autocannon';
import { startServerProcess } from './server-process.mjs';

const seconds = Number(process.env.SECONDS ?? 60);
const readers = Number(process.env.READERS ?? 20);
const writers = Number(process.env.WRITERS ?? 5);
const followers = Number(process.env.FOLLOWERS ?? 50);

/** Milliseconds to wait for followers that have not received every event. */
const MAX_LAG = 10_000;

const octet = () => 1 + Math.floor(Math.random() * 254);
const from = () => ({ 'x-forwarded-for': `10.${octet()}.${octet()}.${octet()}` });

/** A new discussion for each run, because the database may be a permanent one. */
const key = `load-${randomUUID()}`;
const query = `discussion=${encodeURIComponent(key)}`;

function draft(index) {
  return JSON.stringify({
    discussion: { key, url: 'https://gazette.example/pier' },
    body: `Comment ${index}: the pier was built for fishermen, and it should be theirs again.`,
    submitKey: randomUUID(),
    guest: { name: `Guest ${index}` },
  });
}

/** Follows the discussion until `signal` aborts, and adds the ids of its events to `received`. */
async function follow(address, signal, received) {
  let duplicates = 0;
  try {
    const { body } = await fetch(`${address}/events?${query}&after=0`, { headers: from(), signal });
    let rest = '';
    for await (const part of body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + part).split('\n');
      rest = lines.pop();
      for (const line of lines.filter((one) => one.startsWith('id:'))) {
        if (received.has(line)) duplicates++;
        received.add(line);
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return { count: received.size, duplicates };
}

const { address, stop } = await startServerProcess();
try {
  const end = new AbortController();
  const received = Array.from({ length: followers }, () => new Set());
  const streams = received.map((ids) => follow(address, end.signal, ids));
  let written = 0;
  const send = autocannon({
    url: address,
    connections: writers,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        path: '/api/comments',
        setupRequest: (request) => ({
          ...request,
          headers: { 'content-type': 'application/json', ...from() },
          body: draft(++written),
        }),
      },
    ],
  });
  const read = autocannon({
    url: address,
    connections: readers,
    duration: seconds,
    requests: ['oldest', 'newest', 'top'].map((sort) => ({
      method: 'GET',
      path: `/api/discussion?${query}&sort=${sort}`,
      setupRequest: (request) => ({ ...request, headers: from() }),
    })),
  });
  const [reading, writing] = await Promise.all([read, send]);
  const { counts } = await (await fetch(`${address}/counts?${query}`)).json();
  const stored = counts[key];
  // The last events may still be on their way.
  const patience = AbortSignal.timeout(MAX_LAG);
  while (!patience.aborted && received.some(({ size }) => size < stored)) await setImmediate();
  end.abort();
  const followed = await Promise.all(streams);
  const row = (what, { requests, latency, '2xx': good, non2xx, errors, timeouts }) => ({
    what,
    'a second': Math.round(requests.average),
    'ms median': latency.p50,
    'ms 99 %': latency.p99,
    good,
    refused: non2xx,
    failed: errors + timeouts,
  });
  console.table([row(`${readers} readers`, reading), row(`${writers} writers`, writing)]);
  const numbers = followed.map(({ count }) => count);
  console.log(
    `${stored} comments stored, ${writing['2xx']} confirmed (up to ${writers} still in flight at the end); ${followers} followers received ` +
      `${Math.min(...numbers)} to ${Math.max(...numbers)} events each, ${followed.reduce((sum, { duplicates }) => sum + duplicates, 0)} duplicates.`,
  );
} finally {
  await stop();
}
