import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { renderText } from '../../content/render-body.js';
import { duration } from '../../i18n/duration.js';
import type { ChangingMessages, MessagesWith, TakingPartMessages } from '../../i18n/messages.js';
import { timeLeft } from '../../i18n/time-left.js';
import type { AdapterError, Comment, Posting } from '../../model/adapter.js';
import type { DiscussionState } from '../../model/state/discussion-state.js';
import { isOwn } from '../../model/state/permissions.js';
import { type DraftProblem, draftProblems } from '../../model/drafts/draft-validation.js';
import type { DraftText } from '../../model/drafts/draft.js';
import { editableText } from '../../model/body-text.js';
import { CommentsEditEvent } from '../events/edit-events.js';
import { CommentsErrorEvent } from '../events/reading-events.js';
import { failure } from '../frame/failure.js';
import { characterCounter } from '../forms/character-counter.js';
import { Countdown } from '../forms/countdown.js';
import { DraftController } from '../forms/draft-controller.js';
import { FormAids } from '../formatting/form-aids.js';
import { PanelForm } from '../forms/panel-form.js';
import { problemText } from '../forms/problem-text.js';
import { IDLE } from '../forms/submit-form.js';
import type { Section } from '../section.js';

/** How long before its end the remaining time is announced, in milliseconds. */
const LAST_CALL = 60_000;

/** How far the text to edit is loaded. `wanted`: not requested, or the section was disconnected meanwhile. */
type Source =
  { readonly state: 'wanted' | 'loading' | 'ready' } | { readonly state: 'failed'; readonly error: AdapterError };

/**
 * The form to edit a comment. It keeps the typed text until the backend has accepted it, also when the time for editing ends, the
 * discussion closes, or another edit was faster.
 *
 * @csspart conflict - Notice that the comment was changed elsewhere in the meantime.
 * @csspart theirs - The version of the comment that was changed elsewhere.
 * @csspart save - Saves an edit.
 * @csspart take-theirs - Uses the version that was changed elsewhere.
 */
export class EditForm extends PanelForm {
  static override properties: PropertyDeclarations = {
    snapshot: { attribute: false },
    text: { state: true },
    source: { state: true },
    problems: { state: true },
    left: { state: true },
    conflict: { state: true },
  };

  declare section: Section<TakingPartMessages & ChangingMessages>;
  /** The store's state. */
  snapshot!: DiscussionState;
  private text = '';
  private source: Source = { state: 'wanted' };
  private problems: readonly DraftProblem[] = [];
  /** Characters left; negative beyond the limit, undefined far from it. */
  private left: number | undefined;
  /** Set when someone else has changed the comment. `theirs`: the current version, if known. */
  private conflict: { readonly theirs: Comment | undefined } | undefined;

