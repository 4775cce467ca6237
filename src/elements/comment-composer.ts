import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { duration } from '../i18n/duration.js';
import type { AdapterError, CommentId, GuestField, Posting } from '../model/adapter.js';
import type { DiscussionState } from '../model/discussion-state.js';
import { type DraftProblem, draftProblems } from '../model/draft-problems.js';
import type { DraftPlace } from '../model/draft-place.js';
import type { StoredDraft } from '../model/draft-store.js';
import type { Intent, SubmitOutcome } from '../model/submission.js';
import { textLength } from '../model/text-length.js';
import { challengeForm } from './challenge-form.js';
import { copyText } from './copy-text.js';
import { Countdown } from './countdown.js';
import { DraftKeeper } from './draft-keeper.js';
import { guestFields, problemText } from './guest-fields.js';
import { keptText } from './kept-text.js';
import { submitKey } from './submit-key.js';
import { CommentsBeforeSubmitEvent, CommentsSubmitEvent } from './writing-events.js';
import { IDLE, WritingForm } from './writing-form.js';

/** How long before a timed close the writer is warned, in milliseconds. */
const CLOSING_SOON = 10 * 60_000;

/** The part of a length limit that is left when the counter is shown. */
const NEAR_LIMIT = 0.2;

/**
 * The form to write a comment in. It works on the text box that the section has drawn, and draws the rest into the same
 * shadow root, so that parts and slots are the section's own. Its text is in no other element's state: a key costs the
 * same with a thousand comments on the page.
 */
