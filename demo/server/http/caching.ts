/** Who may keep an answer: anybody, when it was for nobody in particular, and then each has to ask whether it still holds. */
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { isNobody } from '../identity/credentials.js';

export function addCaching(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    void reply.header('vary', 'Cookie, Authorization, Origin');
    const isForAnybody =
      request.method === 'GET' &&
      request.routeOptions.config.operation !== undefined &&
      reply.statusCode === 200 &&
      !reply.hasHeader('set-cookie') &&
      isNobody(request);
    void reply.header('cache-control', isForAnybody ? 'no-cache' : 'private, no-store');
    // A stream of events is never the same twice.
    if (!isForAnybody || typeof payload !== 'string') return payload;
    const tag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`;
    void reply.header('etag', tag);
    const known = request.headers['if-none-match']?.split(',').map((one) => one.trim().replace(/^W\//, '')) ?? [];
    if (!known.includes(tag)) return payload;
    void reply.code(304).removeHeader('content-type');
    return null;
  });
}
