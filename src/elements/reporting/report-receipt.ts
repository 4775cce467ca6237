import { html, nothing, type TemplateResult } from 'lit';
import type { Formats } from '../../i18n/formats.js';
import type { Messages } from '../../i18n/messages.js';
import type { ReportRecord } from '../../model/state/discussion-state.js';
import type { Notices } from '../legal/legal-notices.js';
import { elementId } from '../page/element-id.js';
import { moduleFailure } from '../frame/failure.js';
import type { TranslatedModule } from '../translated-module.js';
import type { OfferedReason } from './report-reasons.js';

interface ReportReceipt {
  readonly record: ReportRecord;
  /** The id of the comment. */
  readonly comment: string;
  readonly notices: TranslatedModule<'legal', Notices>;
  readonly reasons: readonly OfferedReason[];
  readonly messages: Messages;
  readonly formats: Formats;
  readonly announce: (text: string) => void;
}

/** What the backend has confirmed, and the button to copy a notice. What few backends tell has code of its own. */
export function reportReceipt({ record, comment, notices, reasons, messages, formats, announce }: ReportReceipt): {
  readonly text: TemplateResult;
  readonly copy: TemplateResult | typeof nothing;
} {
  const { sent, reference, statusUrl, redress, report } = record;
  const said = sent === 'now' ? messages.reportSent(reference) : messages.reportedAlready;
  const plain = html`<p part="receipt" class="small">${said}</p>`;
  if (!report && !statusUrl && !redress) return { text: plain, copy: nothing };
  const view = { record, messages, formats, id: (name: string) => elementId(name, comment) };
  const { label = '' } = reasons.find(({ id }) => id === report?.reason) ?? {};
  const module = notices.request();
  return {
    text: module?.renderReceipt(view) ?? html`${plain}${moduleFailure(notices, messages)}`,
    copy: (report && module?.renderCopy(view, label, announce)) ?? nothing,
  };
}