export class CommentComposer extends WritingForm {
  static override properties: PropertyDeclarations = {
    snapshot: { attribute: false },
    place: { attribute: false },
    now: { attribute: false },
    problems: { state: true },
    left: { state: true },
    guest: { state: true },
    copied: { state: true },
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
  /** The comment that is answered. */
  parentId: CommentId | null = null;

  private problems: readonly DraftProblem[] = [];
  /** What is left of the length limit, once that is near; negative beyond it. */
  private left: number | undefined;
  /** What the guest's fields were last filled with. */
  private guest: NonNullable<StoredDraft['guest']> = {};
  /** Beside the text that a closed discussion does not take. */
  private copied = '';

  protected override readonly keeper = new DraftKeeper(this, {
    read: () =>
      this.#textarea.value.trim() === ''
        ? undefined
        : { body: this.#textarea.value, guest: this.#guestValues(), forSignIn: this.#isSignedOut || undefined, ...this.#doubt },
    fill: (draft) => this.#fill(draft),
  });
  readonly #countdown = new Countdown(this, () => this.announce(this.messages.rateLimitOver));
  #warned = false;
  #textarea!: HTMLTextAreaElement;
  #form!: HTMLFormElement;
  /** What was last sent and not taken: the same text again is the same intent. */
  #sent: Intent | undefined;

  constructor() {
    super();
    this.addEventListener('input', this.#onInput);
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
    if (changed.has('place')) this.keeper.moveTo(this.place, this.drafts, this.phase.name === 'busy' || this.phase.name === 'failed');
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
    this.#textarea.setAttribute('aria-describedby', 'body-problem counter');
  }

  /** Checks the text, signs in where that is needed, and posts. `confirm`: the answer to a challenge. */
  override async submit(confirm = this.#answer): Promise<void> {
    const discussion = this.snapshot?.discussion;
    if (!discussion || !this.#isOpen || this.phase.name === 'busy') return;
    const body = this.#textarea.value;
    const guest = this.#guestValues();
    this.problems = draftProblems({ body, guest }, { ...this.#posting, guest: this.#guestRules });
    if (this.problems.length > 0) return this.focusOn('[aria-invalid=true]');
    if (this.#isSignedOut) return this.signIn({ action: 'submit' });
    if (this.#countdown.isRunning) return this.announce(this.#waiting);
    this.phase = { name: 'busy' };
    const intent = await this.#intent(body, guest);
    if (!intent) return;
    const event = new CommentsBeforeSubmitEvent({ ...intent, confirm, discussion });
    if (!this.dispatchEvent(event)) {
      this.phase = IDLE;
      return;
    }
    // From here until the answer nobody knows whether it is stored; a reload in between must know that much.
    this.#sent = { ...intent, uncertainSince: intent.uncertainSince ?? Date.now() };
    this.keeper.keep();
    this.announce(this.messages.sending);
    this.#settle(await this.writer.submit({ ...intent, confirm: event.confirm ?? confirm }), intent);
  }

  protected override render(): TemplateResult {
    const { messages, formats, phase } = this;
    if (!this.#isOpen) return keptText({ messages, copied: this.copied, onDiscard: this.#onDiscard, onCopy: this.#onCopy });
    return html`<p part="closing-soon" class="problem small">${this.#warning}</p>${this.#renderCounter()}
      <p id="body-problem" part="problem" class="problem small">${problemText('body', this.problems, messages, formats)}</p>
      ${guestFields({
        rules: this.#guestRules,
        values: this.guest,
        problems: this.problems,
        messages,
        formats,
      })}<slot name="composer-end"></slot>${
        this.#isSignedOut
          ? html`<slot name="sign-in"
              ><p part="sign-in" class="outcome small muted">
                ${this.store.adapter?.signIn ? messages.signInLater : messages.signInElsewhere}
              </p></slot
            >`
          : nothing
      }${this.#renderPhase()}${
        this.#countdown.isRunning ? html`<p part="countdown" class="outcome small muted">${this.#waiting}</p>` : nothing
      }
      <div part="composer-foot" class="foot small">
        <span part="composer-note" class="start">${this.#renderNote()}</span>${
          this.keeper.saved === 'no' || phase.name === 'busy'
            ? nothing
            : html`<button part="button discard" class="muted" type="button" @click=${this.#onDiscard}>${messages.discard}</button>`
        }<button part="button post" class="primary" type="submit" aria-disabled=${phase.name === 'busy' || this.#countdown.isRunning}>
          ${this.#buttonText}
        </button>
      </div>`;
  }

  /** Some minutes before a timed close, whoever is writing must know. */
  get #warning(): string | undefined {
    const { access } = this.snapshot;
    if (access.state !== 'open' || access.closesAt === undefined || access.closesAt - this.now > CLOSING_SOON) return undefined;
    return this.messages.closesIn(duration(Math.max(access.closesAt - this.now, 60_000), this.formats.lang));
  }

  #renderPhase(): TemplateResult | typeof nothing {
    const { phase, messages } = this;
    if (phase.name === 'challenged') return challengeForm(phase.challenge, messages, (confirm) => void this.submit(confirm));
    if (phase.name !== 'taken') return this.renderAlert();
    const { text, id } = phase;
    const show = html`<button part="button show" class="link after" type="button" @click=${() => id && this.showComment(id)}>${messages.showComment}</button>`;
    return html`<p part="outcome" class="outcome small">${text}${id === undefined ? nothing : show}</p>`;
  }

  #renderCounter(): TemplateResult {
    const { left, messages, formats } = this;
    const text =
      left === undefined
        ? ''
        : left < 0
          ? messages.charactersOver(-left, formats.number(-left))
          : messages.charactersLeft(left, formats.number(left));
    return html`<p id="counter" part="counter" class=${(left ?? 0) < 0 ? 'problem small' : 'muted small'}>${text}</p>`;
  }

  #renderNote(): unknown {
    const { messages, snapshot } = this;
    const name = snapshot.viewer.state === 'signed-in' ? snapshot.viewer.author?.name : undefined;
    const saved = { no: '', stored: messages.draftSaved, memory: messages.draftNotKept }[this.keeper.saved];
    const text = [name && messages.postingAs(name), this.#posting.premoderated && messages.premoderated, saved].filter(Boolean).join(' · ');
    const canLeave = name !== undefined && this.store.adapter?.signOut;
    return html`${text}${canLeave ? html`<button part="button sign-out" class="link after" type="button" @click=${this.#onSignOut}>${messages.signOut}</button>` : nothing}`;
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
    return phase.name === 'busy' ? messages.sending : phase.name === 'failed' && !phase.isRefusal ? messages.tryAgain : messages.post;
  }

  get #waiting(): string {
    return this.messages.rateLimited(duration(this.#countdown.left, this.formats.lang));
  }

  /** What the reader typed as the answer to a captcha. */
  get #answer(): string | undefined {
    return this.#form.querySelector<HTMLInputElement>('#answer')?.value || undefined;
  }

  /** What must be known of an earlier sending of this very text after a reload. */
  get #doubt(): Pick<StoredDraft, 'submitKey' | 'uncertainSince'> {
    const { submitKey, uncertainSince, body } = this.#sent ?? {};
    return body === this.#textarea.value ? { submitKey, uncertainSince } : {};
  }

  #guestValues(): Partial<Record<GuestField, string>> | undefined {
    const inputs = [...this.#form.querySelectorAll<HTMLInputElement>('.fields input')];
    return inputs.length === 0 ? undefined : Object.fromEntries(inputs.map(({ name, value }) => [name, value.trim()]));
  }

  #fill({ body, guest, submitKey, uncertainSince }: StoredDraft): void {
    this.#textarea.value = body;
    this.#sent = submitKey === undefined ? undefined : { body, guest, submitKey, uncertainSince, parentId: this.parentId };
    if (guest) this.guest = guest;
    this.problems = [];
    this.#count();
  }

  /** The same text again is the same intent. Changed text is a new one, once it is clear that the old one did not arrive. */
  async #intent(body: string, guest: Intent['guest']): Promise<Intent | undefined> {
    const sent = this.#sent;
    if (sent?.body === body) return { ...sent, guest };
    if (sent?.uncertainSince !== undefined) {
      const outcome = await this.writer.arrived(sent);
      if (outcome.type === 'failed') {
        this.#refused(outcome.error);
        return undefined;
      }
      if (outcome.type === 'done' && outcome.value) {
        this.#sent = undefined;
        this.writer.forget(sent.submitKey);
        this.store.reload();
        this.phase = { name: 'taken', text: this.messages.arrivedEarlier, id: undefined };
        return undefined;
      }
    }
    if (sent) this.writer.forget(sent.submitKey);
    return { body, guest, parentId: this.parentId, submitKey: submitKey() };
  }

  #settle(outcome: SubmitOutcome, intent: Intent): void {
    const { messages } = this;
    switch (outcome.type) {
      case 'aborted':
        this.phase = IDLE;
        return;
      case 'failed':
        this.#sent = { ...intent, uncertainSince: outcome.uncertain ? (intent.uncertainSince ?? this.#sent?.uncertainSince) : undefined };
        this.keeper.keep();
        return this.#refused(outcome.error);
      case 'rejected':
        this.#sent = undefined;
        this.keeper.keep();
        this.phase = { name: 'failed', text: messages.rejected(outcome.reason), isRefusal: true };
        return;
      case 'published':
      case 'pending':
      case 'invisible': {
        const text = { published: messages.published, pending: messages.held, invisible: messages.invisible }[outcome.type];
        const said = [text, outcome.reason].filter(Boolean).join(' ');
        this.keeper.discard();
        this.phase = { name: 'taken', text: said, id: outcome.comment?.id };
        this.announce(said);
        this.dispatchEvent(new CommentsSubmitEvent(outcome.type, outcome.comment));
      }
    }
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
    void this.focusOn('#answer');
  }

  #count(): void {
    const { value, unit } = this.#posting.max ?? { value: Infinity, unit: 'chars' };
    const text = this.#textarea.value;
    // Bytes and graphemes are at most four times off: far below the limit nothing is counted at a key.
    const left = text.length > value / 5 ? value - textLength(text, unit) : value;
    if (left < 0 && !((this.left ?? 0) < 0)) this.announce(this.messages.charactersOver(-left, this.formats.number(-left)));
    this.left = left < value * NEAR_LIMIT ? left : undefined;
  }

  readonly #onInput = (): void => {
    if (!this.snapshot) return;
    this.keeper.touch();
    this.#count();
    if (this.problems.length > 0) this.problems = [];
    if (this.phase.name === 'taken') this.phase = IDLE;
  };

  readonly #onDiscard = (): void => {
    if (this.#sent) this.writer.forget(this.#sent.submitKey);
    this.phase = IDLE;
    this.keeper.discard();
    this.onDiscard();
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
