import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { AdapterError, Report, ReportReason, Viewer } from '../../model/adapter.js';
import type { ReportRecord } from '../../model/state/discussion-state.js';
import type { DraftText, SentText } from '../../model/drafts/draft.js';
import type { DraftRecord } from '../../model/drafts/other-tabs.js';
import { mayBeStored } from '../../model/outcome.js';
import { CommentsBeforeReportEvent, CommentsReportEvent } from '../events/report-events.js';
import type { Notices } from '../legal/legal-notices.js';
import type { NoticeDraft, NoticePart } from '../legal/notice-part.js';
import { NOTICES_KEY } from '../legal/notices-key.js';
import { errorText } from '../frame/error-text.js';
import { moduleFailure } from '../frame/failure.js';
import type { LazyModule } from '../lazy-module.js';
import { readJson } from '../page/storage.js';
import { charactersLeft } from '../../model/drafts/text-length.js';
import { counterText } from '../forms/character-counter.js';
import { DraftController } from '../forms/draft-controller.js';
import { PanelForm } from '../forms/panel-form.js';
import { IDLE } from '../forms/submit-form.js';
import type { TakingPartMessages } from '../../i18n/messages.js';
import type { Section } from '../section.js';

/** A reason with its text for readers. */
type OfferedReason = ReportReason & { readonly label: string };

/** What the form asks for besides the reason. */
type FurtherFields = 'none' | 'optional-detail' | 'required-detail' | 'notice';

/** The id of the reason that means nothing without a text. */
const NEEDS_DETAIL = 'other';

/** The reasons of the page; otherwise those of the backend, or the section's own. */
function offeredReasons({ settings, store, messages }: Section<TakingPartMessages>): readonly OfferedReason[] {
  const labels: Readonly<Record<string, string>> = messages.reasons;
  const own = (): readonly ReportReason[] => Object.keys(labels).map((id) => ({ id }));
  const offered = settings.reportReasons ?? store.features.report?.reasons ?? own();
  return offered.map((reason) => ({ ...reason, label: reason.label ?? labels[reason.id] ?? reason.id }));
}

/** The fields that a reason needs; before one is chosen, those that the form starts with. */
function furtherFields(reason: ReportReason | undefined, { store }: Section): FurtherFields {
  if (reason?.form === 'notice') return 'notice';
  if (store.features.report?.detail === false) return 'none';
  return reason?.id === NEEDS_DETAIL ? 'required-detail' : 'optional-detail';
}

/** The maximum length of the text of a report. */
const DETAIL_LIMIT = { value: 500, unit: 'chars' } as const;

/**
 * The form to report a comment, and the receipt afterwards. Until the backend has confirmed the report, reason and text are saved as a
 * draft. A reason may require a notice of illegal content, whose fields are loaded when it is chosen.
 *
 * @csspart reason - A reason to report a comment.
 * @csspart send - Sends a report.
 * @csspart withdraw - Withdraws a report.
 *
 * @action withdraw-report - A report was withdrawn. Calls the backend.
 */
export class ReportForm extends PanelForm {
  static override properties: PropertyDeclarations = {
    record: { attribute: false },
    viewer: { attribute: false },
    notices: { attribute: false },
    reason: { state: true },
    detail: { state: true },
    problem: { state: true },
  };

  /** Present once this viewer has reported the comment. */
  record: ReportRecord | undefined;
  viewer!: Viewer;
  /** The fields of legal notices. Loaded when a reason that requires a notice is chosen. */
  notices!: LazyModule<Notices>;
  private reason = '';
  /** Also the explanation of a notice, so that the text survives a change of the reason. */
  detail = '';
  private problem: 'reason' | 'detail' | undefined;

  /** The fields of a notice. Undefined until their code is loaded. */
  #notice: NoticePart | undefined;
  /** What the draft holds for these fields. */
  #noticeDraft: NoticeDraft = {};
  protected override readonly autosave = new DraftController(this, {
    read: () => this.#read(),
    fill: (draft) => {
      this.detail = draft.body;
      this.reason = draft.reason ?? '';
      this.#sent = draft.sent;
      this.#noticeDraft = draft;
      this.#notice?.fill(draft);
    },
  });
  /** An attempt without a clear result. */
  #sent: SentText | undefined;

