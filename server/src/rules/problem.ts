import {
  type Challenge,
  type ErrorInfo,
  type ErrorKind,
  type InputProblem,
  inputRefusal,
  type Refused,
} from 'article-comments/rules.js';

/** Status and title of each kind of problem, as the contract defines them. */
const kinds = {
  'sign-in-required': [401, 'Sign-in required'],
  'session-expired': [401, 'Session expired'],
  forbidden: [403, 'Not allowed'],
  blocked: [403, 'Account blocked'],
  closed: [403, 'Discussion closed'],
  'not-found': [404, 'Not found'],
  timeout: [408, 'Request timeout'],
  'parent-gone': [409, 'Parent comment is gone'],
  conflict: [409, 'Conflicting change'],
  'too-long': [413, 'Too long'],
  invalid: [422, 'Invalid'],
  rejected: [422, 'Rejected'],
  confirm: [428, 'Confirmation required'],
  'rate-limited': [429, 'Too many requests'],
  unavailable: [503, 'Unavailable'],
} as const satisfies Partial<Record<ErrorKind, readonly [status: number, title: string]>>;

export type ProblemKind = keyof typeof kinds;

export interface ProblemInfo {
  readonly field?: ErrorInfo['field'];
  /** Seconds to wait before a retry. */
  readonly retryAfter?: number;
  readonly code?: string;
  readonly challenge?: Challenge;
  readonly stored?: ErrorInfo['stored'];
}

/** An error response of the contract. Readers see `detail`. */
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

  get title(): string {
    return kinds[this.kind][1];
  }

  /** The body of the response, by RFC 9457 and the contract. */
  toJSON(): object {
    const { retryAfter: _sentAsHeader, ...info } = this.info;
    const { title, status, detail } = this;
    return { type: `urn:article-comments:${this.kind}`, title, status, detail, ...info };
  }
}

export function refuse(refused: Refused | undefined): void {
  if (refused) throw new Problem(refused.kind, refused.message, refused.info);
}

/** `messages`: what the reader is told. */
export function refuseInput(
  problem: InputProblem | undefined,
  messages: Readonly<Partial<Record<InputProblem, string>>>,
): void {
  refuse(problem && inputRefusal(problem, messages[problem] ?? `The ${problem}.`));
}
