/** The reasons of a report: which are offered, and which further fields each of them needs. */
import type { TakingPartMessages } from '../../i18n/messages.js';
import type { ReportReason } from '../../model/adapter.js';
import type { Section } from '../section.js';

/** A reason with its text for readers. */
export type OfferedReason = ReportReason & { readonly label: string };

/** What the form asks for besides the reason. */
export type FurtherFields = 'none' | 'optional-detail' | 'required-detail' | 'notice';

/** The id of the reason that means nothing without a text. */
const NEEDS_DETAIL = 'other';

/** The reasons of the page; otherwise those of the backend, or the section's own. */
export function offeredReasons({ settings, store, messages }: Section<TakingPartMessages>): readonly OfferedReason[] {
  const labels: Readonly<Record<string, string>> = messages.reasons;
  const own = (): readonly ReportReason[] => Object.keys(labels).map((id) => ({ id }));
  const offered = settings.reportReasons ?? store.features.report?.reasons ?? own();
  return offered.map((reason) => ({ ...reason, label: reason.label ?? labels[reason.id] ?? reason.id }));
}

/** The fields that a reason needs; before one is chosen, those that the form starts with. */
export function furtherFields(reason: ReportReason | undefined, { store }: Section): FurtherFields {
  if (reason?.form === 'notice') return 'notice';
  if (store.features.report?.detail === false) return 'none';
  return reason?.id === NEEDS_DETAIL ? 'required-detail' : 'optional-detail';
}
