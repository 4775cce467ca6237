import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../../content/safe-url.js';
import type { LegalMessages } from '../../i18n/messages.js';
import type { ReportRecord } from '../../model/discussion/discussion-state.js';
import type { Section } from '../section.js';
import { redressText } from './redress.js';

/** The first sentences of the receipt, which are announced as well. */
export function receiptSentence(record: ReportRecord, { messages, formats }: Section, legal: LegalMessages): string {
  const { sent, reference, receivedAt, report } = record;
  if (sent === 'earlier') return messages.reportedAlready;
  if (!report) return messages.reportSent(reference);
  const time = Date.parse(receivedAt ?? '');
  const received = legal.sent(time ? formats.absolute(time) : undefined);
  return reference === undefined ? received : `${received} ${legal.reference(reference)}`;
}

/** The receipt of a report: where the decision will be published, and how to contest it. `id`: for the sentence that labels it. */
export function legalReceipt(record: ReportRecord, id: string, section: Section, legal: LegalMessages): TemplateResult {
  const { statusUrl, redress, report } = record;
  const status = safeUrl(statusUrl);
  const email = report?.notice?.email;
  return html`
    <div part="receipt" class="legal-receipt small" role="group" tabindex="-1" aria-labelledby=${id}>
      <p id=${id}>${receiptSentence(record, section, legal)}</p>
      ${
        status
          ? html`<p><a part="status-link" href=${status} rel="nofollow noopener">${legal.status}</a></p>`
          : email
            ? html`<p>${legal.statusByEmail(email)}</p>`
            : nothing
      }
      ${redress ? html`<p>${redressText(redress, legal)}</p>` : nothing}
    </div>
  `;
}
