/** What goes wrong between the page and the site: fetched when it does. */
import { AdapterError, type ErrorKind } from '../../model/adapter.js';
import { textOf } from './html-text.js';
import type { RestApiOptions, Session } from './rest-api.js';

/** What WordPress answers where something went wrong. The message is HTML. */
export interface WordPressError {
  readonly code?: string;
  readonly message?: string;
  readonly data?: { readonly params?: object } | null;
}

const KINDS: Readonly<Record<string | number, ErrorKind>> = {
  rest_no_route: 'unsupported',
  rest_not_logged_in: 'sign-in-required',
  rest_cookie_invalid_nonce: 'session-expired',
  400: 'invalid',
  401: 'forbidden',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  409: 'conflict',
  410: 'not-found',
  413: 'too-long',
  429: 'rate-limited',
};

/** What only messages hold. */
const SIGNS: Readonly<Record<string, string>> = { nbsp: ' ', hellip: '…', rsquo: '’' };

/** What a reader would see of a message. */
const wordsOf = (message: string): string =>
  textOf(
    message
      .replace(/&#x([\da-f]{1,5});/gi, (_, code: string) => `&#${parseInt(code, 16)};`)
      .replace(/&(\w+);/g, (entity, name: string) => SIGNS[name] ?? entity),
  );

/**
 * What an answer means that is no success, or no answer of a REST API at all: that of WordPress, which is the `cause`, or a page
 * of something that stands before it.
 */
export function failureOf({ status, ok, headers }: Response, path: string, body: string): AdapterError {
  if (ok) return new AdapterError('bad-response', `${path} was answered with what is no JSON: ${body.slice(0, 40)}`);
  let cause: WordPressError = {};
  try {
    cause = Object(JSON.parse(body)) as WordPressError;
  } catch {
    // The status alone has to say it.
  }
  const { code, message } = cause;
  // A page that is not there is not the answer of a REST API that lacks an article.
  const byStatus = status >= 500 ? 'unavailable' : code || status !== 404 ? KINDS[status] : undefined;
  const retryAfter = headers.get('retry-after');
  return new AdapterError(
    KINDS[code ?? ''] ?? byStatus ?? 'bad-response',
    wordsOf(message ?? '') || `The status is ${status}, and the answer is not that of a REST API`,
    { code: code ?? String(status), cause, ...(retryAfter && { retryAfter: Number(retryAfter) }) },
  );
}

interface NonceSource extends Pick<RestApiOptions, 'fetch' | 'adminAjax' | 'timeout'> {
  /** Address of the REST API. */
  readonly base: string;
}

/**
 * Gets a nonce in place of one that was `refused`, unless somebody else has meanwhile; there is none from now on where the cookie
 * names nobody. Who cannot ask has no way to say who they are, so that fails as the request has.
 */
export async function renew(session: Session, refused: string, thrown: unknown, source: NonceSource): Promise<void> {
  if (session.nonce !== refused) return;
  session.refreshing ??= freshNonce(source)
    .then((nonce) => void (session.nonce = nonce))
    .finally(() => (session.refreshing = undefined));
  await session.refreshing.catch(() => {
    throw thrown;
  });
}

/** Undefined where the cookie names nobody. */
async function freshNonce({ fetch, adminAjax, base, timeout }: NonceSource): Promise<string | undefined> {
  const address = adminAjax ?? base.replace(/(\/wp-json|\/index\.php)?\/?(\?.*)?$/, '/wp-admin/admin-ajax.php');
  const answer = await fetch(`${address}?action=rest-nonce`, { credentials: 'include', signal: AbortSignal.timeout(timeout.read) });
  const [nonce] = /^[\da-z]{8,}$/i.exec(await answer.text()) ?? [];
  return answer.ok ? nonce : undefined;
}
