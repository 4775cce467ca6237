/** A rule of the contract, and what those who break it usually have overlooked. */
export interface CheckWords {
  readonly name: string;
  readonly rule: string;
  readonly hint: string;
}

/** What was found. */
export interface Finding {
  /** What the check did. */
  readonly did: string;
  readonly expected: string;
  /** What came back, shortened. */
  readonly got: string;
}

/** Thrown by a check that found the adapter, or the backend behind it, to break a rule. `message` holds all of it in words. */
export class ConformanceError extends Error {
  override readonly name = 'ConformanceError';
  readonly check: string;
  readonly rule: string;
  /** The usual cause. */
  readonly hint: string;
  readonly did: string;
  readonly expected: string;
  readonly got: string;

  constructor({ name, rule, hint }: CheckWords, { did, expected, got }: Finding, cause?: unknown) {
    const lines = [name, `What was done: ${did}`, `Expected: ${expected}`, `Came: ${got}`, `The rule: ${rule}`, `The usual cause: ${hint}`];
    super(lines.join('\n  '), cause === undefined ? undefined : { cause });
    this.check = name;
    this.rule = rule;
    this.hint = hint;
    this.did = did;
    this.expected = expected;
    this.got = got;
  }
}
