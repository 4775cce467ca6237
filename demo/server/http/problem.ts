import type { Challenge, ErrorInfo, ErrorKind } from '../../../src/model/adapter.js';

/** What a problem says the same each time, and the status that the contract gives it. */
const kinds = {
  'sign-in-required': [401, 'Sign in first'],
  'session-expired': [401, 'The sign-in has run out'],
  forbidden: [403, 'Not allowed'],
  blocked: [403, 'This account is blocked'],
  closed: [403, 'The discussion is closed'],
  'not-found': [404, 'Not found'],
  'parent-gone': [409, 'What is being answered is gone'],
  conflict: [409, 'It has changed meanwhile'],
  'too-long': [413, 'Too long'],
  invalid: [422, 'Not understood'],
  rejected: [422, 'Not accepted'],
  confirm: [428, 'To be confirmed'],
  'rate-limited': [429, 'Too many at once'],
  unavailable: [503, 'Out of order'],
} as const satisfies Partial<Record<ErrorKind, readonly [status: number, title: string]>>;

export type ProblemKind = keyof typeof kinds;

export interface ProblemInfo {
  readonly field?: ErrorInfo['field'];
  /** Seconds until it is worth trying again. */
  readonly retryAfter?: number;
  readonly code?: string;
  readonly challenge?: Challenge;
  readonly stored?: ErrorInfo['stored'];
}

/** Why a request is refused, for whoever asked: `detail` is shown to readers. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly kind: ProblemKind,
    readonly detail: string,
    readonly info: ProblemInfo = {},
  ) {
    super(detail);
  }

  get status(): number {
    return kinds[this.kind][0];
  }

  /** As RFC 9457 and the contract have it. */
  toJSON(): object {
    const { retryAfter: _inAHeader, ...info } = this.info;
    const [status, title] = kinds[this.kind];
    return { type: `urn:article-comments:${this.kind}`, title, status, detail: this.detail, ...info };
  }
}
