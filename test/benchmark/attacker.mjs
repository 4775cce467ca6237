/**
 * One attacker with one address, in a thread of its own so that it does not slow the measurement down. Sends requests as fast as
 * the server answers, and reports how many responses it got of each status.
 *
 * `workerData`: `{ attack, amount, seconds, from, connections, address, key, id, token }`. It sends at least this amount for at
 * least these seconds; `from` is its IP address, and `id` the comment under attack.
 */
import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

const { attack, amount, seconds, from, connections, address, key, id, token } = workerData;
const base = new URL(address);
const query = `discussion=${encodeURIComponent(key)}`;
const agent = new Agent({ keepAlive: true, maxSockets: attack === 'streams' ? Infinity : connections });

const requests = {
  votes: (number) => ({
    method: 'PUT',
    path: `/comments/${id}/vote?${query}`,
    body: { value: number % 2 === 0 ? 1 : -1 },
    headers: { authorization: `Bearer ${token}` },
  }),
  // Without a cookie, each counts as a new guest.
  reports: () => ({ method: 'PUT', path: `/comments/${id}/report?${query}`, body: { reason: 'spam' } }),
  streams: () => ({ method: 'GET', path: `/events?${query}&after=0` }),
};

/** Open streams, which stay open until all requests have been answered. */
const open = [];

function send({ method, path, body, headers = {} }) {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${base.origin}${base.pathname}${path}`,
      {
        method,
        agent,
        headers: { ...headers, 'x-forwarded-for': from, ...(body && { 'content-type': 'application/json' }) },
      },
      (response) => {
        response.on('error', () => undefined);
        response.resume();
        if (attack === 'streams' && response.statusCode === 200) {
          open.push(sent);
          resolve(200);
        } else response.once('end', () => resolve(response.statusCode));
      },
    );
    sent.once('error', reject);
    sent.end(body && JSON.stringify(body));
  });
}

const statuses = {};
const end = performance.now() + seconds * 1000;
let next = 0;
async function attackOnOneConnection() {
  while (next < amount || performance.now() < end) {
    const status = await send(requests[attack](next++)).catch(({ code }) => code);
    statuses[status] = (statuses[status] ?? 0) + 1;
  }
}

await Promise.all(Array.from({ length: connections }, attackOnOneConnection));
parentPort.postMessage(statuses);
for (const stream of open) stream.destroy();
agent.destroy();
