import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { renderText } from '../../content/text.js';
import { duration } from '../../i18n/duration.js';
import { timeLeft } from '../../i18n/time-left.js';
import type { AdapterError, Comment, CommentId, Posting } from '../../model/adapter.js';
import type { DiscussionState } from '../../model/discussion/discussion-state.js';
import { type DraftProblem, draftProblems } from '../../model/drafts/draft-validation.js';
import { editableText } from '../../model/text/editable-text.js';
import { copyText } from './copy-text.js';
import { Countdown } from '../compose/countdown.js';
import { counter } from '../compose/character-counter.js';
import { DraftAutosave } from '../compose/draft-autosave.js';
import { errorText } from '../section/error-text.js';
import { failure } from '../section/failure.js';
import { problemText } from '../compose/guest-fields.js';
import { unsendableText } from '../compose/unsendable-text.js';
import { CommentsErrorEvent } from '../events.js';
import { CommentsEditEvent } from '../writing-events.js';
import { IDLE, SubmitForm } from './submit-form.js';

/** How long before its end the time for editing is spoken of, in milliseconds. */
const LAST_CALL = 60_000;

/** What the box holds: the text is on its way, could not be had, or is there. */
type Source = { readonly state: 'loading' | 'ready' } | { readonly state: 'failed'; readonly error: AdapterError };

/**
 * The form to change a comment in. What was typed stays until the backend has taken it: when the time for editing ends,
 * when the discussion closes, when somebody else was faster.
 */
export class EditForm extends SubmitForm {
  static override properties: PropertyDeclarations = {
    snapshot: { attribute: false },
    comment: { attribute: false },
    text: { state: true },
    source: { state: true },
    problems: { state: true },
    left: { state: true },
    conflict: { state: true },
    copied: { state: true },
  };

  /** The store's present state. */
  snapshot!: DiscussionState;
  /** The comment as it is at present. */
  comment!: Comment;
  /** Called when the reader is done here; focus goes back to the button. */
  onClose!: (id: CommentId) => unknown;

  private text = '';
  private source: Source = { state: 'loading' };
  private problems: readonly DraftProblem[] = [];
  /** What is left of the length limit, once that is near; negative beyond it. */
  private left: number | undefined;
  /** Somebody else has changed the comment; `theirs` is how it is now, where that is known. */
  private conflict: { readonly theirs: Comment | undefined } | undefined;
  private copied = '';

