import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { AdapterError, Report, ReportReason, Viewer } from '../../model/adapter.js';
import type { ReportRecord } from '../../model/discussion/discussion-state.js';
import type { DraftRecord } from '../../model/drafts/draft-record.js';
import type { SentText } from '../../model/drafts/stored-draft.js';
import { mayBeStored } from '../../model/writes/may-be-stored.js';
import { CommentsBeforeReportEvent, CommentsReportEvent } from '../events.js';
import { errorText } from '../section/error-text.js';
import { DiscardedText } from './discarded-text.js';
import { DraftAutosave } from './draft-autosave.js';
import { keptTexts } from './kept-texts.js';
import { PanelForm } from './panel-form.js';
import { IDLE } from './submit-form.js';

/** The longest text of a report, in characters. */
const DETAIL_LIMIT = 500;

/** The counter appears when this many characters are left. */
const NEAR_LIMIT = 100;

/** The reason that says nothing without a text. */
const NEEDS_DETAIL = 'other';

/**
 * The form to report a comment, and the receipt afterwards. It says "sent" once the backend has confirmed it, and keeps what was
 * chosen and written until then.
 */
export class ReportForm extends PanelForm {
  static override properties: PropertyDeclarations = {
    record: { attribute: false },
    viewer: { attribute: false },
    reason: { state: true },
    detail: { state: true },
    problem: { state: true },
  };

  /** Present once this viewer has reported the comment. */
  record: ReportRecord | undefined;
  viewer!: Viewer;
  private reason = '';
  private detail = '';
  private problem: 'reason' | 'detail' | undefined;

  protected override readonly autosave = new DraftAutosave(this, {
    read: () =>
      this.reason + this.detail.trim() === ''
        ? undefined
        : { body: this.detail, reason: this.reason, sent: this.#sent },
    fill: ({ body, reason = '', sent }) => {
      this.detail = body;
      this.reason = reason;
      this.#sent = sent;
    },
  });
  readonly #discarded = new DiscardedText(this, this.autosave);
  /** An attempt whose fate is unknown. */
  #sent: SentText | undefined;

  constructor() {
    super();
    this.addEventListener('input', this.#onInput);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('viewer') && !changed.has('comment')) return;
    this.autosave.moveTo(
      { discussion: this.store.state.discussion?.key ?? '', report: this.comment.id, viewer: this.viewer },
      this.drafts,
      this.store.state.hasExpired,
    );
  }

  protected override firstUpdated(): void {
    void this.focusOn(this.reason ? 'input:checked' : 'input, button');
  }

  /** Checks the report and sends it. */
  override async submit(): Promise<void> {
    const { comment, reason, messages } = this;
    const draft = this.autosave.record;
    if (this.record || !draft || this.phase.name === 'busy') return;
    const detail = this.detail.trim();
    const isDetailWrong = detail.length > DETAIL_LIMIT || (this.#needsDetail && detail === '');
    this.problem = reason === '' ? 'reason' : isDetailWrong ? 'detail' : undefined;
    if (this.problem) return this.focusOn(this.problem === 'reason' ? 'input' : 'textarea');
    const isRetry = this.#sent !== undefined;
    const key = this.#sent?.submitKey ?? draft.id;
    const report: Report = {
      id: comment.id,
      reason,
      key,
      ...(detail && { detail }),
      ...(comment.revision && { revision: comment.revision }),
    };
    if (!this.notify(new CommentsBeforeReportEvent(report))) return;
    this.phase = { name: 'busy' };
    // Until there is a response the report may have arrived, and a reload must know that.
    this.#sent = { submitKey: key, body: detail, since: this.#sent?.since ?? Date.now() };
    this.autosave.save();
    this.announce(messages.sending);
    const outcome = await this.writer.report(report, { isRetry });
    this.phase = IDLE;
    if (outcome.type === 'failed') this.#fail(outcome.error, isRetry || mayBeStored(outcome.error), draft);
    if (outcome.type !== 'done') return;
    this.autosave.finish(draft);
    const { alreadyReported, reference } = outcome.value;
    this.announce(alreadyReported ? messages.reportedAlready : messages.reportSent(reference));
    this.notify(new CommentsReportEvent(report, outcome.value));
    await this.focusOn('[part~=close]');
    // The form was taller: its receipt may be above what the reader sees.
    await this.reveal();
  }

  protected override render(): TemplateResult {
    return this.record ? this.#renderReceipt(this.record) : this.#renderForm();
  }

  #renderReceipt(record: ReportRecord): TemplateResult {
    const { messages, store, phase } = this;
    const withdraw = html`
      <button
        part="button withdraw"
        class="link"
        type="button"
        aria-disabled=${phase.name === 'busy'}
        @click=${this.#onWithdraw}
      >
        ${messages.withdrawReport}
      </button>
    `;
    return html`
      <p part="receipt" class="small">${record.sent === 'now' ? messages.reportSent(record.reference) : messages.reportedAlready}</p>
      ${this.renderAlert()}
      <div class="foot small">
        ${store.adapter?.withdrawReport ? withdraw : nothing}
        <button part="button close" type="button" @click=${this.close}>${messages.close}</button>
      </div>
    `;
  }

  #renderForm(): TemplateResult {
    const { messages, phase, problem } = this;
    const isBusy = phase.name === 'busy';
    const canRetry = phase.name === 'failed' && !this.needsSignIn;
    const missing = html`<p role="alert" part="problem" class="problem">${messages.reasonMissing}</p>`;
    return html`
      <form novalidate>
        <fieldset class="small" aria-describedby="report-problem">
          <legend>${messages.reportReason}</legend>
          ${this.#reasons.map(({ id, label }) => this.#renderReason(id, label))}
        </fieldset>
        <div id="report-problem" class="small">${problem === 'reason' ? missing : nothing}</div>
        ${this.#takesDetail ? this.#renderDetail(isBusy) : nothing}
        ${keptTexts(this.autosave, this.#discarded, messages)}${this.#discarded.render()}${this.renderAlert()}
        ${this.renderSignIn({ action: 'report', id: this.comment.id })}
        <div class="foot small">
          <span class="start">${messages.reportPrivacy}</span>
          <button part="button cancel" type="button" @click=${this.close}>${messages.cancel}</button>
          <button part="button send" class="primary" type="submit" aria-disabled=${isBusy}>
            ${isBusy ? messages.sending : canRetry ? messages.tryAgain : messages.sendReport}
          </button>
        </div>
      </form>
    `;
  }

  #renderReason(id: string, label: string): TemplateResult {
    return html`
      <label part="reason" class="choice">
        <input type="radio" name="reason" .value=${id} .checked=${this.reason === id} />${label}
      </label>
    `;
  }

