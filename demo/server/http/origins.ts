/** Which pages may use the server. Browsers tell the page's origin with every request that could do harm. */
import cors from '@fastify/cors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ServerConfig } from '../config.js';
import { hasCookie } from '../identity/credentials.js';
import { Problem } from './problem.js';

export type OriginTest = (origin: string, request: Pick<FastifyRequest, 'host'>) => boolean;

const localhost = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

export function originTest({ origins, publicUrl }: ServerConfig): OriginTest {
  const isOwn: OriginTest =
    publicUrl === undefined
      ? // No page can choose the `Host` that its reader's browser sends.
        (origin, { host }) => URL.canParse(origin) && new URL(origin).host === host
      : (origin) => origin === publicUrl;
  return (origin, request) => isOwn(origin, request) || (origins === 'localhost' ? localhost.test(origin) : origins.includes(origin));
}

export async function addOrigins(app: FastifyInstance, isKnown: OriginTest): Promise<void> {
  await app.register(cors, {
    hook: 'onRequest',
    delegator: (request, callback) =>
      callback(null, {
        origin: request.headers.origin !== undefined && isKnown(request.headers.origin, request) ? request.headers.origin : false,
        credentials: true,
        methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
        allowedHeaders: ['Authorization', 'Content-Type'],
        exposedHeaders: ['Age', 'Date', 'ETag', 'Retry-After'],
        // A quarter of an hour: each reader asks once for each kind of request, and a change of the list is soon known.
        maxAge: 900,
        strictPreflight: false,
      }),
  });
  app.addHook('onRequest', async (request) => {
    const { method, headers } = request;
    if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return;
    if (headers.origin === undefined ? hasCookie(request) : !isKnown(headers.origin, request))
      throw new Problem('forbidden', 'Pages of this site may not send anything here.');
  });
}
