import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { duration } from '../../i18n/duration.js';
import type { AdapterError, Comment, CommentId, Posting } from '../../model/adapter.js';
import type { DiscussionState } from '../../model/discussion/discussion-state.js';
import { type DraftProblem, draftProblems } from '../../model/drafts/draft-validation.js';
import type { DraftPlace } from '../../model/drafts/draft-key.js';
import type { StoredDraft } from '../../model/drafts/draft-store.js';
import type { Intent, SubmitOutcome } from '../../model/writes/submission.js';
import { challengeForm } from './challenge-form.js';
import { closingWarning } from './closing-warning.js';
import { composerNote } from './composer-note.js';
import { counter } from './character-counter.js';
import { parentNote } from './parent-note.js';
import { copyText } from '../forms/copy-text.js';
import { Countdown } from './countdown.js';
import { DraftAutosave } from './draft-autosave.js';
import { guestFields, guestValues, problemText } from './guest-fields.js';
import { unsendableText } from './unsendable-text.js';
import { PendingSubmission } from './pending-submission.js';
import { signInNote } from './sign-in-note.js';
import { SlotAssignment } from './slot-assignment.js';
import { submitResult } from './submit-result.js';
import { CommentsBeforeSubmitEvent, CommentsSubmitEvent } from '../writing-events.js';
import { IDLE, SubmitForm } from '../forms/submit-form.js';

/**
 * The form to write a comment in. It works on the text box that the section has drawn, and draws the rest into the same
 * shadow root, so that parts and slots are the section's own. Its text is in no other element's state: a key costs the
 * same with a thousand comments on the page.
 */
export class CommentComposer extends SubmitForm {
  static override properties: PropertyDeclarations = {
    snapshot: { attribute: false },
    place: { attribute: false },
    now: { attribute: false },
    problems: { state: true },
    left: { state: true },
    guest: { state: true },
    copied: { state: true },
    parent: { attribute: false },
    entered: { attribute: false },
  };

  /** The store's present state. */
  snapshot!: DiscussionState;
  /** Whose text this is, and where it belongs. */
  place!: DraftPlace;
  /** Brings a comment into view. */
  showComment!: (id: CommentId) => unknown;
  /** Called when the text has been thrown away. */
  onDiscard!: () => void;
  /** The present, in milliseconds since the epoch. */
  now = 0;
  /** The comment that is answered, as it is at present; absent: none is. */
  parent: Comment | undefined;
  /** What a guest has entered in any form of the section, which all of them share: nobody says twice who they are. */
  entered!: NonNullable<StoredDraft['guest']>;
  /** Called when a reply is done, or given up. */
  onClose!: (id: CommentId) => unknown;

  private problems: readonly DraftProblem[] = [];
  /** What is left of the length limit, once that is near; negative beyond it. */
  private left: number | undefined;
  /** What the guest's fields were last filled with. */
  private guest: NonNullable<StoredDraft['guest']> = {};
  /** Beside the text that a closed discussion does not take. */
  private copied = '';

