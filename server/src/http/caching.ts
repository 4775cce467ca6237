/** Cache headers: responses to anonymous requests may be cached and revalidated; all others are private. */
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Credentials } from '../identity/credentials.js';

export function addCaching(app: FastifyInstance, credentials: Credentials): void {
  app.addHook('onSend', async (request, reply, payload) => {
    void reply.header('vary', 'Cookie, Authorization, Origin');
    const isPublic =
      request.method === 'GET' &&
      (request.routeOptions.config.operation ?? request.routeOptions.config.isPublic) !== undefined &&
      reply.statusCode === 200 &&
      !reply.hasHeader('set-cookie') &&
      credentials.isAnonymous(request);
    void reply.header('cache-control', isPublic ? 'no-cache' : 'private, no-store');
    // Event streams have no ETag.
    if (!isPublic || typeof payload !== 'string') return payload;
    const tag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`;
    void reply.header('etag', tag);
    const cachedTags = request.headers['if-none-match']?.split(',').map((one) => one.trim().replace(/^W\//, '')) ?? [];
    if (!cachedTags.includes(tag)) return payload;
    void reply.code(304).removeHeader('content-type');
    return null;
  });
}
