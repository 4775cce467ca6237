/** The readers and writers of the load test. */
import { setTimeout as pause } from 'node:timers/promises';
import { clock, withTime } from './load-clock.mjs';
import { draftFor, send } from './server-requests.mjs';

/** Milliseconds before a writer whose request was cut off sends the comment again. */
const REPEAT = 1000;

const any = (list) => list[Math.floor(Math.random() * list.length)];

/** Readers and writers of one discussion on several instances. They keep their pace, whether or not the server keeps up. */
export class LoadAudience {
  /** How many comments were written, each of which has to be stored once. */
  written = 0;
  #key;
  #addresses;
  #times = { reads: [], writes: [] };
  #cutOff = { reads: 0, writes: 0 };
  #pending = new Set();
  #timers = [];

  constructor(key, addresses) {
    this.#key = key;
    this.#addresses = addresses;
  }

  /** `reads` and `writes` a second by all readers and all writers. */
  start({ reads, writes, writers }) {
    this.#every(1000 / reads, () => this.#read());
    // The writers take turns.
    for (let writer = 0; writer < writers; writer++) {
      const start = () => this.#every((1000 * writers) / writes, () => this.write());
      this.#timers.push(setTimeout(start, (1000 * writer) / writes));
    }
  }

  #every(interval, act) {
    const start = () => {
      const done = act().finally(() => this.#pending.delete(done));
      this.#pending.add(done);
    };
    this.#timers.push(setInterval(start, interval));
    start();
  }

  #read() {
    const query = `discussion=${encodeURIComponent(this.#key)}&sort=${any(['oldest', 'newest', 'top'])}`;
    return this.#complete('reads', `/discussion?${query}`);
  }

  /** Sends a comment. */
  write() {
    this.written++;
    const draft = draftFor(this.#key);
    return this.#complete('writes', '/comments', { method: 'POST', body: { ...draft, body: withTime(draft.body) } });
  }

  /**
   * Sends a request, and repeats it at another instance if it is cut off: a comment with the same key. An instance that cannot be reached
   * gets no more requests, as from a load balancer.
   */
  async #complete(kind, path, options) {
    const start = clock();
    for (;;) {
      const address = any(this.#addresses);
      try {
        const { status, text } = await send(`${address}${path}`, options);
        if (status >= 400) throw new Error(`${path}: ${status} ${text}`);
        this.#times[kind].push(clock() - start);
        return;
      } catch (error) {
        if (error.code === undefined) throw error;
        this.#cutOff[kind]++;
        this.#addresses = this.#addresses.filter((one) => one !== address);
        await pause(REPEAT);
      }
    }
  }

  /** The figures since the last call. */
  figures() {
    const result = { ...this.#times, cutOff: this.#cutOff };
    this.#times = { reads: [], writes: [] };
    this.#cutOff = { reads: 0, writes: 0 };
    return result;
  }

  /** Resolves when all requests have been answered. */
  async leave() {
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.all(this.#pending);
  }
}
