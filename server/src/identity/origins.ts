/** Which origins may use the API. Browsers send the origin with every request that could do harm. */
import cors from '@fastify/cors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isThisMachine, type ServerConfig } from '../rules/config.js';
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

/** The host that a request names, without the port. Empty if it names none in the form of one. */
function hostnameOf({ headers: { host = '' } }: FastifyRequest): string {
  const [, hostname = ''] = /^([\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i.exec(host) ?? [];
  return hostname.toLowerCase();
}

/** Whether a request names this machine, or the address of it that the request has arrived at. */
function namesThisMachine(request: FastifyRequest): boolean {
  const hostname = hostnameOf(request);
  const arrivedAt = request.socket.localAddress?.replace(/^::ffff:/, '');
  return isThisMachine({ hostname }) || hostname.replace(/^\[|\]$/g, '') === arrivedAt;
}

/**
 * Without `PUBLIC_URL`, the origin of the server is what a request says: a name that somebody else has made up would be in mails, and a page
 * whose name leads to this machine would count as one of this server. So only requests that name this machine are answered. The sign-in
 * without a password is for a browser on this machine only.
 */
export function refuseOtherHosts(app: FastifyInstance, { publicUrl, identities }: ServerConfig): void {
  const isDemo = identities.kind === 'demo';
  if (!isDemo && publicUrl !== undefined) return;
  let isSaid = false;
  app.addHook('onRequest', async (request) => {
    if (isDemo ? isThisMachine({ hostname: hostnameOf(request) }) : namesThisMachine(request)) return;
    if (!isSaid) request.log.warn('A request names another host than this machine, and is refused. Set PUBLIC_URL.');
    isSaid = true;
    throw new Problem(
      'forbidden',
      isDemo
        ? 'This server has DEMO_SIGN_IN=1, and so it answers requests for localhost only.'
        : 'This server answers requests for this machine only. Set PUBLIC_URL to the address that readers use.',
    );
  });
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
