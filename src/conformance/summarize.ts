import type { CheckResult } from './check.js';

/**
 * Sums up the results of checks in a few lines: the numbers of those that passed and failed, the number of checks that a fuller stage
 * would add, and why the others do not apply to the adapter.
 */
export function summarize(results: readonly (CheckResult | { readonly outcome: 'failed' })[]): string {
  const count = (outcome: CheckResult['outcome'] | 'failed'): number =>
    results.filter((result) => result.outcome === outcome).length;
  const others = results.filter((result) => result.outcome === 'not-applicable');
  const blocked = others.flatMap(({ blockedBy }) => blockedBy ?? []);
  const needs = others.flatMap(({ stageNeeds }) => stageNeeds ?? []);
  const lacking = others.flatMap(({ why, stageNeeds, blockedBy }) => ((stageNeeds ?? blockedBy) ? [] : why));
  return [
    `${count('passed')} passed, ${count('failed')} failed.`,
    ...section(`${blocked.length} not run, because a basic check failed:`, blocked),
    ...section(`${needs.length} more if the stage offers:`, needs),
    ...section(`${lacking.length} ${lacking.length === 1 ? 'does' : 'do'} not apply:`, lacking),
  ].join('\n');
}

/** A title, and each reason once with the number of its checks, the most frequent first. Nothing without reasons. */
function section(title: string, reasons: readonly string[]): readonly string[] {
  if (reasons.length === 0) return [];
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const rows = [...counts].sort(([, a], [, b]) => b - a);
  return [title, ...rows.map(([reason, number]) => `${String(number).padStart(5)}  ${reason}`)];
}
