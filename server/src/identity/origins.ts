/** Which origins may use the API. Browsers send the origin with every request that could do harm. */
import cors from '@fastify/cors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ServerConfig } from '../rules/config.js';
import { Problem } from '../rules/problem.js';
import type { Credentials } from './credentials.js';

export type OriginTest = (origin: string, request: Pick<FastifyRequest, 'host'>) => boolean;

const localhost = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

export function createOriginTest({ origins, publicUrl }: ServerConfig): OriginTest {
  const isOwn: OriginTest =
    publicUrl === undefined
      ? // A page cannot forge the `Host` header of its reader's browser.
        (origin, { host }) => URL.canParse(origin) && new URL(origin).host === host
      : (origin) => origin === publicUrl;
  return (origin, request) =>
    isOwn(origin, request) || (origins === 'localhost' ? localhost.test(origin) : origins.includes(origin));
}

export async function addCors(app: FastifyInstance, isKnown: OriginTest, credentials: Credentials): Promise<void> {
  await app.register(cors, {
    hook: 'onRequest',
    delegator: (request, callback) =>
      callback(null, {
        origin:
          request.headers.origin !== undefined && isKnown(request.headers.origin, request)
            ? request.headers.origin
            : false,
        credentials: true,
        methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
        allowedHeaders: ['Authorization', 'Content-Type'],
        exposedHeaders: ['Age', 'Date', 'ETag', 'Retry-After'],
        // Few preflights for each reader, and changes of the list still take effect within 15 minutes.
        maxAge: 900,
        strictPreflight: false,
      }),
  });
  app.addHook('onRequest', async (request) => {
    const { method, headers } = request;
    if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return;
    if (headers.origin === undefined ? credentials.hasCookie(request) : !isKnown(headers.origin, request))
      throw new Problem('forbidden', 'This site may not send requests here.');
  });
}
