/** The description of a check: its name, the rule it tests and the most common reason for breaking it. */
export interface CheckWords {
  readonly name: string;
  readonly rule: string;
  readonly hint: string;
}

/** How the adapter broke a rule. */
export interface Finding {
  /** The calls that the check made. */
  readonly did: string;
  readonly expected: string;
  /** The actual result, shortened. */
  readonly got: string;
  /** The most common cause, if it differs from that of the check. */
  readonly hint?: string;
}

/** Thrown by a check when the adapter, or the backend behind it, breaks the rule. `message` contains all other fields. */
export class ConformanceError extends Error {
  override readonly name = 'ConformanceError';
  readonly check: string;
  readonly rule: string;
  /** The most common cause. */
  readonly hint: string;
  readonly did: string;
  readonly expected: string;
  readonly got: string;

  constructor(
    { name, rule, hint: commonHint }: CheckWords,
    { did, expected, got, hint = commonHint }: Finding,
    cause?: unknown,
  ) {
    const lines = [
      name,
      `Did: ${did}`,
      `Expected: ${expected}`,
      `Got: ${got}`,
      `Rule: ${rule}`,
      `Common cause: ${hint}`,
    ];
    super(lines.join('\n  '), cause === undefined ? undefined : { cause });
    this.check = name;
    this.rule = rule;
    this.hint = hint;
    this.did = did;
    this.expected = expected;
    this.got = got;
  }
}
