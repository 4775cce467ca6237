/**
 * Load test of the demo server: `npm run bench:server`. Followers keep event streams to one discussion open, on several instances that
 * share a PostgreSQL, while readers read and ten writers post. Halfway, one instance is killed. Fails if an event or a comment is lost or
 * doubled. `UPDATE=1` writes the figures into `server/README.md`. Environment: `SECONDS` of each half (30), `INSTANCES` (4), `FOLLOWERS`
 * (10,000), `READS` (20) and `WRITES` (1) a second, `DATABASE_URL` of a PostgreSQL that runs already, and other settings of the server,
 * such as `BUS`. `PGLITE=1` measures one instance on PGlite, with 1,000 followers.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { findPostgres, startPostgres } from '../support/postgres.mjs';
import { LoadAudience } from './load-audience.mjs';
import { clock } from './load-clock.mjs';
import { report } from './load-report.mjs';
import { startServerProcess } from './server-process.mjs';
import { agent, send } from './server-requests.mjs';

const isEmbedded = process.env.PGLITE === '1';
const setting = (name, fallback) => Number(process.env[name] ?? fallback);
const seconds = setting('SECONDS', 30);
const instances = isEmbedded ? 1 : setting('INSTANCES', 4);
const options = {
  followers: setting('FOLLOWERS', isEmbedded ? 1000 : 10_000),
  reads: setting('READS', 20),
  writes: setting('WRITES', 1),
  writers: 10,
};

/** Comments in the discussion before the measurement. Writing them also compiles the code of the instances. */
const COMMENTS = 100;

/** Milliseconds to wait for followers that have not received every event. */
const MAX_LAG = 20_000;

/** A new discussion for each run, because the database may be a permanent one. */
const key = `load-${randomUUID()}`;
const query = `discussion=${encodeURIComponent(key)}`;

/** Each stream is an open file of this process, which Node lets have as many as the system allows. */
function requireOpenFiles(count) {
  let most;
  try {
    [, most] = /^Max open files\s+\d+\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
  } catch {
    // Not Linux.
  }
  if (Number(most) < count)
    throw new Error(`${count} open files are needed, and ${most} allowed. Raise the limit: ulimit -Hn`);
}

/** Milliseconds of processor time that the machine has used. */
const machineTime = () => cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0);

/** How busy the machine is with other programs, in percent, while this one waits for two seconds. */
async function busyElsewhere() {
  const [start, before] = [clock(), machineTime()];
  await pause(2000);
  return Math.round((100 * (machineTime() - before)) / (clock() - start) / cpus().length);
}

async function measure(servers) {
  const addresses = servers.map(({ address }) => address);
  const followers = new Worker(new URL('followers.mjs', import.meta.url), {
    workerData: { addresses, query, amount: options.followers },
  });
  const ask = async (what, last) => {
    followers.postMessage({ what, last });
    const [answer] = await once(followers, 'message');
    return answer;
  };
  /** Waits until all followers have received every event, or until `MAX_LAG` is over. Returns how many events they are missing. */
  const settle = async () => {
    const { text } = await send(`${addresses.at(-1)}/discussion?${query}`);
    const last = Number(JSON.parse(text).position);
    const start = clock();
    let missing;
    do {
      await pause(50);
      ({ missing } = await ask('count', last));
    } while (missing > 0 && clock() - start < MAX_LAG);
    return missing;
  };
  const audience = new LoadAudience(key, addresses);
  for (let count = 0; count < COMMENTS; count++) await audience.write();
  audience.figures();
  const memoryBefore = servers.map(({ memory }) => memory());
  console.log(`Opening ${options.followers} streams …`);
  await ask('open');
  await settle();
  await ask('figures');

  const phase = async (title, running) => {
    const used = () => running.map((server) => server.processorTime());
    const [start, before] = [clock(), used()];
    await pause(seconds * 1000);
    const lasted = clock() - start;
    const processor = used().map((time, index) => (100 * (time - before[index])) / lasted);
    const memory = running.map((server) => server.memory());
    return { title, streams: Math.round(options.followers / running.length), processor, memory };
  };
  audience.start(options);
  const first = await phase(instances === 1 ? 'One instance' : `${instances} instances`, servers);
  const phases = [{ ...first, audience: audience.figures(), delivery: await ask('figures') }];
  const killedAt = clock();
  let killed;
  if (instances > 1) {
    await servers[0].kill();
    killed = await phase('One of them killed', servers.slice(1));
  }
  await audience.leave();
  const missing = await settle();
  const delivery = await ask('figures');
  if (killed) phases.push({ ...killed, audience: audience.figures(), delivery });
  await followers.terminate();
  const { text } = await send(`${addresses.at(-1)}/counts?${query}`);
  const sum = (name) => [delivery, phases[0].delivery].reduce((total, one) => total + one[name], 0);
  return {
    phases,
    memoryBefore,
    lost: missing + sum('missed'),
    twice: sum('duplicates'),
    back: delivery.lastReturn - killedAt,
    written: audience.written,
    stored: JSON.parse(text).counts[key],
  };
}

requireOpenFiles(options.followers + 1000);
const busyBefore = await busyElsewhere();
const postgres = isEmbedded || process.env.DATABASE_URL ? undefined : await startPostgres({ isDurable: true });
const servers = [];
try {
  const env = { DATABASE_URL: isEmbedded ? '' : (process.env.DATABASE_URL ?? postgres.url) };
  for (let count = 0; count < instances; count++) servers.push(await startServerProcess(env));
  const result = await measure(servers);
  await Promise.all(servers.map(({ kill }) => kill()));
  const [version] = /\d+/.exec(findPostgres()) ?? [];
  await report(isEmbedded ? 'loadEmbedded' : 'load', options, {
    ...result,
    database: isEmbedded ? 'PGlite' : postgres ? `PostgreSQL ${version}` : 'PostgreSQL',
    busyElsewhere: Math.max(busyBefore, await busyElsewhere()),
  });
  if (result.lost > 0 || result.twice > 0 || result.stored !== result.written) process.exitCode = 1;
} finally {
  await Promise.all(servers.map(({ kill }) => kill()));
  agent.destroy();
  await postgres?.stop();
}
