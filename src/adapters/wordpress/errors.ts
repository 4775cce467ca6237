/** The meaning of WordPress's error codes and statuses. */
import { AdapterError, type ErrorInfo, type ErrorKind } from '../../model/adapter.js';
import type { ClientResponse, ErrorDetails } from '../shared/response.js';
import { htmlToText } from '../shared/text.js';

/** Default interval between two comments of one person, in seconds. No response contains the site's setting. */
const FLOOD_INTERVAL = 15;

/** Error codes that are more specific than their status. */
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

/** Parts of error codes and parameter names that name a field. */
const FIELDS: readonly (readonly [RegExp, NonNullable<ErrorInfo['field']>])[] = [
  [/email/, 'email'],
  [/url/, 'website'],
  [/author/, 'name'],
  [/content/, 'body'],
];

interface WordPressError {
  readonly code?: string;
  /** HTML. */
  readonly message?: string;
  readonly data?: { readonly params?: object } | null;
}

/** Interprets a response with an error status. */
export function errorDetails({ status, value, request }: ClientResponse): ErrorDetails {
  const error = Object(value) as WordPressError;
  const { code, message = '' } = error;
  const kind = kindOf(code, status);
  return {
    kind,
    // WordPress's message for an expired session is about cookies. The section has a better one, in the reader's language.
    message: kind === 'session-expired' ? '' : messageText(message) || undefined,
    ...((kind === 'too-long' || status === 400) && { field: fieldOf(error, request.body) }),
    ...(code && { code }),
    ...(code === 'comment_flood' && { retryAfter: FLOOD_INTERVAL }),
  };
}

/** Whether an error means that the comment is already in the trash. */
export const isAlreadyTrashed = (error: unknown): boolean =>
  error instanceof AdapterError && error.info.code === 'rest_already_trashed';

/** Undefined if the kind follows from the status. */
function kindOf(code: string | undefined, status: number): ErrorKind | undefined {
  if (code !== undefined && Object.hasOwn(KINDS_BY_CODE, code)) return KINDS_BY_CODE[code];
  // WordPress responds with 401 both to guests and to accounts without permission.
  return status === 401 ? 'forbidden' : undefined;
}

function fieldOf({ code = '', data }: WordPressError, body: unknown): ErrorInfo['field'] {
  // The code does not reveal whether the name or the email is missing.
  if (code === 'rest_comment_author_data_required' && (body as { author_name?: string } | undefined)?.author_name)
    return 'email';
  const [name = code] = Object.keys(data?.params ?? {});
  return FIELDS.find(([pattern]) => pattern.test(name))?.[1];
}

/** Two of the entities occur only in error messages. */
const messageText = (html: string): string => htmlToText(html.replaceAll('&hellip;', '…').replaceAll('&rsquo;', '’'));
