/** What a report form shows besides its reasons: the text box for details, and the receipt. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ReportRecord } from '../../model/state/discussion-state.js';
import { charactersLeft, counterText } from '../forms/character-counter.js';
import { moduleFailure } from '../frame/failure.js';
import { elementId } from '../page/element-id.js';
import type { Section } from '../section.js';
import type { NoticeForm } from './notice-part.js';
import { offeredReasons } from './report-reasons.js';

/** The maximum length of the text of a report. */
export const DETAIL_LIMIT = { value: 500, unit: 'chars' } as const;

interface DetailView {
  readonly text: string;
  readonly isRequired: boolean;
  readonly isWrong: boolean;
  readonly isBusy: boolean;
}

/** The text box for what a reader adds to the reason of a report. */
export function reportDetail(section: Section, { text, isRequired, isWrong, isBusy }: DetailView): TemplateResult {
  const { messages } = section;
  const left = charactersLeft(text.trim(), DETAIL_LIMIT);
  const isOver = left !== undefined && left < 0;
  const optional = isRequired ? nothing : html`<span class="muted">${messages.optional}</span>`;
  return html`
    <label part="label" class="detail small" for="report-detail">${messages.reportDetail} ${optional}</label>
    <textarea
      part="textbox"
      id="report-detail"
      name="detail"
      rows="2"
      aria-invalid=${isWrong}
      aria-describedby="detail-problem"
      ?readonly=${isBusy}
      .value=${text}
    ></textarea>
    <p id="detail-problem" part="problem" class="small ${isWrong || isOver ? 'problem' : 'muted'}">
      ${counterText(left, section) || (isWrong ? messages.detailMissing : '')}
    </p>
  `;
}

/** What the backend has confirmed, and the button to copy a notice. The details that few backends send are rendered by code that is loaded on demand. */
export function reportReceipt(
  record: ReportRecord,
  { section, comment, notices }: NoticeForm,
): { readonly text: TemplateResult; readonly copy: TemplateResult | typeof nothing } {
  const { messages } = section;
  const { sent, reference, statusUrl, redress, report } = record;
  const text = sent === 'now' ? messages.reportSent(reference) : messages.reportedAlready;
  const plain = html`<p part="receipt" class="small">${text}</p>`;
  if (!report && !statusUrl && !redress) return { text: plain, copy: nothing };
  const { label = '' } = offeredReasons(section).find(({ id }) => id === report?.reason) ?? {};
  const module = notices.request();
  return {
    text:
      module?.renderReceipt(record, elementId('received', comment.id)) ??
      html`${plain}${moduleFailure(notices, messages)}`,
    copy: (report && module?.renderCopy(record, label)) ?? nothing,
  };
}
