import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Formats } from '../i18n/formats.js';
import type { Messages } from '../i18n/messages.js';
import type { AdapterError, Comment, CommentId, Report, ReportReason, Viewer } from '../model/adapter.js';
import type { ReportRecord } from '../model/discussion-state.js';
import type { DiscussionStore } from '../model/discussion-store.js';
import type { DraftPlace } from '../model/draft-place.js';
import type { DraftStore, StoredDraft } from '../model/draft-store.js';
import { DraftKeeper } from './draft-keeper.js';
import { CommentsErrorEvent } from './events.js';
import { causeOf } from './failure.js';
import { signIn } from './sign-in.js';
import { CommentsBeforeReportEvent, CommentsReportEvent } from './writing-events.js';

/** Where a report stands that has not been taken yet. */
type Phase =
  | { readonly name: 'choosing' | 'sending' | 'withdrawing' }
  | { readonly name: 'failed'; readonly text: string; readonly needsSignIn: boolean };

/** Longest text that goes with a report, in characters. */
const DETAIL_LIMIT = 500;

/** Characters left from which on the counter is shown. */
const NEAR_LIMIT = 100;

/** Without words, a report for this reason says nothing. */
const NEEDS_DETAIL = 'other';

/**
 * The form to report one comment in, and what is known of the report afterwards. It says "sent" when the backend has
 * said so, and keeps what was chosen and written until then.
 */
export class ReportForm extends LitElement {
  static override properties: PropertyDeclarations = {
    store: { attribute: false },
    comment: { attribute: false },
    record: { attribute: false },
    viewer: { attribute: false },
    messages: { attribute: false },
    formats: { attribute: false },
    drafts: { attribute: false },
    announce: { attribute: false },
    onClose: { attribute: false },
    phase: { state: true },
    reason: { state: true },
    detail: { state: true },
    problem: { state: true },
  };

  store!: DiscussionStore;
  comment!: Comment;
  /** Present once this viewer has reported the comment. */
  record: ReportRecord | undefined;
  viewer!: Viewer;
  messages!: Messages;
  formats!: Formats;
  drafts!: DraftStore;
  /** Says something to screen readers. */
  announce!: (text: string) => void;
  /** Called when the reader is done here; focus goes back to the button. */
  onClose!: (id: CommentId) => void;

  private phase: Phase = { name: 'choosing' };
  private reason = '';
  private detail = '';
  private problem: 'reason' | 'detail' | undefined;

