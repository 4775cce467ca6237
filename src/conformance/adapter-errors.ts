import type { ErrorInfo, ErrorKind } from '../model/adapter.js';
import { problemsOf } from '../model/contract/explain.js';
import { type Decoder, decoder, object, text, word } from '../model/contract/schema.js';

/** A record rather than a list, so the compiler reports a kind that is missing here. */
const kinds: Readonly<Record<ErrorKind, true>> = {
  network: true,
  timeout: true,
  unavailable: true,
  'bad-response': true,
  'sign-in-required': true,
  'session-expired': true,
  forbidden: true,
  blocked: true,
  closed: true,
  disabled: true,
  'not-found': true,
  'parent-gone': true,
  invalid: true,
  'too-long': true,
  rejected: true,
  confirm: true,
  duplicate: true,
  'rate-limited': true,
  conflict: true,
  unsupported: true,
};

/** Kinds after which a write may still have been stored. */
const UNCERTAIN: readonly ErrorKind[] = ['network', 'timeout', 'unavailable', 'bad-response'];

/** Without `cause`, which may be any value. */
const infoFields: Readonly<Record<Exclude<keyof ErrorInfo, 'cause'>, Decoder<unknown>>> = {
  stored: word('no maybe'),
  field: word('body name email website'),
  retryAfter: decoder('a number of seconds', (value) => Number.isFinite(value) && Number(value) >= 0),
  code: text,
  audience: word('developer support'),
  challenge: object({ type: word('reconsider captcha') }, { message: text, token: text, image: text, question: text }),
};

/** Returns why a thrown value is not a valid AdapterError, or undefined if it is one. */
export function errorProblem(thrown: unknown): string | undefined {
  const { name, kind, info = {} } = Object(thrown) as { name?: unknown; kind?: unknown; info?: unknown };
  // Checked by name: a second copy of this package on a page brings its own class.
  if (!(thrown instanceof Error) || name !== 'AdapterError') return 'it is not an AdapterError';
  if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind))
    return `the contract has no kind ${JSON.stringify(kind)}`;
  return problemsOf(object({}, infoFields), info, 'info')[0];
}

/** Whether a write that failed with this error may have been stored. */
export function mayBeStored({ kind, info }: { readonly kind: ErrorKind; readonly info?: ErrorInfo }): boolean {
  return (info?.stored ?? (UNCERTAIN.includes(kind) ? 'maybe' : 'no')) === 'maybe';
}
