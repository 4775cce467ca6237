/**
 * Turns failed responses into `AdapterError`s: by the problem that the backend names (RFC 9457), else by the status.
 */
import { AdapterError, type ErrorKind } from '../../model/adapter.js';
import { parseJson } from '../shared/parse-json.js';
import { readText } from '../shared/read-text.js';
import { type Decoder, lenient, object, text, word } from './value-decoders.js';

const PREFIX = 'urn:article-comments:';

/** The kinds that belong to each status. A problem of an unknown type is of the first one. */
const KINDS: Readonly<Record<number, string>> = {
  401: 'sign-in-required session-expired',
  403: 'forbidden blocked closed disabled',
  404: 'not-found',
  409: 'conflict parent-gone duplicate',
  413: 'too-long',
  422: 'invalid rejected',
  428: 'confirm',
  429: 'rate-limited',
  501: 'unsupported',
  502: 'bad-response',
  503: 'unavailable',
  504: 'timeout',
  // Not in the contract, but sent by proxies in front of a backend.
  408: 'timeout',
  410: 'not-found',
};

/** Only `data:` URLs, so that a challenge cannot make the reader's browser contact another server. */
const image: Decoder<string | undefined> = (value, place) => {
  const url = text(value, place);
  return url.startsWith('data:image/') ? url : undefined;
};

const problem = object(
  {},
  {
    type: text,
    detail: text,
    stored: word('no maybe'),
    field: word('body name email website'),
    code: text,
    challenge: object({ type: word('reconsider captcha') }, { message: text, token: text, image, question: text }),
  },
);

export interface ResponseError {
  readonly error: AdapterError;
  /** False if the kind is only derived from the status. */
  readonly isNamed: boolean;
}

/** Reads the error from a response with an error status. `place` names the request in the error's message. */
export async function readError(response: Response, place: string, signal: AbortSignal): Promise<ResponseError> {
  const { status, headers } = response;
  const found = lenient(problem)(parseJson(await readText(response, { place, signal })), '');
  const {
    type = '',
    detail,
    stored = status < 500 && status !== 408 ? 'no' : 'maybe',
    field,
    code,
    challenge,
  } = found ?? {};
  const named = Object.values(KINDS)
    .flatMap((kinds) => kinds.split(' ') as ErrorKind[])
    .find((kind) => PREFIX + kind === type);
  const kind = named ?? kindOfStatus(status, found !== undefined);
  // The page has its own words for the common kinds. For these two, the status helps support.
  const isForSupport = detail === undefined && /^(unavailable|bad-response)$/.test(kind);
  const message = isForSupport ? `${place} returned status ${status}` : detail;
  const error = new AdapterError(kind, message, {
    stored,
    field,
    code,
    challenge,
    retryAfter: retryAfter(headers),
    ...(isForSupport && { audience: 'support' }),
  });
  return { error, isNamed: named !== undefined };
}

/** The error for a response that is not JSON. */
export const notJson = (place: string, contentType: string | null, text: string): AdapterError =>
  new AdapterError(
    'bad-response',
    `${place} returned ${contentType ?? 'no content type'}, not JSON: "${text.slice(0, 40)}"`,
  );

function kindOfStatus(status: number, isProblem: boolean): ErrorKind {
  // Without a problem document, the response comes from a proxy, or from a server that is not a backend.
  if (!isProblem && status >= 500) return 'unavailable';
  if (status < 400 || (!isProblem && status === 404)) return 'bad-response';
  return (KINDS[status]?.split(' ')[0] as ErrorKind) ?? (status < 500 ? 'invalid' : 'unavailable');
}

/** The seconds in `Retry-After`. A date there is compared with the clock of the server that sent it. */
function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after') ?? '';
  if (/^\d+$/.test(value)) return Number(value);
  const seconds = (Date.parse(value) - (Date.parse(headers.get('date') ?? '') || Date.now())) / 1000;
  return seconds >= 0 ? seconds : undefined;
}
