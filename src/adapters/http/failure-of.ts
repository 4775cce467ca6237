/** What went wrong, by the words of the backend (RFC 9457), else by the status. */
import { AdapterError, type ErrorKind } from '../../model/adapter.js';
import { lenient, object, type Read, text, word } from './read-value.js';
import { parse } from './parse.js';
import { wholeTextOf } from './text-of.js';

const PREFIX = 'urn:article-comments:';

/** The kinds by the status that goes with them. The first is the one that a status without a known type stands for. */
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
  // Not in the contract, but used by what stands before a backend.
  408: 'timeout',
  410: 'not-found',
};

const picture: Read<string | undefined> = (value, place) => {
  const image = text(value, place);
  // No picture of a backend makes a reader's browser call anybody.
  return image.startsWith('data:image/') ? image : undefined;
};

const problem = object(
  {},
  {
    type: text,
    detail: text,
    stored: word('no maybe'),
    field: word('body name email website'),
    code: text,
    challenge: object({ type: word('reconsider captcha') }, { message: text, token: text, image: picture, question: text }),
  },
);

export interface Failure {
  readonly error: AdapterError;
  /** False where the kind is a guess by the status. */
  readonly isNamed: boolean;
}

/** What an answer with a status of failure means. Reads the rest of it. */
export async function failureOf(response: Response, place: string, signal: AbortSignal): Promise<Failure> {
  const { status, headers } = response;
  const said = lenient(problem)(parse(await wholeTextOf(response, signal)), '');
  const { type = '', detail, stored = status < 500 && status !== 408 ? 'no' : 'maybe', field, code, challenge } = said ?? {};
  const named = Object.values(KINDS)
    .flatMap((kinds) => kinds.split(' ') as ErrorKind[])
    .find((kind) => PREFIX + kind === type);
  const kind = named ?? guess(status, said !== undefined);
  // Readers are told in the words of the page what goes wrong often, and the status where it goes wrong seldom.
  const message = detail ?? (/^(unavailable|bad-response)$/.test(kind) ? `${place} was answered with the status ${status}` : '');
  const error = new AdapterError(kind, message, { stored, field, code, challenge, retryAfter: secondsIn(headers) });
  return { error, isNamed: named !== undefined };
}

/** What an answer is that is no JSON, or too long to be read. */
export const noAnswer = (place: string, type: string | null, text: string | undefined): AdapterError =>
  new AdapterError('bad-response', `${place} was answered with ${type}: "${text?.slice(0, 40) ?? 'too much'}"`);

function guess(status: number, isProblem: boolean): ErrorKind {
  // Whoever answers in another form is not the backend but stands before it, or is at an address where no backend is.
  if (!isProblem && status >= 500) return 'unavailable';
  if (status < 400 || (!isProblem && status === 404)) return 'bad-response';
  return (KINDS[status]?.split(' ')[0] as ErrorKind) ?? (status < 500 ? 'invalid' : 'unavailable');
}

/** `Retry-After`: seconds, or a date, which is reckoned by the clock that wrote it. */
function secondsIn(headers: Headers): number | undefined {
  const wanted = headers.get('retry-after') ?? '';
  const wait = /^\d+$/.test(wanted) ? Number(wanted) : (Date.parse(wanted) - (Date.parse(headers.get('date') ?? '') || Date.now())) / 1000;
  return wait >= 0 ? wait : undefined;
}
