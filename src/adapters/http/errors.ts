/** Interprets failed responses: by the problem that the backend names (RFC 9457), otherwise by the status. */
import type { ErrorKind } from '../../model/adapter.js';
import type { ClientResponse, ErrorDetails } from '../shared/response.js';
import { type Decoder, lenient, object, text, word } from '../../model/contract/schema.js';
import { isRead } from '../shared/fetch-text.js';

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

/** Interprets a response with an error status. */
export function errorDetails({ status, value, request, place }: ClientResponse): ErrorDetails {
  const found = lenient(problem)(value, '');
  // Another server, or another address on this one.
  if (status === 404 && !found && isRead(request.method))
    return {
      kind: 'bad-response',
      message: `There is no backend at src: ${place} returned status 404. Set src to its base URL; a JSON file needs backend="static".`,
      audience: 'developer',
    };
  const {
    type,
    detail,
    stored = status < 500 && status !== 408 ? 'no' : 'maybe',
    field,
    code,
    challenge,
  } = found ?? {};
  const named = Object.values(KINDS)
    .flatMap((kinds) => kinds.split(' ') as ErrorKind[])
    .find((kind) => PREFIX + kind === type);
  // A later version of the contract may name other kinds.
  const kind = named ?? kindOfStatus(status, found !== undefined);
  return {
    kind,
    // The section has its own messages for the common kinds. For these two, the status helps support.
    message: detail ?? (/^(unavailable|bad-response)$/.test(kind) ? undefined : ''),
    stored: isRead(request.method) ? undefined : stored,
    field,
    code,
    challenge,
  };
}

function kindOfStatus(status: number, isProblem: boolean): ErrorKind {
  // Without a problem document, the response comes from a proxy, or from a server that is not a backend.
  if (!isProblem && status >= 500) return 'unavailable';
  if (status < 400 || (!isProblem && status === 404)) return 'bad-response';
  return (KINDS[status]?.split(' ')[0] as ErrorKind) ?? (status < 500 ? 'invalid' : 'unavailable');
}
