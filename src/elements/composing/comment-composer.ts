import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { duration } from '../../i18n/duration.js';
import type { AdapterError, Comment, Draft, Posting } from '../../model/adapter.js';
import type { DiscussionState } from '../../model/state/discussion-state.js';
import { type DraftProblem, draftProblems } from '../../model/drafts/draft-validation.js';
import type { DraftKey, DraftText } from '../../model/drafts/draft.js';
import type { DraftRecord } from '../../model/drafts/other-tabs.js';
import { PendingSubmission } from '../../model/posting/pending-submission.js';
import type { Accepted, DraftOutcome } from '../../model/posting/submit-outcome.js';
import { CommentsErrorEvent } from '../events/reading-events.js';
import { CommentsBeforeSubmitEvent, CommentsSubmitEvent } from '../events/writing-events.js';
import { characterCounter } from '../forms/character-counter.js';
import { Countdown } from '../forms/countdown.js';
import { DraftController } from '../forms/draft-controller.js';
import { FormAids } from '../formatting/form-aids.js';
import { problemText } from '../forms/problem-text.js';
import { acceptsPosts, isSignedOut, writerName } from '../../model/state/permissions.js';
import { IDLE, SubmitForm } from '../forms/submit-form.js';
import { elementId } from '../page/element-id.js';
import {
  acceptedText,
  challengeAnswer,
  ClosingWarning,
  failedText,
  notifyChoice,
  notifyValue,
  outcomesOf,
  parentNote,
  rejectedText,
  submitResult,
} from './composer-parts.js';
import { SlotAssignment } from './slot-assignment.js';
import { GuestEntries, type GuestValues } from '../forms/guest-entries.js';
import { guestFields, guestRules, guestValues } from '../forms/guest-fields.js';
import { LazyModule } from '../lazy-module.js';
import { shared } from '../shared.js';
import { settled } from './wait-until.js';

/** What an activated form works with. */
export interface ComposerContext {
  /** The store's state. */
  readonly snapshot: DiscussionState;
  /** What the draft in the form belongs to. */
  readonly draftKey: DraftKey;
}

/**
 * The form for a new comment or a reply. It takes over the text box that `Composing` renders, and renders the rest into the same shadow
 * root, so that parts and slots are the section's own. No other element's state contains its text: a key press costs the same with a
 * thousand comments on the page.
 *
 * @csspart composer-foot - The last line of the form, with the buttons.
 * @csspart composer-note - The name of the poster, and whether the draft is saved.
 * @csspart countdown - The waiting time until the next comment.
 * @csspart closing-soon - Notice that the discussion is about to close.
 * @csspart discard - Discards a text.
 * @csspart sign-out - Signs the reader out, or forgets a guest.
 *
 * @action sign-out - The reader was signed out. Calls the backend.
 */
export class CommentComposer extends SubmitForm {
  static override properties: PropertyDeclarations = {
    context: { attribute: false },
    parent: { attribute: false },
    problems: { state: true },
    left: { state: true },
    guestValues: { state: true },
  };

  /** Undefined until the form is activated. */
  context: ComposerContext | undefined;
  /** The comment replied to, as it is now; undefined in the form for new comments. */
  parent: Comment | undefined;

  private problems: readonly DraftProblem[] = [];
  /** Characters left; negative beyond the limit, undefined far from it. */
  private left: number | undefined;
  /** What the guest's fields were last filled with. */
  private guestValues: GuestValues = {};

  protected override readonly autosave = new DraftController(this, {
    read: () => this.#read(),
    fill: (draft) => this.#fill(draft),
  });
  readonly #countdown = new Countdown(this, () => this.announce(this.messages.rateLimitOver));
  readonly #pending = new PendingSubmission();
  readonly #closing = new ClosingWarning(this);
  readonly #challenges = new LazyModule(this, () => import('./challenge-form.js'));
  readonly #aids = new FormAids(this, () => this.parent?.id);
  /** The comment replied to, as it was when the reply was begun. */
  #parentBefore: Comment | undefined;
  /** The draft that was sent last. */
  #sending: DraftRecord | undefined;
  #textarea!: HTMLTextAreaElement;
  #form!: HTMLFormElement;

