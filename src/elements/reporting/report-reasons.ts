import type { Messages } from '../../i18n/messages.js';
import type { ReportReason } from '../../model/adapter.js';

/** A reason in words, and what it asks for. */
export type OfferedReason = ReportReason & { readonly label: string };

/** The reasons of a report. `asked`: those of the page or the backend; undefined where the section's own are to be offered. */
export function offeredReasons(
  asked: readonly ReportReason[] | undefined,
  { reasons }: Messages,
): readonly OfferedReason[] {
  const words: Readonly<Record<string, string>> = reasons;
  const all: readonly ReportReason[] = asked ?? Object.keys(words).map((id) => ({ id }));
  return all.map((reason) => ({ ...reason, label: reason.label ?? words[reason.id] ?? reason.id }));
}
