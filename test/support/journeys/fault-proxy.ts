/** A line between a browser and a backend that fails in the ways that real lines fail. */
import {
  createServer,
  request as send,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type RequestOptions,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** What can happen to one request. Where the name says "stored", the backend has done what it was asked. */
export const FAULTS = [
  'cut before anything is sent',
  'cut with nothing answered, stored',
  'cut in the middle of the answer, stored',
  'slow, stored',
  'status 429 with Retry-After',
  'status 500, stored',
  'status 502 with a page in HTML',
  'status 200 with a page in HTML, stored',
  'truncated JSON, stored',
  'wrong types, stored',
  'huge answer, stored',
  'CORS refusal, stored',
] as const;

export type Fault = (typeof FAULTS)[number];

export interface FaultProxy {
  /** What a page uses as the backend's address. */
  readonly address: string;
  /** Faults that have happened, in order. */
  readonly happened: readonly Fault[];
  close(): Promise<void>;
}

export interface FaultProxyOptions {
  /** The backend's address, with a port. */
  readonly to: string;
  /** Decides about each request; undefined lets it through. */
  readonly faultOf: (request: IncomingMessage) => Fault | undefined;
  /** Milliseconds that a slow answer takes longer. Default 300. */
  readonly delay?: number;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

const HUGE = 12_000_000;

export async function startFaultProxy({ to, faultOf, delay = 300 }: FaultProxyOptions): Promise<FaultProxy> {
  const backend = new URL(to);
  const happened: Fault[] = [];
  const server = createServer((request, response) => {
    const fault = request.method === 'OPTIONS' ? undefined : faultOf(request);
    if (fault) happened.push(fault);
    const options = optionsFor(request, backend);
    // The browser may go away at any moment, and a backend that is being killed cuts the line by itself.
    fail(request, response, { fault, options, delay }).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}${backend.pathname.replace(/\/$/, '')}`,
    happened,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function optionsFor({ method, url, headers }: IncomingMessage, { hostname, port }: URL): RequestOptions {
  return { hostname, port, method, path: url, headers: { ...headers, host: `${hostname}:${port}`, connection: 'close' } };
}

interface Passage {
  readonly fault: Fault | undefined;
  readonly options: RequestOptions;
  readonly delay: number;
}

async function fail(request: IncomingMessage, response: ServerResponse, { fault, options, delay }: Passage): Promise<void> {
  const cors = {
    'access-control-allow-origin': request.headers.origin ?? '*',
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'Retry-After',
  };
  switch (fault) {
    case undefined:
      return pass(request, response, options);
    case 'cut before anything is sent':
      return void response.destroy();
    case 'status 429 with Retry-After':
      request.resume();
      return void response.writeHead(429, { ...cors, 'retry-after': '1' }).end();
    case 'status 502 with a page in HTML':
      request.resume();
      return void response.writeHead(502, { ...cors, 'content-type': 'text/html' }).end('<!doctype html><h1>Bad gateway</h1>');
    default:
      return spoil(await ask(request, options), response, { fault, cors, delay });
  }
}

type Spoiling = Exclude<Fault, 'cut before anything is sent' | 'status 429 with Retry-After' | 'status 502 with a page in HTML'>;

/** The backend has answered, and the page gets something else. */
async function spoil(
  { status, headers, body }: Answer,
  response: ServerResponse,
  { fault, cors, delay }: { readonly fault: Spoiling; readonly cors: OutgoingHttpHeaders; readonly delay: number },
): Promise<void> {
  delete headers['transfer-encoding'];
  delete headers['content-length'];
  switch (fault) {
    case 'cut with nothing answered, stored':
      return void response.destroy();
    case 'cut in the middle of the answer, stored':
      response.writeHead(status, { ...headers, 'content-length': body.length });
      return void response.write(body.subarray(0, body.length / 2), () => response.destroy());
    case 'slow, stored':
      await new Promise((resolve) => setTimeout(resolve, delay));
      return void response.writeHead(status, headers).end(body);
    case 'status 500, stored':
      return void response.writeHead(500, cors).end();
    case 'status 200 with a page in HTML, stored':
      return void response.writeHead(200, { ...cors, 'content-type': 'text/html' }).end('<!doctype html><h1>Welcome to the hotel</h1>');
    case 'truncated JSON, stored':
      return void response.writeHead(status, headers).end(body.subarray(0, body.length / 2));
    case 'wrong types, stored':
      return void response.writeHead(status, headers).end(JSON.stringify({ outcome: 7, comment: [], items: {}, discussion: 'open' }));
    case 'huge answer, stored':
      return void response.writeHead(status, headers).end(Buffer.concat([Buffer.alloc(HUGE, 0x20), body]));
    case 'CORS refusal, stored': {
      const allowed = Object.keys(headers).filter((name) => name.startsWith('access-control-'));
      for (const name of allowed) delete headers[name];
      return void response.writeHead(status, headers).end(body);
    }
  }
}

/** Streams of events end when they end, and so nothing is kept back. */
function pass(request: IncomingMessage, response: ServerResponse, options: RequestOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const passedOn = send(options, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.once('error', reject).once('end', resolve);
    });
    response.once('close', () => passedOn.destroy());
    request.pipe(passedOn.once('error', reject));
  });
}

function ask(request: IncomingMessage, options: RequestOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const passedOn = send(options, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part)).once('error', reject);
      answer.once('end', () => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    request.pipe(passedOn.once('error', reject));
  });
}
