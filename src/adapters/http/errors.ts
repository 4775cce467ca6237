/** Interprets failed responses: by the problem that the backend names (RFC 9457), otherwise by the status. */
import type { Challenge, ErrorInfo, ErrorKind } from '../../model/adapter.js';
import type { ClientResponse, ErrorDetails } from '../shared/response.js';
import { isRead } from '../shared/fetch-text.js';
import { type Patterns, TEXT, validMembers } from './members.js';

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
  // Not in the contract, but sent by many servers.
  400: 'invalid',
};

const PROBLEM: Patterns = {
  type: TEXT,
  detail: TEXT,
  stored: /^"(no|maybe)"$/,
  field: /^"(body|name|email|website)"$/,
  code: TEXT,
};

const CHALLENGE: Patterns = {
  type: /^"(reconsider|captcha)"$/,
  message: TEXT,
  token: TEXT,
  // Only `data:` URLs, so that a challenge cannot make the reader's browser contact another server.
  image: /^"data:image\//,
  question: TEXT,
};

/** Interprets a response with an error status. */
export function errorDetails({ status, value, request, place }: ClientResponse): ErrorDetails {
  const found = Object(value) === value && !Array.isArray(value) ? validMembers(value, PROBLEM) : undefined;
  // Another server, or another address on this one.
  if (status === 404 && !found && isRead(request.method))
    return {
      kind: 'bad-response',
      message: `${place} returned status 404. Set src to the base URL of a backend; a file needs backend="static".`,
      audience: 'developer',
    };
  const { type, detail, ...info } = (found ?? {}) as { type?: string; detail?: string } & ErrorInfo;
  const challenge = validMembers((value as { challenge?: unknown } | undefined)?.challenge, CHALLENGE);
  const kinds = Object.values(KINDS).join(' ').split(' ') as ErrorKind[];
  const named = kinds.find((kind) => PREFIX + kind === type);
  // A later version of the contract may name other kinds. What is not a problem document comes from a proxy, or from another server.
  const kind = named ?? (found && (KINDS[status]?.split(' ')[0] as ErrorKind | undefined));
  return {
    kind,
    // The section has its own messages for the common kinds. For these two, the status helps support.
    message: detail ?? (/^(unavailable|bad-response)?$/.test(kind ?? '') ? undefined : ''),
    ...info,
    ...(challenge['type'] !== undefined && { challenge: challenge as unknown as Challenge }),
  };
}
