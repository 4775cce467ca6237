/** The credentials of a request. */
import type { FastifyRequest } from 'fastify';

export const sessionCookie = 'session';
export const guestCookie = 'guest';

type Credentials = Pick<FastifyRequest, 'cookies' | 'headers'>;

/** The token of an `Authorization: Bearer` header. */
export function bearerToken({ headers }: Credentials): string | undefined {
  return /^Bearer +([\w.~+/-]+=*) *$/i.exec(headers.authorization ?? '')?.[1];
}

/** Whether the request has one of our cookies. Browsers also send them with requests that other sites cause. */
export function hasCookie({ cookies }: Credentials): boolean {
  return cookies[sessionCookie] !== undefined || cookies[guestCookie] !== undefined;
}

/** Whether the request has no credentials, so that its response is the same for everyone. */
export function isAnonymous(request: Credentials): boolean {
  return request.headers.authorization === undefined && !hasCookie(request);
}