  constructor() {
    super();
    this.addEventListener('input', this.#onInput);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('viewer') && !changed.has('comment')) return;
    const { discussion, hasExpired } = this.store.state;
    const key = { discussion: discussion?.key ?? '', report: this.comment.id, viewer: this.viewer };
    this.autosave.moveTo(key, hasExpired);
  }

  protected override firstUpdated(): void {
    // Few readers have sent notices. Whether one was about this comment is known once their code is loaded.
    const ready: Promise<unknown> = readJson('localStorage', NOTICES_KEY) ? this.notices.load() : this.updateComplete;
    void ready.then(() => this.focusOn(this.reason ? 'input:checked' : 'a, input, button'));
  }

  /** Checks the report and sends it. */
  override async submit(): Promise<void> {
    const { messages } = this;
    const draft = this.autosave.record;
    if (this.record || !draft || this.phase.name === 'busy' || !(await this.#check())) return;
    const report = this.#toReport(draft);
    const isRetry = this.#sent !== undefined;
    if (!this.notify(new CommentsBeforeReportEvent(report))) return;
    this.phase = { name: 'busy' };
    // Until the response arrives, the report may be stored. A reload must know that.
    this.#sent = { submitKey: report.key ?? draft.id, body: textOf(report), since: this.#sent?.since ?? Date.now() };
    this.autosave.save();
    this.announce(messages.sending);
    const outcome = await this.write((writer) => writer.report(report, { isRetry }));
    this.phase = IDLE;
    if (outcome.type === 'failed') this.#fail(outcome.error, isRetry || mayBeStored(outcome.error), draft);
    if (outcome.type !== 'done') return;
    this.autosave.finish(draft);
    const record = this.store.state.reports.get(report.id);
    const receipt = record && report.notice && this.notices.module?.accept(record, report.id);
    this.announce(receipt ?? this.#receiptText(record));
    this.notify(new CommentsReportEvent(report, outcome.value));
    await this.focusOn(receipt ? '[part=receipt]' : '[part~=close]');
    // The form was taller: its receipt may be above what the reader sees.
    await this.reveal();
  }

  protected override render(): TemplateResult {
    const record = this.notices.module?.recall(this.comment.id) ?? this.record;
    return record ? this.#renderReceipt(record) : this.#renderForm();
  }

  #renderReceipt(record: ReportRecord): TemplateResult {
    const { messages, store, phase, notices } = this;
    const { statusUrl, redress, report } = record;
    // Few backends send these details. The code that renders them is loaded on demand.
    const hasDetails = report ?? statusUrl ?? redress;
    const details = hasDetails ? notices.request() : undefined;
    const plain = html`
      <p part="receipt" class="small">${this.#receiptText(record)}</p>
      ${hasDetails ? moduleFailure(notices, messages) : nothing}
    `;
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
      ${details?.renderReceipt(record, this.comment.id) ?? plain}${this.renderAlert()}
      <div class="foot small">
        ${details && report ? details.renderCopy(record, this.#offered(report.reason)?.label ?? '') : nothing}${this.record && store.adapter?.withdrawReport ? withdraw : nothing}
        <button part="button close" type="button" @click=${this.close}>${messages.close}</button>
      </div>
    `;
  }

  /** The receipt of a report without details. */
  #receiptText(record?: ReportRecord): string {
    const { messages } = this;
    return record?.sent === 'now' ? messages.reportSent(record.reference) : messages.reportedAlready;
  }

  #renderForm(): TemplateResult {
    const { messages, phase, problem } = this;
    const hasNotice = this.#fields === 'notice';
    const isBusy = phase.name === 'busy';
    const canRetry = phase.name === 'failed' && !this.needsSignIn;
    const legal = hasNotice ? this.notices.module?.messages : undefined;
    const missing = html`<p role="alert" part="problem" class="problem">${messages.reasonMissing}</p>`;
    return html`
      <form novalidate>
        <fieldset class="small" aria-describedby="report-problem">
          <legend>${messages.reportReason}</legend>
          ${offeredReasons(this.section).map((one) => this.#renderReason(one))}
        </fieldset>
        <div id="report-problem" class="small">${problem === 'reason' ? missing : nothing}</div>
        ${hasNotice ? this.#renderNotice(isBusy) : this.#renderDetail(isBusy)}
        ${this.autosave.renderOffers()}${this.autosave.renderDiscarded()}${this.renderAlert()}
        ${this.renderSignIn({ action: 'report', id: this.comment.id })}
        <div class="foot small">
          <span class="start">${legal?.privacy ?? messages.reportPrivacy}</span>
          <button part="button cancel" type="button" @click=${this.close}>${messages.cancel}</button>
          <button part="button send" class="primary" type="submit" aria-disabled=${isBusy}>
            ${isBusy ? messages.sending : canRetry ? messages.tryAgain : (legal?.send ?? messages.sendReport)}
          </button>
        </div>
      </form>
    `;
  }

  #renderReason({ id, label }: OfferedReason): TemplateResult {
    return html`
      <label part="reason" class="choice">
        <input type="radio" name="reason" .value=${id} .checked=${this.reason === id} />${label}
      </label>
    `;
  }

  /** The fields of a notice; until they are loaded, that they are loading or why they could not be. */
  #renderNotice(isBusy: boolean): TemplateResult | typeof nothing {
    const { notices, messages } = this;
    this.#notice ??= notices.request()?.createPart(this, this.#noticeDraft);
    if (this.#notice) return this.#notice.render(isBusy);
    return notices.error ? moduleFailure(notices, messages) : html`<p class="small muted">${messages.loading}</p>`;
  }

  /** The text box for what a reader adds to the reason. */
  #renderDetail(isBusy: boolean): TemplateResult | typeof nothing {
    const { section, messages, detail } = this;
    if (this.#fields === 'none') return nothing;
    const left = charactersLeft(detail.trim(), DETAIL_LIMIT);
    const isOver = left !== undefined && left < 0;
    const isWrong = this.problem === 'detail';
    const isRequired = this.#fields === 'required-detail';
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
        .value=${detail}
      ></textarea>
      <p id="detail-problem" part="problem" class="small ${isWrong || isOver ? 'problem' : 'muted'}">
        ${counterText(left, section) || (isWrong ? messages.detailMissing : '')}
      </p>
    `;
  }

  /** Shows the first problem and focuses its field. Resolves with true if the report can be sent. */
  async #check(): Promise<boolean> {
    if (this.#fields === 'notice') {
      const canSend = this.#notice?.check() ?? false;
      if (!canSend) await this.focusOn('[aria-invalid=true]');
      return canSend;
    }
    const detail = this.detail.trim();
    const isDetailWrong = detail.length > DETAIL_LIMIT.value || (this.#fields === 'required-detail' && detail === '');
    this.problem = !this.chosen ? 'reason' : isDetailWrong ? 'detail' : undefined;
    if (this.problem) await this.focusOn(this.problem === 'reason' ? 'input' : 'textarea');
    return this.problem === undefined;
  }

  #toReport(draft: DraftRecord): Report {
    const { comment, reason } = this;
    const notice = this.#fields === 'notice' ? this.#notice?.notice : undefined;
    const detail = this.detail.trim();
    const content = { reason, ...(notice ? { notice } : detail && { detail }) };
    // A changed notice is another report: under the key of the first it would not be stored.
    if (notice && this.#sent && this.#sent.body !== textOf(content)) {
      this.#sent = undefined;
      this.autosave.renew();
    }
    const key = this.#sent?.submitKey ?? draft.id;
    return { id: comment.id, key, ...content, ...(comment.revision && { revision: comment.revision }) };
  }

  #read(): DraftText | undefined {
    const { detail: body, reason } = this;
    const { notice, guest } = this.#notice?.draft ?? this.#noticeDraft;
    const isEmpty = !notice && (body + reason + Object.values(guest ?? {}).join('')).trim() === '';
    return isEmpty ? undefined : { body, reason, notice, guest, sent: this.#sent };
  }

  /** A reason by itself is no text. */
  protected override get savedText(): string {
    return this.detail.trim() === '' ? '' : super.savedText;
  }

  /** `draft`: the one that was sent. The form may show another viewer's by now. */
  #fail(error: AdapterError, isUncertain: boolean, draft: DraftRecord): void {
    const { messages } = this;
    if (!isUncertain && draft === this.autosave.record) {
      this.#sent = undefined;
      this.autosave.save();
    }
    this.#notice?.refused(error);
    const message = isUncertain ? messages.reportUncertain : messages.reportFailed;
    this.showFailure(error, message(errorText(error, messages)), 'report');
    if (this.needsSignIn) this.phase = { name: 'failed', text: messages.reportSignIn, needsSignIn: true };
  }

  /** Undefined if none is chosen, or if the reason of a draft is no longer offered. */
  get chosen(): OfferedReason | undefined {
    return this.#offered(this.reason);
  }

  #offered(reason: string): OfferedReason | undefined {
    return offeredReasons(this.section).find(({ id }) => id === reason);
  }

  get #fields(): FurtherFields {
    return furtherFields(this.chosen, this.section);
  }

  /** Saves what a press in the fields of a notice has changed, and moves the focus. */
  onNoticeChange(focus: string): void {
    this.autosave.touch();
    void this.focusOn(focus);
  }

  readonly #onInput = ({ target }: Event): void => {
    if (!(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)) return;
    this.#notice?.change(target);
    if (target.name === 'reason') this.reason = target.value;
    else if (target.name === 'detail') this.detail = target.value;
    this.problem = undefined;
    this.autosave.touch();
  };

  readonly #onWithdraw = async (): Promise<void> => {
    const { comment, messages, phase } = this;
    if (phase.name === 'busy') return;
    const withdrawal = this.write((writer) => writer.withdrawReport(comment.id));
    const withdrawing = this.report('withdraw-report', withdrawal, comment.id);
    if (!(await this.change(withdrawing, messages.withdrawFailed, 'report'))) return;
    this.notices.module?.forget(comment.id);
    this.announce(messages.reportWithdrawn);
    if (this.isConnected) this.close();
  };
}

/** The part of a report that identifies it. Details of its sender are left out, because this is saved on the device. */
function textOf({ reason, notice, detail = '' }: Pick<Report, 'reason' | 'notice' | 'detail'>): string {
  return notice ? JSON.stringify([reason, notice.explanation, notice.law, notice.urls]) : detail;
}

declare global {
  interface HTMLElementTagNameMap {
    'article-comments-report-form': ReportForm;
  }
}
