/** What a request brings along to say who is asking. */
import type { FastifyRequest } from 'fastify';

export const sessionCookie = 'session';
export const guestCookie = 'guest';

type Credentials = Pick<FastifyRequest, 'cookies' | 'headers'>;

/** The token of an `Authorization: Bearer` header. */
export function bearerToken({ headers }: Credentials): string | undefined {
  return /^Bearer +([\w.~+/-]+=*) *$/i.exec(headers.authorization ?? '')?.[1];
}

/** Whether the browser sent a cookie of ours, which it also does when a foreign page makes it send something. */
export function hasCookie({ cookies }: Credentials): boolean {
  return cookies[sessionCookie] !== undefined || cookies[guestCookie] !== undefined;
}

/** Whether nothing tells who is asking, so that the answer is the same for everybody. */
export function isNobody(request: Credentials): boolean {
  return request.headers.authorization === undefined && !hasCookie(request);
}
