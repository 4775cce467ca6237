/**
 * The followers of a discussion, in a thread of their own so that they do not slow the other requests down. Each holds one event
 * stream. When it ends, the follower connects to another instance after the time that the adapter for `http` waits.
 *
 * `workerData`: `{ addresses, query, amount }`. Messages: `open` opens the streams; `count` returns how many events up to `last` all of
 * them together have not received; `figures` returns the figures since the last call.
 */
import { Agent, request } from 'node:http';
import { createHistogram } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { clock, sentAt } from './load-clock.mjs';
import { draftFor, fromNewAddress } from './server-requests.mjs';

const { addresses, query, amount } = workerData;

/** As in `src/adapters/http/events.ts`: two seconds, times 0.5 to 1.5. */
const delay = () => 2000 * (0.5 + Math.random());

/** One of so many followers has written before, so that the server knows them by a cookie: that of one guest, for all of them. */
const ONE_GUEST_OF = 10;

/** Streams that are opened at the same time. */
const OPENED_AT_ONCE = 50;

const agent = new Agent({ maxSockets: Infinity });

/** Microseconds from sending a comment to its arrival at a follower. */
let delivery = { connected: createHistogram(), reconnected: createHistogram() };
let counts = { duplicates: 0, missed: 0 };
/** When the last follower was back. */
let lastReturn = 0;

class Follower {
  /** Number of the last event. They are without gaps. */
  position = 0;
  #address;
  #hasMoved = false;
  #headers;
  #rest = '';

  constructor(address, cookie) {
    this.#address = address;
    this.#headers = { ...fromNewAddress(), ...(cookie !== undefined && { cookie }) };
  }

  /** Resolves when the stream is open, and keeps it open from then on. */
  async open() {
    while (!(await this.#connect())) await this.#move();
  }

  async #move() {
    this.#hasMoved = true;
    await pause(delay());
    const others = addresses.filter((address) => address !== this.#address);
    this.#address = others[Math.floor(Math.random() * others.length)] ?? this.#address;
  }

  async #reopen() {
    await this.#move();
    await this.open();
    lastReturn = clock();
  }

  #connect() {
    this.#rest = '';
    return new Promise((resolve) => {
      const sent = request(`${this.#address}/events?${query}&after=${this.position}`, {
        agent,
        headers: this.#headers,
      });
      sent.once('error', () => resolve(false));
      sent.once('response', (response) => {
        if (response.statusCode !== 200) {
          response.resume();
          resolve(false);
          return;
        }
        response.setEncoding('utf8').on('data', (text) => this.#read(text));
        response.once('error', () => undefined).once('close', () => void this.#reopen());
        resolve(true);
      });
      sent.end();
    });
  }

  #read(text) {
    const now = clock();
    const events = (this.#rest + text).split('\n\n');
    this.#rest = events.pop();
    for (const event of events) {
      const [, id] = /^id: (\d+)$/m.exec(event) ?? [];
      if (id === undefined) continue;
      const number = Number(id);
      if (number <= this.position) counts.duplicates++;
      else counts.missed += number - this.position - 1;
      this.position = Math.max(this.position, number);
      const sent = sentAt(event);
      if (sent === undefined) continue;
      const histogram = this.#hasMoved ? delivery.reconnected : delivery.connected;
      histogram.record(Math.max(1, Math.round((now - sent) * 1000)));
    }
  }
}

/** Posts in another discussion. */
async function guestCookie() {
  const { headers } = await fetch(`${addresses[0]}/comments`, {
    method: 'POST',
    headers: { ...fromNewAddress(), 'content-type': 'application/json' },
    body: JSON.stringify(draftFor('the-guest-among-the-followers')),
  });
  const [cookie] = headers.getSetCookie();
  if (cookie === undefined) throw new Error('The server has set no cookie for a guest.');
  return cookie.split(';')[0];
}

const cookie = await guestCookie();
const followers = Array.from(
  { length: amount },
  (_, index) => new Follower(addresses[index % addresses.length], index % ONE_GUEST_OF === 0 ? cookie : undefined),
);

async function openAll() {
  const waiting = [...followers];
  const openSome = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await next.open();
  };
  await Promise.all(Array.from({ length: OPENED_AT_ONCE }, openSome));
}

const summary = (histogram) => ({
  count: histogram.count,
  p50: histogram.percentile(50) / 1000,
  p95: histogram.percentile(95) / 1000,
  max: histogram.max / 1000,
});

function figures() {
  const { connected, reconnected } = delivery;
  const result = { connected: summary(connected), reconnected: summary(reconnected), ...counts, lastReturn };
  delivery = { connected: createHistogram(), reconnected: createHistogram() };
  counts = { duplicates: 0, missed: 0 };
  return result;
}

const missingUpTo = (last) => followers.reduce((sum, { position }) => sum + Math.max(0, last - position), 0);

parentPort.on('message', async ({ what, last }) => {
  if (what === 'open') await openAll();
  parentPort.postMessage(what === 'figures' ? figures() : { missing: missingUpTo(last) });
});