  readonly #keeper = new DraftKeeper(this, {
    read: () => (this.reason === '' && this.detail.trim() === '' ? undefined : { body: this.detail, reason: this.reason }),
    fill: (draft) => this.#fill(draft),
  });

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this.#onKeydown);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this.#onKeydown);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('viewer') && !changed.has('comment')) return;
    const place: DraftPlace = { discussion: this.store.state.discussion?.key ?? '', report: this.comment.id, viewer: this.viewer };
    this.#keeper.moveTo(place, this.drafts);
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('input:checked, input, button')?.focus();
  }

  protected override render(): TemplateResult {
    return this.record ? this.#renderReceipt(this.record) : this.#renderForm();
  }

  #renderReceipt({ sent, reference }: ReportRecord): TemplateResult {
    const { messages, phase } = this;
    const text = sent === 'earlier' ? messages.reportedAlready : messages.reportSent(reference);
    return html`<p part="receipt">${text}</p>
      ${this.#renderAlert()}
      <div class="foot">
        ${
          this.store.adapter?.withdrawReport
            ? html`<button
                part="button withdraw"
                class="link"
                type="button"
                aria-disabled=${phase.name === 'withdrawing'}
                @click=${this.#onWithdraw}
              >
                ${messages.withdrawReport}
              </button>`
            : nothing
        }<button part="button close" type="button" @click=${this.#close}>${messages.close}</button>
      </div>`;
  }

  #renderForm(): TemplateResult {
    const { messages, phase, problem, formats } = this;
    const isSending = phase.name === 'sending';
    const left = DETAIL_LIMIT - this.detail.length;
    const group = `reason-${this.comment.id}`;
    return html`<form novalidate @submit=${this.#onSubmit}>
      <fieldset aria-describedby="report-problem">
        <legend>${messages.reportReason}</legend>
        ${this.#reasons.map(
          ({ id, label }) =>
            html`<label part="reason" class="choice"
              ><input
                type="radio"
                name=${group}
                .value=${id}
                .checked=${this.reason === id}
                ?disabled=${isSending}
                @change=${() => this.#choose(id)}
              />${label}</label
            >`,
        )}
      </fieldset>
      <p id="report-problem" part="problem" class="problem" role=${problem === 'reason' ? 'alert' : nothing}>
        ${problem === 'reason' ? messages.reasonMissing : ''}
      </p>
      ${
        this.store.features.report?.detail === false
          ? nothing
          : html`<label part="label" class="detail" for="report-detail"
                >${messages.reportDetail}${this.#needsDetail ? nothing : html`<span class="optional after">${messages.optional}</span>`}</label
              ><textarea
                part="textbox"
                id="report-detail"
                rows="2"
                dir="auto"
                aria-invalid=${problem === 'detail'}
                aria-describedby="detail-problem detail-counter"
                ?readonly=${isSending}
                .value=${this.detail}
                @input=${this.#onInput}
              ></textarea>
              <p id="detail-counter" class=${left < 0 ? 'counter over' : 'counter'}>
                ${
                  left > NEAR_LIMIT
                    ? ''
                    : left < 0
                      ? messages.charactersOver(-left, formats.number(-left))
                      : messages.charactersLeft(left, formats.number(left))
                }
              </p>
              <p id="detail-problem" part="problem" class="problem">
                ${problem === 'detail' ? (left < 0 ? messages.detailTooLong : messages.detailMissing) : ''}
              </p>`
      }${this.#renderAlert()}
      <div class="foot">
        <span class="start">${messages.reportPrivacy}</span
        ><button part="button cancel" type="button" @click=${this.#close}>${messages.cancel}</button
        ><button part="button send" class="primary" type="submit" aria-disabled=${isSending}>
          ${isSending ? messages.sendingReport : phase.name === 'failed' && !phase.needsSignIn ? messages.tryAgain : messages.sendReport}
        </button>
      </div>
    </form>`;
  }

  #renderAlert(): TemplateResult | typeof nothing {
    const { phase, messages } = this;
    if (phase.name !== 'failed') return nothing;
    return html`<div role="alert" part="failure">
      <p class="failure">${phase.text}</p>
      ${
        phase.needsSignIn
          ? html`<slot name="sign-in"
              ><button part="button sign-in" class="link" type="button" @click=${this.#onSignIn}>${messages.signIn}</button></slot
            >`
          : nothing
      }
    </div>`;
  }

  get #reasons(): readonly { readonly id: string; readonly label: string }[] {
    const { reasons } = this.messages;
    const words: Readonly<Record<string, string>> = reasons;
    const asked: readonly ReportReason[] = this.store.features.report?.reasons ?? Object.keys(reasons).map((id) => ({ id }));
    return asked.map(({ id, label }) => ({ id, label: label ?? words[id] ?? id }));
  }

  get #needsDetail(): boolean {
    return this.reason === NEEDS_DETAIL && this.store.features.report?.detail !== false;
  }

  #fill({ body, reason = '' }: StoredDraft): void {
    this.detail = body;
    this.reason = reason;
  }

  #choose(id: string): void {
    this.reason = id;
    if (this.problem === 'reason') this.problem = undefined;
    this.#keeper.touch();
  }

  async #send(): Promise<void> {
    const { comment, reason, messages, phase } = this;
    if (phase.name === 'sending') return;
    const detail = this.detail.trim();
    const isDetailWrong = this.detail.length > DETAIL_LIMIT || (this.#needsDetail && detail === '');
    this.problem = reason === '' ? 'reason' : isDetailWrong ? 'detail' : undefined;
    if (this.problem) {
      await this.updateComplete;
      return this.querySelector<HTMLElement>(this.problem === 'reason' ? 'input' : 'textarea')?.focus();
    }
    const report: Report = { id: comment.id, reason, ...(detail && { detail }), ...(comment.revision && { revision: comment.revision }) };
    if (!this.dispatchEvent(new CommentsBeforeReportEvent(report))) return;
    this.phase = { name: 'sending' };
    this.#keeper.keep();
    this.announce(messages.sendingReport);
    const outcome = await this.store.report(report);
    if (outcome.type === 'failed') return this.#fail(outcome.error);
    this.phase = { name: 'choosing' };
    if (outcome.type === 'aborted') return;
    this.#keeper.discard();
    const { alreadyReported, reference } = outcome.value;
    this.announce(alreadyReported ? messages.reportedAlready : messages.reportSent(reference));
    this.dispatchEvent(new CommentsReportEvent(report, outcome.value));
    await this.updateComplete;
    this.querySelector<HTMLElement>('[part~=close]')?.focus();
  }

  #fail(error: AdapterError): void {
    const needsSignIn = error.kind === 'sign-in-required' || error.kind === 'session-expired';
    const { messages } = this;
    this.phase = {
      name: 'failed',
      needsSignIn,
      text: needsSignIn ? messages.reportSignIn : messages.reportFailed(causeOf(error, messages)),
    };
    this.dispatchEvent(new CommentsErrorEvent(error, 'report'));
  }

  readonly #close = (): void => this.onClose(this.comment.id);

  readonly #onInput = (event: Event): void => {
    this.detail = (event.target as HTMLTextAreaElement).value;
    if (this.problem === 'detail') this.problem = undefined;
    this.#keeper.touch();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.#close();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) {
      event.preventDefault();
      if (!this.record) void this.#send();
    }
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#send();
  };

  readonly #onSignIn = async (): Promise<void> => {
    const { messages } = this;
    const result = await signIn(this, this.store, { action: 'report', id: this.comment.id }, () => this.#keeper.keep({ forSignIn: true }));
    if (result.type === 'failed')
      this.phase = { name: 'failed', needsSignIn: true, text: messages.signInFailed(causeOf(result.error, messages)) };
    if (result.type === 'elsewhere') this.phase = { name: 'failed', needsSignIn: false, text: messages.signInElsewhere };
    if (result.type !== 'signed-in') return;
    this.phase = { name: 'choosing' };
    this.announce(messages.signedInAs(this.store.state.viewer.author?.name ?? ''));
    await this.updateComplete;
    this.querySelector<HTMLElement>('[part~=send]')?.focus();
  };

  readonly #onWithdraw = async (): Promise<void> => {
    const { messages } = this;
    if (this.phase.name === 'withdrawing') return;
    this.phase = { name: 'withdrawing' };
    const outcome = await this.store.withdrawReport(this.comment.id);
    if (outcome.type === 'failed') {
      this.phase = { name: 'failed', needsSignIn: false, text: messages.withdrawFailed(causeOf(outcome.error, messages)) };
      this.dispatchEvent(new CommentsErrorEvent(outcome.error, 'report'));
      return;
    }
    this.phase = { name: 'choosing' };
    if (outcome.type === 'aborted') return;
    this.announce(messages.reportWithdrawn);
    this.#close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'article-comments-report-form': ReportForm;
  }
}
