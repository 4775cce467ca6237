/** Turns WordPress's error codes and statuses into `AdapterError`s. */
import { AdapterError, type ErrorInfo, type ErrorKind } from '../../model/adapter.js';
import type { TextResponse } from '../shared/fetch-text.js';
import { parseJson } from '../shared/parse-json.js';
import { htmlToText } from './html-text.js';

/** Default interval between two comments of one person, in seconds. No response contains the site's setting. */
const FLOOD_INTERVAL = 15;

/** Error codes that say more than their status. */
const KINDS_BY_CODE: Readonly<Record<string, ErrorKind>> = {
  rest_no_route: 'unsupported',
  rest_not_logged_in: 'sign-in-required',
  rest_cookie_invalid_nonce: 'session-expired',
  rest_comment_login_required: 'sign-in-required',
  rest_comment_closed: 'closed',
  rest_comment_trash_post: 'not-found',
  rest_comment_draft_post: 'not-found',
  rest_comment_invalid_post_id: 'not-found',
  article_comments_parent_gone: 'parent-gone',
  comment_content_column_length: 'too-long',
  comment_duplicate: 'duplicate',
  comment_flood: 'rate-limited',
};

const KINDS_BY_STATUS: Readonly<Record<number, ErrorKind>> = {
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

/** Parts of error codes and parameter names that name a field. */
const FIELDS: readonly (readonly [RegExp, NonNullable<ErrorInfo['field']>])[] = [
  [/email/, 'email'],
  [/url/, 'website'],
  [/author/, 'name'],
  [/content/, 'body'],
];

/** Named entities that occur only in error messages. */
const MESSAGE_ENTITIES: Readonly<Record<string, string>> = { nbsp: ' ', hellip: '…', rsquo: '’' };

interface WordPressError {
  readonly code?: string;
  /** HTML. */
  readonly message?: string;
  readonly data?: { readonly params?: object } | null;
}

export interface FailedRequest {
  readonly path: string;
  readonly body?: object | undefined;
}

/** The error for a response that has an error status or is not JSON. */
export function errorFrom({ ok, status, headers, text }: TextResponse, { path, body }: FailedRequest): AdapterError {
  if (ok) return new AdapterError('bad-response', `${path} returned no JSON: ${text.slice(0, 40)}`);
  const error = Object(parseJson(text)) as WordPressError;
  const kind = kindOf(error.code, status);
  const field = fieldOf(error, kind, body);
  const retryAfter = error.code === 'comment_flood' ? FLOOD_INTERVAL : Number(headers.get('retry-after')) || undefined;
  // WordPress speaks of cookies when a session has expired. The section has better words, in the reader's language.
  const words = kind === 'session-expired' ? '' : messageText(error.message ?? '');
  const isForSupport = words === '' && kind !== 'session-expired';
  const message = isForSupport ? `The response with status ${status} does not come from a REST API` : words;
  return new AdapterError(kind, message, {
    code: error.code ?? String(status),
    cause: error,
    ...(isForSupport && { audience: 'support' as const }),
    ...(field && { field }),
    ...(retryAfter !== undefined && { retryAfter }),
  });
}

/** Whether an error says that the comment is already in the trash. */
export const isAlreadyTrashed = (error: unknown): boolean =>
  error instanceof AdapterError && error.info.code === 'rest_already_trashed';

function kindOf(code: string | undefined, status: number): ErrorKind {
  if (code !== undefined && Object.hasOwn(KINDS_BY_CODE, code)) return KINDS_BY_CODE[code]!;
  if (status >= 500) return 'unavailable';
  // A 404 without a code comes from a server without a REST API, not from an API without this post.
  if (status === 404 && !code) return 'bad-response';
  return KINDS_BY_STATUS[status] ?? 'bad-response';
}

function fieldOf({ code = '', data }: WordPressError, kind: ErrorKind, body: object | undefined): ErrorInfo['field'] {
  // The code does not say whether the name or the email is missing.
  if (code === 'rest_comment_author_data_required' && (body as { author_name?: string } | undefined)?.author_name)
    return 'email';
  if (kind !== 'invalid' && kind !== 'too-long') return undefined;
  const [name = code] = Object.keys(data?.params ?? {});
  return FIELDS.find(([pattern]) => pattern.test(name))?.[1];
}

function messageText(html: string): string {
  const simplified = html
    .replace(/&#x([\da-f]{1,5});/gi, (_, code: string) => `&#${parseInt(code, 16)};`)
    .replace(/&(\w+);/g, (entity, name: string) => MESSAGE_ENTITIES[name] ?? entity);
  return htmlToText(simplified);
}
