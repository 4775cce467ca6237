import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../../content/safe-url.js';
import type { Formats } from '../../i18n/formats.js';
import type { LegalMessages, Messages } from '../../i18n/messages.js';
import type { ReportRecord } from '../../model/state/discussion-state.js';
import { redressText } from './redress.js';

export interface ReceiptView {
  readonly record: ReportRecord;
  readonly messages: Messages;
  readonly formats: Formats;
  /** Makes an id out of a name. */
  readonly id: (name: string) => string;
}

/** The first sentences of the receipt, which are announced as well. */
export function receiptSentence({ record, messages, formats }: Omit<ReceiptView, 'id'>, words: LegalMessages): string {
  const { sent, reference, receivedAt, report } = record;
  if (sent === 'earlier') return messages.reportedAlready;
  if (!report) return messages.reportSent(reference);
  const time = Date.parse(receivedAt ?? '');
  const received = words.sent(time ? formats.absolute(time) : undefined);
  return reference === undefined ? received : `${received} ${words.reference(reference)}`;
}

/** The receipt of a report that the backend tells more about: where the decision will be, and how to contest it. */
export function legalReceipt(view: ReceiptView, words: LegalMessages): TemplateResult {
  const { record, id } = view;
  const { statusUrl, redress, report } = record;
  const status = safeUrl(statusUrl);
  const email = report?.notice?.email;
  return html`
    <div part="receipt" class="legal-receipt small" role="group" tabindex="-1" aria-labelledby=${id('received')}>
      <p id=${id('received')}>${receiptSentence(view, words)}</p>
      ${
        status
          ? html`<p><a part="status-link" href=${status} rel="nofollow noopener">${words.status}</a></p>`
          : email
            ? html`<p>${words.statusByEmail(email)}</p>`
            : nothing
      }
      ${redress ? html`<p>${redressText(redress, words)}</p>` : nothing}
    </div>
  `;
}