  protected override readonly keeper = new DraftAutosave(this, {
    read: () =>
      this.#textarea.value.trim() === ''
        ? undefined
        : {
            body: this.#textarea.value,
            guest: guestValues(this.#form),
            forSignIn: this.#isSignedOut || undefined,
            ...this.#last.doubtOf(this.#textarea.value),
          },
    fill: (draft) => this.#fill(draft),
  });
  readonly #countdown = new Countdown(this, () => this.announce(this.messages.rateLimitOver));
  #warned = false;
  /** The comment that is answered, as it was when the reply was begun. */
  #answered: Comment | undefined;
  #textarea!: HTMLTextAreaElement;
  #form!: HTMLFormElement;
  readonly #last = new PendingSubmission();

  constructor() {
    super();
    this.addEventListener('input', this.#onInput);
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.parent && this.snapshot) this.onClose(this.parent.id);
    });
    new SlotAssignment(this);
  }

  protected override createRenderRoot(): HTMLElement {
    this.#textarea = this.querySelector('textarea')!;
    this.#form = this.querySelector('form')!;
    return this.querySelector<HTMLElement>('.rest')!;
  }

  /** The tag may have been registered for another section: this one's form wakes up when its own section needs it. */
  protected override shouldUpdate(): boolean {
    return Boolean(this.snapshot);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated) this.guest = { ...this.entered };
    if (changed.has('place')) {
      this.keeper.moveTo(this.place, this.drafts, this.phase.name === 'busy' || this.phase.name === 'failed');
      // What was typed before this code was there has not been counted.
      this.#count();
    }
    this.#answered ??= this.parent;
    const warning = this.#warning;
    if (warning && !this.#warned) this.announce(warning);
    this.#warned = Boolean(warning);
    if (changed.get('snapshot')?.access.state === 'open' && !this.#isOpen) {
      this.phase = IDLE;
      if (this.#textarea.value.trim() !== '') this.announce(this.messages.closedWhileWriting);
    }
  }

  protected override updated(): void {
    this.#textarea.readOnly = !this.#isOpen || this.phase.name === 'busy';
    this.#textarea.setAttribute('aria-invalid', String(this.problems.some(({ field }) => field === 'body')));
    this.#textarea.setAttribute('aria-describedby', `${this.#id('problem')} ${this.#id('counter')}`);
  }

  /** Checks the text, signs in where that is needed, and posts. `confirm`: the answer to a challenge. */
  override async submit(confirm = this.#answer): Promise<void> {
    const discussion = this.snapshot?.discussion;
    if (!discussion || !this.#isOpen || this.phase.name === 'busy') return;
    const body = this.#textarea.value;
    const guest = guestValues(this.#form);
    this.problems = draftProblems({ body, guest }, { ...this.#posting, guest: this.#guestRules });
    if (this.problems.length > 0) return this.focusOn('[aria-invalid=true]');
    if (this.#isSignedOut) return this.signIn({ action: 'submit' });
    if (this.#countdown.isRunning) return this.announce(this.#waiting);
    this.phase = { name: 'busy' };
    const next = await this.#last.next({ body, guest, parentId: this.#parentId }, this.writer);
    if (next.type === 'failed') return this.#refused(next.error);
    if (next.type === 'arrived') {
      this.store.reload();
      this.phase = { name: 'taken', text: this.messages.arrivedEarlier, id: undefined };
      return;
    }
    const { intent } = next;
    const event = new CommentsBeforeSubmitEvent({ ...intent, confirm, discussion });
    if (!this.dispatchEvent(event)) {
      this.phase = IDLE;
      return;
    }
    this.#last.sending(intent);
    this.keeper.keep();
    this.announce(this.messages.sending);
    this.#settle(await this.writer.submit({ ...intent, confirm: event.confirm ?? confirm }), intent);
  }

  protected override render(): TemplateResult {
    const { messages, formats, phase, copied } = this;
    if (!this.#isOpen)
      return unsendableText({ messages, text: messages.closedWhileWriting, copied, onDiscard: this.#onDiscard, onCopy: this.#onCopy });
    const problem = problemText('body', this.problems, messages, formats);
    return html`${parentNote(this.parent, this.#answered, messages)}<p part="closing-soon" class="problem small">${this.#warning}</p>${counter(problem ? undefined : this.left, this.#id('counter'), this)}
      <p id=${this.#id('problem')} part="problem" class="problem small">${problem}</p>
      ${guestFields({
        id: (name) => this.#id(name),
        rules: this.#guestRules,
        values: this.guest,
        problems: this.problems,
        messages,
        formats,
      })}<slot name="composer-end"></slot>${this.#isSignedOut ? signInNote(messages, this.store.adapter, phase.name === 'failed' ? phase.text : '') : nothing}${this.#renderPhase()}${
        this.#countdown.isRunning ? html`<p part="countdown" class="outcome small muted">${this.#waiting}</p>` : nothing
      }
      <div part="composer-foot" class="foot small">
        <span part="composer-note" class="start">${composerNote({
          snapshot: this.snapshot,
          saved: this.keeper.saved,
          messages,
          onSignOut: this.parent ? undefined : this.store.adapter?.signOut && this.#onSignOut,
        })}</span>${
          phase.name === 'busy'
            ? nothing
            : this.keeper.saved === 'no'
              ? this.parent
                ? html`<button part="button cancel" class="muted" type="button" @click=${() => this.onClose(this.parent!.id)}>${messages.cancel}</button>`
                : nothing
              : html`<button part="button discard" class="muted" type="button" @click=${this.#onDiscard}>${messages.discard}</button>`
        }<button part="button post" class="primary" type="submit" aria-disabled=${phase.name === 'busy' || this.#countdown.isRunning}>
          ${this.#buttonText}
        </button>
      </div>`;
  }

  #renderPhase(): TemplateResult | typeof nothing {
    const { phase, messages } = this;
    if (phase.name === 'challenged') return challengeForm(phase.challenge, messages, (confirm) => void this.submit(confirm));
    if (phase.name !== 'taken') return this.renderAlert();
    return submitResult(phase, messages, this.showComment);
  }

  get #warning(): string | undefined {
    return closingWarning(this.snapshot.access, this);
  }

  get #parentId(): CommentId | null {
    return this.parent?.id ?? null;
  }

  /** An id that no other form in the section has. */
  #id(name: string): string {
    return this.parent ? `${name}-${this.parent.id}` : name;
  }

  get #isOpen(): boolean {
    return this.snapshot.access.state === 'open' && !this.#posting.refusal;
  }

  get #posting(): Posting {
    return this.snapshot.info?.posting ?? {};
  }

  get #guestRules(): Posting['guest'] {
    return this.snapshot.viewer.state === 'signed-in' ? undefined : this.#posting.guest;
  }

  get #isSignedOut(): boolean {
    return this.#posting.who === 'signed-in' && this.snapshot.viewer.state !== 'signed-in';
  }

  get #buttonText(): string {
    const { phase, messages } = this;
    if (this.#isSignedOut) return messages.signInToPost;
    if (phase.name === 'busy') return messages.sending;
    if (phase.name === 'failed' && !phase.isRefusal) return messages.tryAgain;
    return this.parent ? messages.postReply : messages.post;
  }

  get #waiting(): string {
    return this.messages.rateLimited(duration(this.#countdown.left, this.formats.lang));
  }

  /** What the reader typed as the answer to a captcha. */
  get #answer(): string | undefined {
    return this.#form.querySelector<HTMLInputElement>('[name=answer]')?.value || undefined;
  }

  #fill(draft: StoredDraft): void {
    const { body, guest } = draft;
    this.#textarea.value = body;
    this.#last.restore(draft, this.#parentId);
    if (guest) Object.assign(this.entered, (this.guest = guest));
    this.problems = [];
    this.#count();
  }

  #settle(outcome: SubmitOutcome, intent: Intent): unknown {
    const { messages } = this;
    switch (outcome.type) {
      case 'aborted':
        this.phase = IDLE;
        return;
      case 'failed':
        this.#last.failed(intent, outcome.uncertain);
        this.keeper.keep();
        return this.#refused(outcome.error);
      case 'rejected':
        this.#last.answered();
        this.keeper.keep();
        this.phase = { name: 'failed', text: messages.rejected(outcome.reason), isRefusal: true };
        return;
      case 'published':
      case 'pending':
      case 'invisible': {
        const text = { published: messages.published, pending: messages.held, invisible: messages.invisible }[outcome.type];
        const said = [text, outcome.reason].filter(Boolean).join(' ');
        this.keeper.discard();
        this.announce(said);
        this.dispatchEvent(new CommentsSubmitEvent(outcome.type, outcome.comment));
        if (this.parent) return this.#replied(this.parent.id, outcome.comment?.id);
        this.phase = { name: 'taken', text: said, id: outcome.comment?.id };
      }
    }
  }

  /** A reply stands below what it answers; its form goes, and whoever wrote it goes on there. */
  async #replied(parent: CommentId, id: CommentId | undefined): Promise<void> {
    await this.onClose(parent);
    if (id !== undefined) await this.showComment(id);
  }

  #refused(error: AdapterError): void {
    const { messages } = this;
    const { challenge, retryAfter, stored } = error.info;
    if (error.kind === 'rate-limited' && retryAfter !== undefined) this.#countdown.start(retryAfter);
    // "Not posted" would be a guess where a backend may have taken it before it fell silent.
    this.fail(error, error.kind === 'timeout' || stored === 'maybe' ? messages.postUncertain : messages.postFailed, 'submit');
    const { field } = error.info;
    if (field) this.problems = [{ field, problem: 'refused' }];
    if (error.kind !== 'confirm' || !challenge) return;
    this.phase = { name: 'challenged', challenge };
    void this.focusOn('[name=answer]');
  }

  #count(): void {
    this.left = this.leftOf(this.#textarea.value, this.#posting.max, this.left);
  }

  readonly #onInput = (): void => {
    if (!this.snapshot) return;
    this.keeper.touch();
    Object.assign(this.entered, guestValues(this.#form));
    this.#count();
    if (this.problems.length > 0) this.problems = [];
    if (this.phase.name === 'taken') this.phase = IDLE;
  };

  readonly #onDiscard = (): void => {
    this.#last.giveUp(this.writer);
    this.phase = IDLE;
    this.keeper.discard();
    if (this.parent) this.onClose(this.parent.id);
    else this.onDiscard();
  };

  readonly #onCopy = async (): Promise<void> => {
    this.copied = (await copyText(this.#textarea)) ? this.messages.textCopied : this.messages.copyRefused;
    this.announce(this.copied);
  };

  readonly #onSignOut = async (): Promise<void> => {
    // Whoever sits here next must not find this text; its writer does, after signing in again.
    this.keeper.flush();
    const outcome = await this.writer.signOut();
    if (outcome.type === 'failed') this.fail(outcome.error, this.messages.signOutFailed, 'sign-in');
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'article-comments-composer': CommentComposer;
  }
}
