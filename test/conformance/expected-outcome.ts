/** Compares the outcomes of conformance checks with the expected ones, so that no check has to be skipped. */
import { type Check, type CheckResult, checks, ConformanceError } from '../../src/conformance.js';
import { countAssertion } from '../support/assertions.mjs';

/** Reasons by the name of a check, or by topic, such as `vote`. */
export type Reasons = Readonly<Record<string, string>>;

/** Gives several checks the same reason. */
export const all = (names: readonly string[], reason: string): Reasons =>
  Object.fromEntries(names.map((name) => [name, reason]));

/** The checks that must not pass, each in one list. All others must pass. */
export interface ExpectedOutcomes {
  /** Checks for what the adapter, its backend or the stage does not have. */
  readonly notApplicable?: Reasons;
  /** Rules that the backend breaks every time, which no adapter can fix. */
  readonly broken?: Reasons;
}

export type Outcome = CheckResult | { readonly outcome: 'failed'; readonly error: unknown };

const topicOf = ({ name }: Check): string => name.split(':')[0]!;

/** Why the check is in the list; undefined if it is not. */
export const reasonFor = (check: Check, reasons: Reasons = {}): string | undefined =>
  reasons[check.name] ?? reasons[topicOf(check)];

/** The title of a test for the check, with the reason if it must not pass. */
export function titleOf(check: Check, { notApplicable, broken }: ExpectedOutcomes): string {
  const [absence, fault] = [reasonFor(check, notApplicable), reasonFor(check, broken)];
  if (absence !== undefined) return `${check.name} (does not apply: ${absence})`;
  return fault === undefined ? check.name : `${check.name} (is broken: ${fault})`;
}

/** Throws unless the check has ended as expected. An error that breaks no rule comes from the stage and is always thrown. */
export function assertOutcome(check: Check, result: Outcome, { notApplicable, broken }: ExpectedOutcomes): void {
  countAssertion();
  const isBroken = reasonFor(check, broken) !== undefined;
  switch (result.outcome) {
    case 'failed':
      if (isBroken && result.error instanceof ConformanceError) return;
      throw result.error;
    case 'not-applicable':
      if (!isBroken && reasonFor(check, notApplicable) !== undefined) return;
      throw new Error(`"${check.name}" does not apply: ${result.why} Is the check in the right list?`);
    case 'passed':
      if (isBroken) throw new Error(`The backend keeps "${check.name}" now: remove the check from \`broken\`.`);
      if (reasonFor(check, notApplicable) !== undefined)
        throw new Error(`"${check.name}" applies now: remove the check from \`notApplicable\`.`);
  }
}

/** Throws if a list names an unknown check, or if a check is in both lists. */
export function assertLists({ notApplicable = {}, broken = {} }: ExpectedOutcomes): void {
  countAssertion();
  const known = new Set(checks.flatMap((check) => [check.name, topicOf(check)]));
  const unknown = [...Object.keys(notApplicable), ...Object.keys(broken)].filter((name) => !known.has(name));
  if (unknown.length > 0) throw new Error(`There are no checks with these names: ${unknown.join(', ')}`);
  const twice = checks.filter(
    (check) => reasonFor(check, notApplicable) !== undefined && reasonFor(check, broken) !== undefined,
  );
  if (twice.length > 0) throw new Error(`Checks in both lists: ${twice.map(({ name }) => name).join(', ')}`);
}
