/** The `fetch` with cookies, for conformance stages in Node, at a server of its own. */
import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { cookieFetch } from '../../src/conformance.js';

const PAGE = 'https://news.example/article';

describe('a fetch with cookies', () => {
  let server: Server;
  /** What the server sets in its next responses. */
  let answers: string[][];
  let received: IncomingHttpHeaders[];
  let address: string;

  beforeEach(async () => {
    answers = [];
    received = [];
    server = createServer((request, response) => {
      received.push(request.headers);
      response.setHeader('set-cookie', answers.shift() ?? []).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterEach(() => server.close());

  const cookies = () => received.map(({ cookie }) => cookie);

  it('sends the cookies that the server has set, with their latest values', async () => {
    answers = [['id=7; Path=/; HttpOnly', 'csrf=x'], ['id=8']];
    const send = cookieFetch(PAGE);
    for (const input of [address, new URL(address), new Request(address)]) await send(input);
    assert.deepEqual(cookies(), [undefined, 'id=7; csrf=x', 'id=8; csrf=x']);
  });

  it('forgets cookies that the server deletes', async () => {
    for (const deletion of ['id=; Max-Age=0; Path=/', 'id=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT']) {
      received = [];
      answers = [['id=7; Expires=Fri, 31 Dec 2100 23:59:59 GMT'], [deletion]];
      const send = cookieFetch(PAGE);
      for (let request = 0; request < 3; request++) await send(address);
      assert.deepEqual(cookies(), [undefined, 'id=7', undefined], deletion);
    }
  });

  it('keeps the cookies of one server from another, and of one person from another', async () => {
    answers = [['id=7']];
    const send = cookieFetch(PAGE);
    await send(address);
    await send(address.replace('127.0.0.1', 'localhost'));
    await cookieFetch(PAGE)(address);
    assert.deepEqual(cookies(), [undefined, undefined, undefined]);
  });

  it('sends the origin of the page, and the headers of the request', async () => {
    const send = cookieFetch(PAGE);
    await send(address, { headers: { accept: 'application/json' } });
    await send(new Request(address, { headers: { accept: 'text/plain' } }));
    assert.deepEqual(
      received.map(({ origin, accept }) => [origin, accept]),
      [
        ['https://news.example', 'application/json'],
        ['https://news.example', 'text/plain'],
      ],
    );
  });
});