  protected override readonly autosave = new DraftController(this, {
    read: () =>
      this.text.trim() === '' || this.text === this.#original?.body
        ? undefined
        : { body: this.text, revision: this.#revision },
    fill: (draft) => {
      // Without a draft, the box shows the original text.
      const { body, revision } = draft.body ? draft : (this.#original ?? draft);
      this.text = body;
      this.#revision = revision;
      this.#aids.module?.showText();
    },
    discardedText: () => this.messages.theirsTaken,
  });
  readonly #countdown = new Countdown(this);
  readonly #aids = new FormAids(this, () => this.comment.id);
  /** The text as it was loaded, with its version. Undefined if the form opened with a draft. */
  #original: DraftText | undefined;
  /** The version that the text started from. */
  #revision: string | undefined;
  /** When the time for editing ends by this machine's clock, in milliseconds since the epoch. NaN: never. */
  #end = NaN;
  #isLastCall = false;
  #hadEnded = false;

  constructor() {
    super();
    this.addEventListener('input', this.#onInput);
  }

  override get messages(): MessagesWith<TakingPartMessages & ChangingMessages> {
    return this.section.messages;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { comment, snapshot, messages } = this;
    if (changed.has('snapshot')) {
      const { discussion, viewer } = snapshot;
      const key = { discussion: discussion?.key ?? '', edit: comment.id, viewer };
      this.autosave.moveTo(key, snapshot.hasExpired);
      // By the backend's clock. The device's may be wrong.
      const end = snapshot.viewer.moderator ? NaN : Date.parse(comment.editableUntil ?? '') - snapshot.clockOffset;
      if (end !== this.#end && end) this.#countdown.start((end - Date.now()) / 1000);
      this.#end = end;
    }
    if (this.source.state === 'wanted' && this.store.session()) void this.#load();
    const { left, isRunning } = this.#countdown;
    const isLastCall = isRunning && left <= LAST_CALL;
    if (isLastCall && !this.#isLastCall) this.announce(messages.timeLeft(duration(left, this.formats.lang)));
    this.#isLastCall = isLastCall;
    const ended = this.#ended;
    if (ended && !this.#hadEnded) this.announce(ended);
    this.#hadEnded = Boolean(ended);
  }

  /** Checks the text and sends it. */
  override async submit(): Promise<void> {
    const { comment, messages, text } = this;
    if (this.source.state !== 'ready' || this.#ended || this.phase.name === 'busy') return;
    this.#aids.module?.showText();
    this.problems = draftProblems({ body: text }, { ...this.#posting, guest: undefined });
    if (this.problems.length > 0) return this.focusOn('textarea');
    if (text === this.#original?.body && !this.conflict) return this.close();
    const draft = this.autosave.record;
    this.phase = { name: 'busy' };
    this.autosave.save();
    this.announce(messages.saving);
    const outcome = await this.write((writer) =>
      writer.edit({ id: comment.id, body: text, ...(this.#revision && { revision: this.#revision }) }),
    );
    this.phase = IDLE;
    switch (outcome.type) {
      case 'aborted':
        return;
      case 'failed':
        this.fail(outcome.error, messages.editFailed, 'edit');
        if (outcome.error.info.field === 'body') this.problems = [{ field: 'body', problem: 'refused' }];
        return;
      case 'conflict':
        this.conflict = outcome;
        this.#revision = outcome.theirs?.revision;
        this.autosave.save();
        this.notify(new CommentsErrorEvent(outcome.error, 'edit'));
        return this.reveal('[part=conflict]');
      case 'done':
        if (draft) this.autosave.finish(draft);
        this.announce(messages.saved);
        this.notify(new CommentsEditEvent(outcome.value));
        this.run({ type: 'close-panel', id: comment.id, panel: 'edit' });
    }
  }

  protected override render(): TemplateResult {
    const { source, conflict } = this;
    if (this.autosave.discarded === 'text') return this.autosave.renderAlone(() => this.close());
    if (source.state !== 'ready') return this.#renderSource();
    const theirs = conflict?.theirs;
    const ended = this.#ended;
    return html`
      <form novalidate>
        <div class=${theirs ? 'fields' : ''}>${this.#renderField()}${theirs ? this.#renderTheirs(theirs) : nothing}</div>
        ${ended ? this.renderUnsendable(ended, this.#onDiscard) : this.#renderFoot()}
      </form>
    `;
  }

  /** Shown while the text is loading, or if that failed. */
  #renderSource(): TemplateResult {
    const { messages, source } = this;
    const content =
      source.state === 'failed'
        ? failure(messages.sourceFailed, source.error, messages, () => void this.#load())
        : html`<p role="status" class="small muted">${messages.sourceLoading}</p>`;
    return html`${content}<div class="foot small">${this.#renderCancel()}</div>`;
  }

  #renderField(): TemplateResult {
    const { section, text, problems, phase } = this;
    return html`
      <div>
        <label part="label" for="edit-body">${this.#label}</label>
        <textarea
          part="textbox"
          id="edit-body"
          rows="4"
          aria-invalid=${problems.length > 0}
          aria-describedby="edit-problem edit-counter"
          ?hidden=${this.#aids.module?.isPreviewing}
          ?readonly=${this.#ended !== '' || phase.name === 'busy'}
          .value=${text}
        ></textarea>
        ${this.#ended ? nothing : this.#aids.render()}
        ${characterCounter(this.left, 'edit-counter', section)}
        <p id="edit-problem" part="problem" class="small problem">${problemText('body', problems, section)}</p>
      </div>
    `;
  }

  #renderTheirs({ body }: Comment): TemplateResult {
    return html`
      <div part="theirs">
        <b>${this.messages.theirVersion}</b>
        <div part="body" class="body" dir="auto">${renderText(editableText(body))}</div>
      </div>
    `;
  }

  #renderFoot(): TemplateResult {
    const { messages, conflict, phase } = this;
    const takeTheirs = html`
      <button part="button take-theirs" type="button" @click=${this.#onTakeTheirs}>${messages.takeTheirs}</button>
    `;
    return html`
      ${this.autosave.renderOffers()}${this.autosave.renderDiscarded()}
      ${conflict ? html`<p role="alert" part="conflict" class="outcome small problem">${messages.editConflict}</p>` : nothing}
      ${this.renderAlert()}${this.renderSignIn({ action: 'edit', id: this.comment.id })}
      <div class="foot small">
        <span class="start">${this.#note}</span>
        ${conflict ? takeTheirs : this.#renderCancel()}
        <button part="button save" class="primary" type="submit" aria-disabled=${phase.name === 'busy'}>
          ${this.#buttonText}
        </button>
      </div>
    `;
  }

  #renderCancel(): TemplateResult {
    return html`<button part="button cancel" type="button" @click=${this.#onDiscard}>${this.messages.cancel}</button>`;
  }

  /** The label of the text box. */
  get #label(): string {
    const { comment, messages, snapshot } = this;
    return isOwn(comment, snapshot) ? messages.yourEdit : messages.editOf(comment.author?.name || messages.anonymous);
  }

  /** The line beside the button: how much time is left, and whether the draft is saved. */
  get #note(): string {
    const { messages } = this;
    const { isRunning, left } = this.#countdown;
    return [isRunning && messages.timeLeft(timeLeft(left, this.formats.lang)), this.savedNote]
      .filter(Boolean)
      .join(' · ');
  }

  get #buttonText(): string {
    const { phase, messages } = this;
    if (phase.name === 'busy') return messages.saving;
    if (this.conflict) return messages.keepMine;
    return phase.name === 'failed' && !this.needsSignIn ? messages.tryAgain : messages.save;
  }

  /** Why the text can no longer be saved; empty while it can. The backend decides about a text that is on its way. */
  get #ended(): string {
    const { messages, snapshot, comment } = this;
    const { status = 'visible' } = comment;
    if (this.phase.name === 'busy') return '';
    if (status !== 'visible' && status !== 'pending') return messages.editedGone;
    if (snapshot.access.state !== 'open') return messages.closedWhileWriting;
    return this.#end && !this.#countdown.isRunning ? messages.editTimeOver : '';
  }

  get #posting(): Posting {
    return this.snapshot.info?.posting ?? {};
  }

  /** Loads the text to edit, unless a draft has filled the box. */
  async #load(): Promise<void> {
    const { comment } = this;
    this.source = { state: this.text ? 'ready' : 'loading' };
    if (!this.text) {
      const outcome = await this.write((writer) => writer.source(comment));
      if (outcome.type === 'failed') {
        this.source = { state: 'failed', error: outcome.error };
        this.notify(new CommentsErrorEvent(outcome.error, 'edit'));
      }
      if (outcome.type === 'aborted') this.source = { state: 'wanted' };
      if (outcome.type !== 'done') return;
      this.#original = { body: outcome.value, revision: comment.revision };
      this.text = outcome.value;
      this.#revision = comment.revision;
      this.source = { state: 'ready' };
    }
    this.#count();
    // Not if the reader has moved on meanwhile.
    if (this.closest('li')?.matches(':focus-within')) await this.focusOn('textarea');
  }

  #count(): void {
    this.left = this.countLeft(this.text, this.#posting.max, this.left);
  }

  protected override close(): void {
    if (this.phase.name !== 'busy') super.close();
  }

  readonly #onInput = (event: Event): void => {
    this.text = (event.target as HTMLTextAreaElement).value;
    this.problems = [];
    this.autosave.touch();
    this.#count();
  };

  readonly #onDiscard = (): void => {
    if (this.phase.name === 'busy') return;
    if (this.autosave.discard()) void this.focusOn('[part~=undo]');
    else this.close();
  };

  readonly #onTakeTheirs = (): void => {
    if (this.phase.name === 'busy') return;
    if (!this.conflict?.theirs) this.store.reload();
    this.#onDiscard();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'article-comments-edit-form': EditForm;
  }
}