  constructor() {
    super();
    this.addEventListener('input', this.#onInput);
    new SlotAssignment(this);
  }

  protected override createRenderRoot(): HTMLElement {
    this.#textarea = this.querySelector('textarea')!;
    this.#form = this.querySelector('form')!;
    return this.querySelector<HTMLElement>('.rest')!;
  }

  /** Another section may have defined the element before this one's form is activated. */
  protected override shouldUpdate(): boolean {
    // The main button signs in, and a browser blocks a window that opens long after the press.
    if (isSignedOut(this.store.state)) this.prepareToWrite();
    return Boolean(this.context);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { draftKey } = this.context!;
    // Fields that come back after a sign-in hold what the guest entered last.
    if (!this.hasUpdated || !guestRules(this.#snapshot)) this.guestValues = this.#guest.values;
    if (changed.has('context')) {
      const before = this.autosave.record;
      this.autosave.moveTo(draftKey, this.#snapshot.hasExpired);
      // Don't show the previous viewer's outcome to the next one.
      if (before && before !== this.autosave.record) this.phase = IDLE;
      // Text typed before this code was loaded has not been counted.
      this.#count();
      if (this.#textarea.value !== '') this.prepareToWrite();
    }
    this.#parentBefore ??= this.parent;
    this.#closing.update(this.#snapshot.access);
    if (this.#closing.hasEnded(this.#canSend)) {
      this.phase = IDLE;
      if (this.#textarea.value.trim() !== '') this.announce(this.messages.closedWhileWriting);
    }
  }

  protected override updated(): void {
    this.#textarea.readOnly = !this.#isOpen || this.phase.name === 'busy';
    for (const label of this.#textarea.labels) label.hidden = this.#isGone;
    this.#textarea.hidden = this.#isGone || this.#aids.module?.isPreviewing === true;
    this.#textarea.setAttribute('aria-invalid', String(this.problems.some(({ field }) => field === 'body')));
    this.#textarea.setAttribute('aria-describedby', `${this.#id('problem')} ${this.#id('counter')}`);
  }

  /** Closes the form of a reply. The form for new comments stays open. */
  protected override close(): void {
    if (this.parent && this.context) this.run({ type: 'close-panel', id: this.parent.id });
  }

  /** Signs the viewer in if necessary, which needs no text; otherwise checks the text and posts it. `confirm`: the answer to a challenge. */
  override async submit(confirm = challengeAnswer(this.#form)): Promise<void> {
    const session = this.store.session();
    const { record } = this.autosave;
    // By a key: `Composing` opens the form first.
    if (!this.context) return this.#form.requestSubmit();
    if (!session || !record || !this.#isOpen || this.phase.name === 'busy') return;
    if (isSignedOut(this.#snapshot))
      return this.signIn(this.parent ? { action: 'reply', id: this.parent.id } : { action: 'submit' });
    this.#aids.module?.showText();
    const body = this.#textarea.value;
    const guest = guestValues(this.#form);
    this.problems = draftProblems({ body, guest }, { ...this.#posting, guest: guestRules(this.#snapshot) });
    if (this.problems.length > 0) return this.focusOn('[aria-invalid=true]');
    if (this.#countdown.isRunning) return this.announce(this.#waitText);
    this.phase = { name: 'busy' };
    this.#sending = record;
    const about = { parentId: this.parent?.id ?? null, viewer: this.#snapshot.viewer };
    const remember = guest && this.#guest.areRemembered && { remember: true };
    const wanted = { body, guest, ...about, ...remember, ...notifyValue(this.#form) };
    const { autosave } = this;
    const onSend = (draft: Draft) => this.#onSend({ ...draft, confirm });
    const written = await this.write((writer, { submitDraft }) =>
      record === autosave.record
        ? submitDraft(this.#pending, wanted, { writer, session, autosave, onSend })
        : Promise.resolve({ type: 'aborted' } as const),
    );
    // The code could not be loaded now; the text may have been sent earlier.
    const outcome: DraftOutcome =
      written.type === 'failed' ? { uncertain: this.#pending.sentText !== undefined, ...written } : written;
    if (outcome.type === 'failed' && outcome.error.info.challenge) await this.#challenges.load();
    if (record === this.autosave.record) this.#show(outcome);
    else {
      // The reader has taken another text into the form meanwhile.
      if (this.#sending === record && this.phase.name === 'busy') this.phase = IDLE;
      this.#report(outcome);
    }
  }

  protected override render(): TemplateResult {
    const { section, messages, problems } = this;
    if (this.#isGone) return this.autosave.renderAlone(this.#onClose);
    if (!this.#canSend) return this.renderUnsendable(messages.closedWhileWriting, this.#onDiscard);
    const problem = problemText('body', problems, section, this.parent);
    const isOut = isSignedOut(this.#snapshot);
    const waitText = html`<p part="countdown" class="outcome small muted">${this.#waitText}</p>`;
    return html`
      ${this.#aids.render()}${parentNote(this.parent, this.#parentBefore, messages)}${this.autosave.renderOffers()}
      <p part="closing-soon" class="problem small">${this.#closing.text}</p>
      ${problem ? nothing : characterCounter(this.left, this.#id('counter'), section)}
      <p id=${this.#id('problem')} part="problem" class="problem small">${problem}</p>
      ${this.#renderSignInNote(isOut)}
      ${guestFields(section, {
        id: (name) => this.#id(name),
        rules: guestRules(this.#snapshot),
        entries: this.#guest,
        values: this.guestValues,
        problems,
      })}
      ${isOut ? nothing : notifyChoice(this.#posting.notify, messages)}${this.autosave.renderDiscarded()}
      <slot name="composer-end"></slot>
      ${this.#renderOutcome()}${this.#countdown.isRunning ? waitText : nothing}${this.#renderFoot()}
    `;
  }

  /** How to sign in, for those who have to, and for members where guests may post, too. */
  #renderSignInNote(isOut: boolean): TemplateResult | typeof nothing {
    const { messages, phase } = this;
    if (this.#snapshot.viewer.state === 'signed-in') return nothing;
    const canSignIn = this.store.adapter?.signIn;
    const offer = canSignIn && html`${messages.haveAccount} ${this.signInButton({ action: 'submit' })}`;
    const text = isOut ? (canSignIn ? messages.signInLater : messages.signInElsewhere) : offer;
    const isExplained = phase.name === 'failed' && phase.text === messages.signInElsewhereToPost;
    const note = html`<p part="sign-in" class="outcome small muted">${text}</p>`;
    return html`<slot name="sign-in">${isExplained || !text ? nothing : note}</slot>`;
  }

  /** What the backend has answered: a challenge, an acceptance or a failure. */
  #renderOutcome(): TemplateResult | typeof nothing {
    const { phase, section, messages } = this;
    if (phase.name === 'challenged')
      return this.#challenges.module!.challengeForm(
        phase.challenge,
        this.parent,
        messages,
        (confirm) => void this.submit(confirm),
      );
    return phase.name === 'accepted' ? submitResult(phase, section) : this.renderAlert();
  }

  /** The last line: whether comments are moderated and the draft is saved, and the buttons. */
  #renderFoot(): TemplateResult {
    const { messages, phase, parent, autosave } = this;
    const isBusy = phase.name === 'busy';
    const isWaiting = this.#countdown.isRunning || this.isSigningIn;
    const hasSignOut = Boolean(this.store.adapter?.signOut);
    const isGuest = guestRules(this.#snapshot) && this.#guest.areRemembered;
    const canSignOut = !parent && (isGuest || (writerName(this.#snapshot) && hasSignOut));
    const leave = (): void => {
      if (isGuest) {
        this.#guest.remember(false);
        // In every form of the section. Each form also saves its draft, which holds what is in the fields.
        for (const input of this.section.root.querySelectorAll<HTMLInputElement>('.fields input')) {
          input.value = '';
          input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }
        this.requestUpdate();
        autosave.save();
      }
      if (hasSignOut) void this.signOut();
    };
    const signOutButton = html`
      <button part="button sign-out" class="link after" type="button" @click=${leave}>
        ${isGuest ? messages.notMe : messages.signOut}
      </button>
    `;
    const discard = html`
      <button part="button discard" class="muted" type="button" @click=${this.#onDiscard}>${messages.discard}</button>
    `;
    const cancel = html`
      <button part="button cancel" class="muted" type="button" @click=${() => this.close()}>${messages.cancel}</button>
    `;
    return html`
      <div part="composer-foot" class="foot small">
        <div class="start">
          <p part="composer-note">
            ${this.#posting.premoderated ? messages.premoderated : nothing} ${canSignOut ? signOutButton : nothing}
          </p>
          <p part="composer-note">${this.savedNote}</p>
        </div>
        ${isBusy ? nothing : autosave.saved !== 'no' ? discard : parent ? cancel : nothing}
        <button part="button post" class="primary" type="submit" aria-disabled=${isBusy || isWaiting}>${this.#postText}</button>
      </div>
    `;
  }

  /** The label of the button that posts. */
  get #postText(): string {
    const { messages, phase } = this;
    if (isSignedOut(this.#snapshot)) return messages.signInToPost;
    if (phase.name === 'busy') return messages.sending;
    if (phase.name === 'failed' && !phase.isRefusal) return messages.tryAgain;
    return this.parent ? messages.postReply : messages.post;
  }

  /** What guests enter about themselves, in any form. */
  get #guest(): GuestEntries {
    return shared(this.section, GuestEntries);
  }

  get #snapshot(): DiscussionState {
    return this.context!.snapshot;
  }

  /** An id that no other form in the section has. */
  #id(name: string): string {
    return this.parent ? elementId(name, this.parent.id) : name;
  }

  protected override get signInElsewhere(): string {
    return this.messages.signInElsewhereToPost;
  }

  get #isOpen(): boolean {
    return acceptsPosts(this.#snapshot);
  }

  /** Whether the text can be sent. A text that is on its way is for the backend to decide. */
  get #canSend(): boolean {
    return this.#isOpen || this.phase.name === 'busy';
  }

  /** Whether the box is empty and closed for writing. */
  get #isGone(): boolean {
    return !this.#isOpen && this.autosave.discarded === 'text';
  }

  get #posting(): Posting {
    return this.#snapshot.info?.posting ?? {};
  }

  get #waitText(): string {
    return this.messages.rateLimited(duration(this.#countdown.left, this.formats.lang));
  }

  #read(): DraftText | undefined {
    const body = this.#textarea.value;
    if (body.trim() === '') return undefined;
    return { body, guest: guestValues(this.#form), sent: this.#pending.sentText };
  }

  #fill(draft: DraftText): void {
    const { body } = draft;
    // A draft begun while signed out holds the guest's details. A different person may sign out of the account later.
    const guest = guestRules(this.#snapshot) && draft.guest;
    // Writing the same text would take the cursor to its end.
    if (this.#textarea.value !== body) this.#textarea.value = body;
    this.#aids.module?.showText();
    this.#pending.restore(draft, this.parent?.id ?? null);
    if (guest) this.#guest.enter(guest);
    this.guestValues = this.#guest.values;
    this.problems = [];
    this.#count();
  }

  /** The page may cancel the submission, or solve a challenge, which takes time. */
  async #onSend(draft: Draft): Promise<{ readonly confirm: string | undefined } | undefined> {
    const event = new CommentsBeforeSubmitEvent(draft);
    if (!this.notify(event)) return undefined;
    this.announce(this.messages.sending);
    return { confirm: (await settled(event.confirm)) ?? draft.confirm };
  }

  /** Reports the outcome of a text that the form no longer shows, which only dispatches its event. */
  #report(outcome: DraftOutcome): void {
    const { type } = outcome;
    if (type === 'failed') this.notify(new CommentsErrorEvent(outcome.error, 'submit'));
    else if (type === 'published' || type === 'pending' || type === 'invisible')
      this.notify(new CommentsSubmitEvent(type, outcome.comment));
  }

  #show(outcome: DraftOutcome): void {
    const { messages } = this;
    switch (outcome.type) {
      case 'aborted':
      case 'canceled':
        this.phase = IDLE;
        return;
      case 'arrived':
        this.store.reload();
        if (outcome.as) return this.#accept(outcome.as);
        this.phase = { name: 'accepted', text: messages.arrivedEarlier, id: undefined };
        return void this.reveal('[part=outcome]');
      case 'viewer-changed':
        return this.#refuse(outcomesOf(this.parent, messages).viewerChanged);
      case 'failed':
        return this.#fail(outcome.error, outcome.uncertain);
      case 'rejected':
        return this.#refuse(rejectedText(outcome.reason, this.parent, messages));
      case 'published':
      case 'pending':
      case 'invisible':
        return this.#accept(outcome);
    }
  }

  #accept(outcome: Accepted): void {
    const text = acceptedText(outcome, this.parent, this.messages);
    const id = outcome.comment?.id;
    this.announce(text);
    this.notify(new CommentsSubmitEvent(outcome.type, outcome.comment));
    // The form of a reply closes, and the focus moves to the reply.
    if (this.parent) this.run({ type: 'close-panel', id: this.parent.id, panel: 'reply', show: id });
    else this.phase = { name: 'accepted', text, id };
    void this.reveal('[part=outcome]');
    // In this order the new comment is below the form. In others it may be pages away, and the message has a button that shows it.
    if (!this.parent && id && this.#snapshot.sort === 'newest' && !this.hasReaderMovedOn)
      this.run({ type: 'reveal-comment', id });
  }

  #refuse(text: string): void {
    this.phase = { name: 'failed', text, isRefusal: true };
    void this.reveal('[role=alert]');
  }

  #fail(error: AdapterError, isUncertain: boolean): void {
    const { challenge, retryAfter, field } = error.info;
    if (error.kind === 'rate-limited' && retryAfter !== undefined) this.#countdown.start(retryAfter);
    this.showFailure(error, failedText(error, isUncertain, this.parent, this.messages), 'submit');
    if (field) this.problems = [{ field, problem: 'refused' }];
    if (error.kind !== 'confirm' || !challenge || !this.#challenges.module) return;
    this.phase = { name: 'challenged', challenge };
    void this.focusOn('[name=answer]').then(() => this.reveal('[part=challenge]'));
  }

  #count(): void {
    this.left = this.countLeft(this.#textarea.value, this.#posting.max, this.left);
  }

  readonly #onInput = (): void => {
    if (!this.context) return;
    this.prepareToWrite();
    this.autosave.touch();
    this.#guest.enter(guestValues(this.#form));
    this.#count();
    if (this.problems.length > 0) this.problems = [];
    if (this.phase.name === 'accepted') this.phase = IDLE;
  };

  readonly #onDiscard = (): void => {
    const { sentKey } = this.#pending;
    if (sentKey) void this.write(async (writer) => writer.forget(sentKey));
    this.phase = IDLE;
    if (this.autosave.discard()) void this.focusOn(this.#isOpen ? 'textarea' : '[part~=undo]');
  };

  readonly #onClose = (): void => {
    this.autosave.settle();
    if (this.parent) this.close();
    else this.run({ type: 'focus-composer' });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'article-comments-composer': CommentComposer;
  }
}
