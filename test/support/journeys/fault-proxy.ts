/** A proxy between a browser and a backend that injects the faults of real networks. */
import {
  createServer,
  request as send,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type RequestOptions,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** Faults of a request. With "stored", the backend has processed it. */
export const FAULTS = [
  'cut before the request is sent',
  'cut before the response, stored',
  'cut in the middle of the response, stored',
  'slow, stored',
  'status 429 with Retry-After',
  'status 500, stored',
  'status 502 with a page in HTML',
  'status 200 with a page in HTML, stored',
  'truncated JSON, stored',
  'wrong types, stored',
  'huge response, stored',
  'CORS refusal, stored',
] as const;

export type Fault = (typeof FAULTS)[number];

export interface FaultProxy {
  /** URL for pages to use as the backend. */
  readonly address: string;
  /** Faults injected so far, in order. */
  readonly happened: readonly Fault[];
  close(): Promise<void>;
}

export interface FaultProxyOptions {
  /** URL of the backend, with a port. */
  readonly to: string;
  /** Chooses the fault of each request; undefined passes it on. */
  readonly faultOf: (request: IncomingMessage) => Fault | undefined;
  /** Extra milliseconds of a slow response. Default 300. */
  readonly delay?: number;
}

interface BackendResponse {
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
    // The browser may leave at any time, and a backend that is being stopped cuts the connection.
    forward(request, response, { fault, options, delay }).catch(() => response.destroy());
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
  return {
    hostname,
    port,
    method,
    path: url,
    headers: { ...headers, host: `${hostname}:${port}`, connection: 'close' },
  };
}

interface Passage {
  readonly fault: Fault | undefined;
  readonly options: RequestOptions;
  readonly delay: number;
}

async function forward(
  request: IncomingMessage,
  response: ServerResponse,
  { fault, options, delay }: Passage,
): Promise<void> {
  const cors = {
    'access-control-allow-origin': request.headers.origin ?? '*',
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'Retry-After',
  };
  switch (fault) {
    case undefined:
      return pass(request, response, options);
    case 'cut before the request is sent':
      return void response.destroy();
    case 'status 429 with Retry-After':
      request.resume();
      return void response.writeHead(429, { ...cors, 'retry-after': '1' }).end();
    case 'status 502 with a page in HTML':
      request.resume();
      return void response
        .writeHead(502, { ...cors, 'content-type': 'text/html' })
        .end('<!doctype html><h1>Bad gateway</h1>');
    default:
      return respondWithFault(await fetchFrom(request, options), response, { fault, cors, delay });
  }
}

type ResponseFault = Exclude<
  Fault,
  'cut before the request is sent' | 'status 429 with Retry-After' | 'status 502 with a page in HTML'
>;

/** Sends the backend's response with a fault. */
async function respondWithFault(
  { status, headers, body }: BackendResponse,
  response: ServerResponse,
  { fault, cors, delay }: { readonly fault: ResponseFault; readonly cors: OutgoingHttpHeaders; readonly delay: number },
): Promise<void> {
  delete headers['transfer-encoding'];
  delete headers['content-length'];
  switch (fault) {
    case 'cut before the response, stored':
      return void response.destroy();
    case 'cut in the middle of the response, stored':
      response.writeHead(status, { ...headers, 'content-length': body.length });
      return void response.write(body.subarray(0, body.length / 2), () => response.destroy());
    case 'slow, stored':
      await new Promise((resolve) => setTimeout(resolve, delay));
      return void response.writeHead(status, headers).end(body);
    case 'status 500, stored':
      return void response.writeHead(500, cors).end();
    case 'status 200 with a page in HTML, stored':
      return void response
        .writeHead(200, { ...cors, 'content-type': 'text/html' })
        .end('<!doctype html><h1>Welcome to the hotel</h1>');
    case 'truncated JSON, stored':
      return void response.writeHead(status, headers).end(body.subarray(0, body.length / 2));
    case 'wrong types, stored':
      return void response
        .writeHead(status, headers)
        .end(JSON.stringify({ outcome: 7, comment: [], items: {}, discussion: 'open' }));
    case 'huge response, stored':
      return void response.writeHead(status, headers).end(Buffer.concat([Buffer.alloc(HUGE, 0x20), body]));
    case 'CORS refusal, stored': {
      const allowed = Object.keys(headers).filter((name) => name.startsWith('access-control-'));
      for (const name of allowed) delete headers[name];
      return void response.writeHead(status, headers).end(body);
    }
  }
}

/** Pipes the response through unbuffered, as event streams need. */
function pass(request: IncomingMessage, response: ServerResponse, options: RequestOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const outgoing = send(options, (incoming) => {
      response.writeHead(incoming.statusCode ?? 502, incoming.headers);
      incoming.pipe(response);
      incoming.once('error', reject).once('end', resolve);
    });
    response.once('close', () => outgoing.destroy());
    request.pipe(outgoing.once('error', reject));
  });
}

function fetchFrom(request: IncomingMessage, options: RequestOptions): Promise<BackendResponse> {
  return new Promise((resolve, reject) => {
    const outgoing = send(options, (incoming) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part)).once('error', reject);
      incoming.once('end', () =>
        resolve({ status: incoming.statusCode ?? 502, headers: incoming.headers, body: Buffer.concat(parts) }),
      );
    });
    request.pipe(outgoing.once('error', reject));
  });
}
