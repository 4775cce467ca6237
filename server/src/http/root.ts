import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import helmet from '@fastify/helmet';
import { fastify, type FastifyInstance, type FastifyRequest } from 'fastify';
import { sendProblem, toProblem } from '../operations/error-responses.js';
import type { LogLevel, ServerConfig } from '../rules/config.js';
import type { RequestPace } from '../rules/house-rules.js';
import { Problem } from '../rules/problem.js';
import { addPacing } from './pacing.js';

/** Milliseconds that a request may take to arrive, body included. */
const longestRequest = 30_000;

export interface RootOptions {
  readonly requestPace: RequestPace;
  readonly requestTimeout: number | undefined;
  readonly log: LogOptions | undefined;
}

/** Where the log goes, and from which level. Default: as the settings say, to the standard output. */
export interface LogOptions {
  readonly stream: { write(line: string): void };
  readonly level?: LogLevel;
}

/** The app below which the sites are: what protects the process from every kind of request. */
export async function createRoot(
  config: Pick<ServerConfig, 'logLevel' | 'proxies' | 'publicUrl'>,
  { requestPace, requestTimeout = longestRequest, log }: RootOptions,
): Promise<FastifyInstance> {
  const app = fastify({
    logger: {
      level: config.logLevel ?? 'warn',
      ...log,
      serializers: { req: logRequest, err: (error: unknown) => logError(error) },
    },
    trustProxy: config.proxies > 0 && ((_address: string, hop: number) => hop < config.proxies),
    bodyLimit: 256 * 1024,
    // Room for the longest discussion key and URL, percent-encoded.
    http: {
      maxHeaderSize: 64 * 1024,
      requestTimeout,
      // By default 60 seconds, and the longer of the two limits is the one for bodies.
      headersTimeout: requestTimeout,
      // By default, Node looks for late requests only every 30 seconds.
      connectionsCheckingInterval: requestTimeout / 10,
    },
    routerOptions: { maxParamLength: 2000 },
    requestTimeout,
    forceCloseConnections: 'idle',
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    frameworkErrors: (error, request, reply) => void sendProblem(reply, toProblem(error, request)),
    clientErrorHandler: rejectMalformedRequest,
  });
  addPacing(app, requestPace);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"] },
    },
    // Pages of other origins read responses too. CORS decides which.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    // With `no-referrer`, browsers submit the sign-in form with the origin "null".
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: config.publicUrl?.startsWith('https:') ?? false,
  });
  return app;
}

/** Statuses of requests that Node rejects. Default 400. */
const rejections: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** Responds to requests that cannot be parsed, such as oversized headers, or that do not arrive. */
function rejectMalformedRequest({ code = '' }: NodeJS.ErrnoException, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) return;
  const status = rejections[code] ?? 400;
  const problem =
    status === 408
      ? new Problem('timeout', 'The request took too long.', { stored: 'no' })
      : new Problem('invalid', 'The request is malformed.');
  const body = JSON.stringify(problem);
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/problem+json\r\nconnection: close`;
  socket.end(`${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

/** The route, because a path may have a token in it. */
export const logRequest = ({ method, routeOptions }: FastifyRequest): Record<string, unknown> & { method: string } => ({
  method,
  route: routeOptions.url,
});

interface LoggedError extends Record<string, unknown> {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
}

/** Names of objects of the database. Its other details repeat values, such as the row that breaks a constraint. */
const details = ['code', 'schema', 'table', 'column', 'constraint'] as const;

/** How many causes of causes are told. An error may be its own cause. */
const mostCauses = 5;

export function logError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error) || depth > mostCauses) return { type: typeof error, message: '', stack: '' };
  const { name, message, stack = '', cause } = error;
  const found = details.flatMap((detail) => {
    const value: unknown = Reflect.get(error, detail);
    return typeof value === 'string' ? [[detail, value] as const] : [];
  });
  return {
    type: name,
    message,
    stack,
    ...Object.fromEntries(found),
    ...(cause !== undefined && { cause: logError(cause, depth + 1) }),
    ...(error instanceof AggregateError && {
      errors: (error.errors as readonly unknown[]).map((one) => logError(one, depth + 1)),
    }),
  };
}
