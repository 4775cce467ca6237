/** Requests to the demo server by readers, each from an IP address of its own, so that rate limits do not apply. */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

const octet = () => 1 + Math.floor(Math.random() * 254);

/** The proxy header of a new address. */
export const fromNewAddress = () => ({ 'x-forwarded-for': `10.${octet()}.${octet()}.${octet()}` });

export const agent = new Agent({ keepAlive: true });

/** Sends a request. Returns the status, the body and the time in milliseconds. `token`: of a reader with an account. */
export function send(url, { method = 'GET', body, token } = {}) {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const headers = {
      ...fromNewAddress(),
      ...(body && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const sent = request(url, { method, agent, headers }, async (response) => {
      try {
        const parts = [];
        for await (const part of response) parts.push(part);
        const text = Buffer.concat(parts).toString();
        resolve({ status: response.statusCode, text, time: performance.now() - start });
      } catch (error) {
        reject(error);
      }
    });
    sent.once('error', reject);
    sent.end(body && JSON.stringify(body));
  });
}

export const draftFor = (key) => ({
  discussion: { key, url: 'https://gazette.example/pier' },
  body: 'The pier was built for fishermen, and it should be theirs again.',
  submitKey: randomUUID(),
  guest: { name: 'A guest' },
});