  protected override readonly keeper = new DraftAutosave(this, {
    read: () => (this.text.trim() === '' || this.text === this.#original ? undefined : { body: this.text, revision: this.#revision }),
    fill: ({ body, revision }) => {
      this.text = body;
      this.#revision = revision;
    },
  });
  readonly #countdown = new Countdown(this, () => {});
  /** The text that was there to begin with; undefined where what is in the box was typed on an earlier visit. */
  #original: string | undefined;
  /** The version that the text started from. */
  #revision: string | undefined;
  /** When the time for editing ends by this machine's clock, in milliseconds since the epoch. */
  #end = NaN;
  #isLastCall = false;
  #hadEnded = false;

  constructor() {
    super();
    this.addEventListener('input', this.#onInput);
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.phase.name !== 'busy') this.onClose(this.comment.id);
    });
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { comment, snapshot, messages } = this;
    if (changed.has('snapshot')) {
      const { discussion, viewer } = snapshot;
      this.keeper.moveTo({ discussion: discussion?.key ?? '', edit: comment.id, viewer }, this.drafts, this.phase !== IDLE);
      // The backend's clock decides, however wrong this machine's is.
      const end = snapshot.viewer.moderator ? NaN : Date.parse(comment.editableUntil ?? '') - snapshot.clockOffset;
      if (end !== this.#end && end) this.#countdown.start((end - Date.now()) / 1000);
      this.#end = end;
    }
    if (!this.hasUpdated) void this.#load();
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
    this.problems = draftProblems({ body: text }, { ...this.#posting, guest: undefined });
    if (this.problems.length > 0) return this.focusOn('textarea');
    if (text === this.#original && !this.conflict) return this.#close();
    // The form may be closed before the answer comes; what the answer is, is told all the same.
    const root = this.getRootNode();
    this.phase = { name: 'busy' };
    this.keeper.keep();
    this.announce(messages.sending);
    const outcome = await this.writer.edit({ id: comment.id, body: text, ...(this.#revision && { revision: this.#revision }) });
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
        this.keeper.keep();
        root.dispatchEvent(new CommentsErrorEvent(outcome.error, 'edit'));
        return;
      case 'done':
        this.keeper.discard();
        this.announce(messages.saved);
        root.dispatchEvent(new CommentsEditEvent(outcome.value));
        if (this.isConnected) this.#close();
    }
  }

  protected override render(): TemplateResult {
    const { messages, source, text, problems, conflict } = this;
    const cancel = html`<button part="button cancel" type="button" @click=${this.#onDiscard}>${messages.cancel}</button>`;
    if (source.state !== 'ready')
      return html`${
        source.state === 'failed'
          ? failure(messages.sourceFailed(errorText(source.error, messages)), messages, () => void this.#load())
          : html`<p role="status" class="muted">${messages.sourceLoading}</p>`
      }<div class="foot">${cancel}</div>`;
    const ended = this.#ended;
    const theirs = conflict?.theirs;
    return html`<form novalidate><div class=${theirs ? 'fields' : ''}><div><label part="label" for="edit-body">${messages.yourEdit}</label><textarea part="textbox" id="edit-body" rows="4" aria-invalid=${problems.length > 0} aria-describedby="edit-problem edit-counter" ?readonly=${ended !== '' || this.phase.name === 'busy'} .value=${text}></textarea>${counter(
      this.left,
      'edit-counter',
      this,
    )}<p id="edit-problem" part="problem" class="problem">${problemText('body', problems, messages, this.formats)}</p></div>${
      theirs
        ? html`<div part="theirs"><b>${messages.theirVersion}</b><div part="body" class="body" dir="auto">${renderText(editableText(theirs.body))}</div></div>`
        : nothing
    }</div>${
      ended
        ? unsendableText({ messages, text: ended, copied: this.copied, onDiscard: this.#onDiscard, onCopy: this.#onCopy })
        : html`${conflict ? html`<p role="alert" part="conflict" class="outcome problem">${messages.editConflict}</p>` : nothing}${this.renderAlert()}${this.renderSignIn(
            { action: 'edit', id: this.comment.id },
          )}<div class="foot"><span class="start">${this.#note}</span>${
            conflict
              ? html`<button part="button take-theirs" type="button" @click=${this.#onTakeTheirs}>${messages.takeTheirs}</button>`
              : cancel
          }<button part="button save" class="primary" type="submit" aria-disabled=${this.phase.name === 'busy'}>${this.#buttonText}</button></div>`
    }</form>`;
  }

  /** What stands beside the button: how long the text may still be changed, and whether it is safe. */
  get #note(): string {
    const { messages } = this;
    const { isRunning, left } = this.#countdown;
    const isSaved = { no: '', stored: messages.draftSaved, memory: messages.draftNotKept }[this.keeper.saved];
    return [isRunning && messages.timeLeft(timeLeft(left, this.formats.lang)), isSaved].filter(Boolean).join(' · ');
  }

  get #buttonText(): string {
    const { phase, messages } = this;
    if (phase.name === 'busy') return messages.sending;
    if (this.conflict) return messages.keepMine;
    return phase.name === 'failed' && !this.needsSignIn ? messages.tryAgain : messages.save;
  }

  /** Why the text can no longer be saved; empty while it can. Whatever is being sent is the backend's to judge. */
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

  /** Fills the box, unless a draft has done so. */
  async #load(): Promise<void> {
    const { comment } = this;
    this.source = { state: this.text ? 'ready' : 'loading' };
    if (!this.text) {
      const outcome = await this.writer.source(comment);
      if (outcome.type === 'failed') {
        this.source = { state: 'failed', error: outcome.error };
        this.dispatchEvent(new CommentsErrorEvent(outcome.error, 'edit'));
      }
      if (outcome.type !== 'done') return;
      this.#original = this.text = outcome.value;
      this.#revision = comment.revision;
      this.source = { state: 'ready' };
    }
    this.#count();
    // Whoever has gone elsewhere in the meantime is left there.
    if (this.closest('li')?.matches(':focus-within')) await this.focusOn('textarea');
  }

  #count(): void {
    this.left = this.leftOf(this.text, this.#posting.max, this.left);
  }

  #close(): void {
    this.onClose(this.comment.id);
  }

  readonly #onInput = (event: Event): void => {
    this.text = (event.target as HTMLTextAreaElement).value;
    this.problems = [];
    this.keeper.touch();
    this.#count();
  };

  readonly #onDiscard = (): void => {
    if (this.phase.name === 'busy') return;
    this.keeper.discard();
    this.#close();
  };

  readonly #onTakeTheirs = (): void => {
    if (this.phase.name === 'busy') return;
    if (!this.conflict?.theirs) this.store.reload();
    this.announce(this.messages.theirsTaken);
    this.#onDiscard();
  };

  readonly #onCopy = async (): Promise<void> => {
    this.copied = (await copyText(this.querySelector('textarea')!)) ? this.messages.textCopied : this.messages.copyRefused;
    this.announce(this.copied);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'article-comments-edit-form': EditForm;
  }
}
