/** What the sender of a report gets: the receipt, and a copy of a notice. */
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { safeUrl } from '../../content/safe-url.js';
import type { LegalGroup, TakingPartMessages } from '../../i18n/messages.js';
import type { CommentId } from '../../model/adapter.js';
import type { ReportRecord } from '../../model/state/discussion-state.js';
import { copyText } from '../page/clipboard.js';
import { elementId } from '../page/element-id.js';
import type { Section } from '../section.js';
import { redressText } from './redress.js';
import { saveAddress, savedAddress } from './saved-notices.js';

/** The section with the messages of notices. */
export type NoticeSection = Section<TakingPartMessages & LegalGroup>;

/** The first sentences of the receipt, which are announced as well. */
export function receiptSentence(record: ReportRecord, { messages, formats }: NoticeSection): string {
  const { legal } = messages;
  const { sent, reference, receivedAt, report } = record;
  if (sent === 'earlier') return messages.reportedAlready;
  if (!report) return messages.reportSent(reference);
  const time = Date.parse(receivedAt ?? '');
  const received = legal.sent(time ? formats.absolute(time) : undefined);
  return reference === undefined ? received : `${received} ${legal.reference(reference)}`;
}

/**
 * The receipt of a report: where the decision will be published, and how to contest it.
 *
 * @csspart status-link - In the receipt of a report, the link to the decision.
 */
export function legalReceipt(record: ReportRecord, comment: CommentId, section: NoticeSection): TemplateResult {
  const { legal } = section.messages;
  const id = elementId('received', comment);
  const { statusUrl, redress, report } = record;
  const status = safeUrl(statusUrl);
  const email = report?.notice?.email;
  return html`
    <div part="receipt" class="legal-receipt small" role="group" tabindex="-1" aria-labelledby=${id}>
      <p id=${id}>${receiptSentence(record, section)}</p>
      ${
        status
          ? html`<p><a part="status-link" href=${status} rel="nofollow noopener">${legal.status}</a></p>
              ${forgetButton(comment, section)}`
          : email
            ? html`<p>${legal.statusByEmail(email)}</p>`
            : nothing
      }
      ${redress ? html`<p>${redressText(redress, legal)}</p>` : nothing}
    </div>
  `;
}

/** The button that removes the address of the decision from the browser. Nothing if it is not saved. */
function forgetButton(comment: CommentId, section: NoticeSection): TemplateResult | typeof nothing {
  const address = savedAddress(comment, section);
  if (!address) return nothing;
  const { legal } = section.messages;
  const onForget = (): void => {
    saveAddress(undefined, comment, section);
    section.announce(legal.addressRemoved);
    void section.run({ type: 'close-panel', id: comment });
  };
  return html`<p>
    <button part="button remove-address" class="link" type="button" @click=${onForget}>
      ${legal.removeAddress(new URL(address).host)}
    </button>
  </p>`;
}

/**
 * The button that copies a notice for its sender. If the browser refuses, the text is shown and selected.
 *
 * @csspart copy-notice - Copies the notice that was sent.
 */
export class NoticeCopy extends LitElement {
  static override properties: PropertyDeclarations = {
    // The same object at every update of the section, whose language may have changed.
    section: { attribute: false, hasChanged: () => true },
    text: { attribute: false },
    outcome: { state: true },
  };

  section!: NoticeSection;
  text!: string;
  private outcome: 'copied' | 'refused' | undefined;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    const { text, outcome } = this;
    const { legal } = this.section.messages;
    const box = html`<textarea
      part="textbox"
      class="notice-copy"
      readonly
      aria-label=${legal.copyLabel}
      .value=${text}
    ></textarea>`;
    return html`
      <button part="button copy-notice" class="link" type="button" @click=${this.#onCopy}>${legal.copy}</button>
      ${outcome ? html`<span class="muted">${this.#outcomeText}</span>` : nothing}${outcome === 'refused' ? box : nothing}
    `;
  }

  get #outcomeText(): string {
    const { legal, copyRefused } = this.section.messages;
    return this.outcome === 'copied' ? legal.copied : copyRefused;
  }

  readonly #onCopy = async (): Promise<void> => {
    this.outcome = (await copyText(this.text)) ? 'copied' : 'refused';
    this.section.announce(this.#outcomeText);
    await this.updateComplete;
    const box = this.querySelector('textarea');
    box?.focus();
    box?.select();
  };
}

/** A copy of a notice for its sender: plain text with everything that was sent, its reference and time. `reason`: the reason's label. */
export function noticeText(record: ReportRecord, reason: string, section: NoticeSection): string {
  const { messages, formats } = section;
  const { legal } = messages;
  const { reference, receivedAt } = record;
  const notice = record.report?.notice;
  if (!notice) return '';
  const received = Date.parse(receivedAt ?? '');
  const fields: readonly (readonly [label: string, value: string | undefined])[] = [
    ['', reference && legal.reference(reference)],
    [legal.received, received ? `${formats.absolute(received)} (${receivedAt})` : undefined],
    [legal.reason, reason],
    [legal.address, notice.urls.join('\n')],
    [legal.explanation, notice.explanation],
    [legal.law, notice.law],
    [messages.guestName, notice.name],
    [messages.guestEmail, notice.email],
    ['', legal.goodFaith],
  ];
  return fields
    .filter(([, value]) => value)
    .map(([label, value]) => (label ? `${label}\n${value}` : value))
    .join('\n\n');
}

declare global {
  interface HTMLElementTagNameMap {
    'article-comments-notice-copy': NoticeCopy;
  }
}
