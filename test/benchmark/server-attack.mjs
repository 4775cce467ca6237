/**
 * Measures what other readers notice of an attack from one address: `npm run bench:attack`. Sends at least
 * 10,000 votes, 1,000 requests for event streams and 1,000 reports, one attack after another, while readers and writers of other
 * addresses go on. Runs the server as it is by default, on PGlite and, where it is installed, on PostgreSQL. Environment:
 * `SECONDS` of each phase (10), `CONNECTIONS` of the attacker (50), `READS` (20) and `WRITES` (2) of the others in a second.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { signReaderToken } from '../../demo/examples/sign-reader-token.mjs';
import { findPostgres, startPostgres } from '../support/postgres.mjs';
import { startServerProcess } from './server-process.mjs';
import { agent, draftFor, send } from './server-requests.mjs';

const seconds = Number(process.env.SECONDS ?? 10);
const connections = Number(process.env.CONNECTIONS ?? 50);

const attacks = [
  { attack: 'votes', amount: 10_000, from: '203.0.113.1' },
  { attack: 'streams', amount: 1000, from: '203.0.113.2' },
  { attack: 'reports', amount: 1000, from: '203.0.113.3' },
];

/** Requests a second of the other readers and writers, each from an address of its own. */
const READS = Number(process.env.READS ?? 20);
const WRITES = Number(process.env.WRITES ?? 2);

const COMMENTS = 50;

/** The other readers. They keep their pace, whether or not the server keeps up. */
class Audience {
  #times = { reads: [], writes: [] };
  #failures = 0;
  #pending = new Set();
  #timers = [];

  constructor(address, keys) {
    const any = () => keys[Math.floor(Math.random() * keys.length)];
    this.#every(1000 / READS, 'reads', () => send(`${address}/discussion?discussion=${any()}`));
    this.#every(1000 / WRITES, 'writes', () => send(`${address}/comments`, { method: 'POST', body: draftFor(any()) }));
  }

  #every(interval, what, act) {
    const run = async () => {
      try {
        const { status, time } = await act();
        this.#times[what].push(time);
        if (status >= 400) this.#failures++;
      } catch {
        // The figures show it.
        this.#failures++;
      }
    };
    const start = () => {
      const done = run().finally(() => this.#pending.delete(done));
      this.#pending.add(done);
    };
    this.#timers.push(setInterval(start, interval));
  }

  /** The figures since the last call, when all requests under way have been answered. */
  async figures() {
    await Promise.all(this.#pending);
    const { reads, writes } = this.#times;
    const failed = this.#failures;
    this.#times = { reads: [], writes: [] };
    this.#failures = 0;
    return {
      ...percentiles('read', reads),
      ...percentiles('write', writes),
      requests: reads.length + writes.length,
      failed,
    };
  }

  leave() {
    for (const timer of this.#timers) clearInterval(timer);
  }
}

function percentiles(what, times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => Number((sorted[Math.ceil(sorted.length * share) - 1] ?? NaN).toFixed(1));
  return { [`${what} p50`]: at(0.5), [`${what} p95`]: at(0.95), [`${what} max`]: at(1) };
}

function runAttack(data) {
  const worker = new Worker(new URL('attacker.mjs', import.meta.url), { workerData: data });
  return new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
}

async function measure(name, env) {
  const secret = randomBytes(32).toString('base64');
  const { address, processorTime, stop } = await startServerProcess({ ...env, JWT_SECRET: secret });
  try {
    const keys = [`attack-${randomUUID()}`, `attack-${randomUUID()}`];
    const ids = [];
    for (let count = 0; count < COMMENTS; count++) {
      const { text } = await send(`${address}/comments`, { method: 'POST', body: draftFor(keys[count % 2]) });
      ids.push(JSON.parse(text).comment.id);
    }
    const token = await signReaderToken({ id: 'mallory', name: 'Mallory' }, secret);
    const audience = new Audience(address, keys);
    const rows = [];
    /** Measures while `work` runs. */
    const phase = async (what, work) => {
      const [start, before] = [performance.now(), processorTime()];
      const attacker = await work();
      const lasted = (performance.now() - start) / 1000;
      const busy = (processorTime() - before) / lasted / 10;
      const figures = await audience.figures();
      rows.push({
        what,
        seconds: Math.round(lasted),
        ...figures,
        'CPU %': Math.round(busy),
        ...(attacker && { attacker }),
      });
    };
    const wait = () => pause(seconds * 1000);
    // The first requests compile the server's code.
    await pause(3000);
    await audience.figures();
    await phase('before', wait);
    for (const one of attacks) {
      await phase(`during ${one.attack}`, async () => {
        const statuses = await runAttack({ ...one, seconds, connections, address, key: keys[0], id: ids[0], token });
        return Object.entries(statuses)
          .map(([status, count]) => `${count} × ${status}`)
          .join(', ');
      });
      await phase('after', wait);
    }
    audience.leave();
    await audience.figures();
    console.log(`\n${name}: ${READS} reads and ${WRITES} writes a second by others, times in milliseconds`);
    console.table(rows);
  } finally {
    await stop();
  }
}

await measure('PGlite', { DATABASE_URL: '' });
if (findPostgres() === undefined) console.log('PostgreSQL is not installed: measured on PGlite only.');
else {
  const { url, stop } = await startPostgres();
  try {
    await measure('PostgreSQL', { DATABASE_URL: url });
  } finally {
    await stop();
  }
}
agent.destroy();
