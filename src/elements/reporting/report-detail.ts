import { html, nothing, type TemplateResult } from 'lit';
import type { Formats } from '../../i18n/formats.js';
import type { Messages } from '../../i18n/messages.js';

/** The longest text of a report, in characters. */
export const DETAIL_LIMIT = 500;

/** The counter appears when this many characters are left. */
const NEAR_LIMIT = 100;

interface DetailView {
  readonly text: string;
  readonly isRequired: boolean;
  readonly isWrong: boolean;
  readonly isBusy: boolean;
  readonly messages: Messages;
  readonly formats: Formats;
}

/** The text box for what a reader adds to the reason of a report. */
export function reportDetail({ text, isRequired, isWrong, isBusy, messages, formats }: DetailView): TemplateResult {
  const left = DETAIL_LIMIT - text.trim().length;
  const counter =
    left < 0
      ? messages.charactersOver(-left, formats.number(-left))
      : left > NEAR_LIMIT
        ? ''
        : messages.charactersLeft(left, formats.number(left));
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
    <p id="detail-problem" part="problem" class="small ${isWrong || left < 0 ? 'problem' : 'muted'}">
      ${counter || (isWrong ? messages.detailMissing : '')}
    </p>
  `;
}
