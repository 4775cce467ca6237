/**
 * Measures what other readers notice of an attack from one address: `npm run bench:attack`. Sends at least
 * 10,000 votes, 1,000 requests for event streams and 1,000 reports, one attack after another, while readers and writers of other
 * addresses go on. Then measures what one request with a long text costs. Runs the server as it is by default, on PGlite and, where it is
 * installed, on PostgreSQL. Environment:
 * `ONLY=texts` for the texts alone, `SECONDS` of each phase (10), `CONNECTIONS` of the attacker (50), `READS` (20) and `WRITES` (2) of the others in a second.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { signReaderToken } from '../../demo/examples/sign-reader-token.mjs';
import { findPostgres, startPostgres } from '../support/postgres.mjs';
import { textKinds, textOf } from '../support/text-kinds.mjs';
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

/** The most processor time that a request with a text may cost, in milliseconds: a hundred times what an ordinary one costs. */
const MOST_PER_REQUEST = 500;

/** In code points: the most that a comment of letters may have, that any request has room for, and that the contract allows. */
const LENGTHS = [5000, 60_000, 100_000];

/** Requests with each text. The clock of processes ticks every ten milliseconds. */
const REPETITIONS = 10;

/** Prints what a request with a long text costs, by the kind of text. Returns whether all are within the limit. */
async function measureTexts(name, env) {
  const secret = randomBytes(32).toString('base64');
  const { address, processorTime, peakMemory, stop } = await startServerProcess({ ...env, JWT_SECRET: secret });
  try {
    const key = `texts-${randomUUID()}`;
    const query = `discussion=${key}`;
    const comment = async (token) => {
      const { text } = await send(`${address}/comments`, { method: 'POST', body: draftFor(key), token });
      return JSON.parse(text).comment.id;
    };
    const reported = await comment();
    const notice = { urls: ['https://news.example/'], name: 'Nora', email: 'nora@mail.example', goodFaith: true };
    /** Each returns a request, whose preparation is not measured. */
    const operations = {
      'POST /comments': async (body) => [`${address}/comments`, { method: 'POST', body: { ...draftFor(key), body } }],
      'PATCH /comments/{id}': async (body) => {
        const token = await signReaderToken({ id: randomUUID(), name: 'Ed' }, secret);
        return [`${address}/comments/${await comment(token)}?${query}`, { method: 'PATCH', body: { body }, token }];
      },
      'PUT /comments/{id}/report': async (explanation) => [
        `${address}/comments/${reported}/report?${query}`,
        { method: 'PUT', body: { reason: 'illegal', key: randomUUID(), notice: { ...notice, explanation } } },
      ],
    };
    const rows = [];
    for (const [operation, prepare] of Object.entries(operations)) {
      for (const [kind, unit] of Object.entries(textKinds)) {
        for (const length of LENGTHS) {
          const text = textOf(unit, length);
          const requests = [];
          for (let count = 0; count < REPETITIONS; count++) requests.push(await prepare(text));
          const before = processorTime();
          let status;
          for (const request of requests) ({ status } = await send(...request));
          const each = (processorTime() - before) / REPETITIONS;
          rows.push({ operation, kind, length, status, 'CPU ms': each, 'peak MB': Math.round(peakMemory()) });
        }
      }
    }
    console.log(`\n${name}: one request with a text, processor time of the server and its memory at most so far`);
    console.table(rows);
    return rows.every((row) => !(row['CPU ms'] > MOST_PER_REQUEST));
  } finally {
    await stop();
  }
}

async function measureAll(name, env) {
  if (process.env.ONLY !== 'texts') await measure(name, env);
  if (await measureTexts(name, env)) return;
  console.error(`A request cost more than ${MOST_PER_REQUEST} milliseconds of processor time.`);
  process.exitCode = 1;
}

await measureAll('PGlite', { DATABASE_URL: '' });
if (findPostgres() === undefined) console.log('PostgreSQL is not installed: measured on PGlite only.');
else {
  const { url, stop } = await startPostgres();
  try {
    await measureAll('PostgreSQL', { DATABASE_URL: url });
  } finally {
    await stop();
  }
}
agent.destroy();
