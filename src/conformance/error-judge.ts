import type { ErrorInfo, ErrorKind } from '../model/adapter.js';
import { fields, oneOf, seconds, text, type Shape } from './shape.js';

/** An object, so that a kind that is added to the contract is not forgotten here. */
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

/** Kinds that say that nothing was stored. What follows another one may be stored all the same. */
const UNCERTAIN: readonly ErrorKind[] = ['network', 'timeout', 'unavailable', 'bad-response'];

/** The `cause` may be anything. */
const infoFields: Readonly<Record<Exclude<keyof ErrorInfo, 'cause'>, Shape>> = {
  stored: oneOf('no', 'maybe'),
  field: oneOf('body', 'name', 'email', 'website'),
  retryAfter: seconds,
  code: text,
  challenge: fields({ type: oneOf('reconsider', 'captcha') }, { message: text, token: text, image: text, question: text }),
};

/** What keeps a thrown value from being an error of the contract; undefined where nothing does. */
export function judgeError(thrown: unknown): string | undefined {
  const { name, kind, info = {} } = Object(thrown) as { name?: unknown; kind?: unknown; info?: unknown };
  // By name, because a page that holds a second copy of this package has a second class as well.
  if (!(thrown instanceof Error) || name !== 'AdapterError') return 'it is no AdapterError';
  if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind)) return `the contract knows no kind ${JSON.stringify(kind)}`;
  const mistakes = fields({}, infoFields)(info, 'info');
  return mistakes[0];
}

/** Whether a write that failed so may have been stored, as the store reads it. */
export function saysStored({ kind, info }: { readonly kind: ErrorKind; readonly info?: ErrorInfo }): 'no' | 'maybe' {
  return info?.stored ?? (UNCERTAIN.includes(kind) ? 'maybe' : 'no');
}