  #renderDetail(isBusy: boolean): TemplateResult {
    const { messages } = this;
    const isWrong = this.problem === 'detail';
    const optional = this.#needsDetail ? nothing : html`<span class="muted">${messages.optional}</span>`;
    return html`
      <label part="label" class="detail small" for="report-detail">${messages.reportDetail} ${optional}</label>
      <textarea
        part="textbox"
        id="report-detail"
        rows="2"
        aria-invalid=${isWrong}
        aria-describedby="detail-problem"
        ?readonly=${isBusy}
        .value=${this.detail}
      ></textarea>
      <p id="detail-problem" part="problem" class="small ${isWrong || this.#detailLeft < 0 ? 'problem' : 'muted'}">
        ${this.#counterText || (isWrong ? messages.detailMissing : '')}
      </p>
    `;
  }

  /** A reason by itself is no text. */
  protected override get savedText(): string {
    return this.detail.trim() === '' ? '' : super.savedText;
  }

  get #detailLeft(): number {
    return DETAIL_LIMIT - this.detail.trim().length;
  }

  get #counterText(): string {
    const { messages, formats } = this;
    const left = this.#detailLeft;
    if (left < 0) return messages.charactersOver(-left, formats.number(-left));
    return left > NEAR_LIMIT ? '' : messages.charactersLeft(left, formats.number(left));
  }

  /** `draft`: what was sent. The form may show another viewer's by now. */
  #fail(error: AdapterError, isUncertain: boolean, draft: DraftRecord): void {
    const { messages } = this;
    if (!isUncertain && draft === this.autosave.record) {
      this.#sent = undefined;
      this.autosave.save();
    }
    const say = isUncertain ? messages.reportUncertain : messages.reportFailed;
    this.showFailure(error, say(errorText(error, messages)), 'report');
    if (this.needsSignIn) this.phase = { name: 'failed', text: messages.reportSignIn, needsSignIn: true };
  }

  get #reasons(): readonly { readonly id: string; readonly label: string }[] {
    const words: Readonly<Record<string, string>> = this.messages.reasons;
    const asked: readonly ReportReason[] =
      this.store.features.report?.reasons ?? Object.keys(words).map((id) => ({ id }));
    return asked.map(({ id, label }) => ({ id, label: label ?? words[id] ?? id }));
  }

  get #takesDetail(): boolean {
    return this.store.features.report?.detail !== false;
  }

  get #needsDetail(): boolean {
    return this.reason === NEEDS_DETAIL && this.#takesDetail;
  }

  readonly #onInput = ({ target }: Event): void => {
    if (target instanceof HTMLTextAreaElement) this.detail = target.value;
    else if (target instanceof HTMLInputElement) this.reason = target.value;
    this.problem = undefined;
    this.autosave.touch();
  };

  readonly #onWithdraw = async (): Promise<void> => {
    const { comment, messages, phase } = this;
    if (phase.name === 'busy') return;
    const withdrawing = this.tell('withdraw-report', this.writer.withdrawReport(comment.id), comment.id);
    if (!(await this.change(withdrawing, messages.withdrawFailed, 'report'))) return;
    this.announce(messages.reportWithdrawn);
    this.close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'article-comments-report-form': ReportForm;
  }
}
