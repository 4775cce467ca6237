import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Formats } from '../../i18n/formats.js';
import type { MessagesWith, TakingPartMessages } from '../../i18n/messages.js';
import { AdapterError, type Challenge, type CommentId, type Posting, type Viewer } from '../../model/adapter.js';
import { needsSignIn } from '../../model/adapter-error.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import type { DiscussionWriter } from '../../model/discussion/discussion-writer.js';
import type { Outcome } from '../../model/outcome.js';
import type { Command } from '../../presentation/command.js';
import type { CommentsAction } from '../events/action-events.js';
import { CommentsErrorEvent } from '../events/reading-events.js';
import { CommentsSignInEvent } from '../events/writing-events.js';
import { errorText } from '../frame/error-text.js';
import { moduleFailure } from '../frame/failure.js';
import { LazyModule, together } from '../lazy-module.js';
import { permalink } from '../page/address.js';
import { hasGoneOn, reveal } from '../page/focus.js';
import { reportRequest } from '../report-action.js';
import type { ActionOutcome, Section } from '../section.js';
import { shared } from '../shared.js';
import { charactersLeft } from '../../model/drafts/text-length.js';
import { counterText } from './character-counter.js';
import type { DraftController } from './draft-controller.js';

/** The state of a form's request to the backend. */
export type Phase =
  | { readonly name: 'idle' | 'busy' }
  /** `isRefusal`: the same text would be refused again. */
  | { readonly name: 'failed'; readonly text: string; readonly isRefusal?: boolean; readonly needsSignIn?: boolean }
  | { readonly name: 'challenged'; readonly challenge: Challenge }
  | { readonly name: 'accepted'; readonly text: string; readonly id: CommentId | undefined };

type WritingCode = typeof import('./writing.js');

type NotWritten = Exclude<Outcome<never>, { readonly type: 'done' }>;

export const IDLE: Phase = { name: 'idle' };

/**
 * A form that sends something to the backend. Shows failures, signs the viewer in, and saves the text meanwhile.
 *
 * @csspart kept - The reason why a text cannot be posted, with a button to copy it.
 *
 * @action sign-in - The reader was signed in through the adapter. Calls the backend.
 */
export abstract class SubmitForm extends LitElement {
  static override properties: PropertyDeclarations = {
    // The same object at every update of the section, whose language and state may have changed.
    section: { attribute: false, hasChanged: () => true },
    phase: { state: true },
    isSigningIn: { state: true },
  };

  section!: Section<TakingPartMessages>;

  protected phase: Phase = IDLE;
  /** True while the adapter signs the viewer in. They can go on writing. */
  protected isSigningIn = false;
  /** Undefined in forms without a text. */
  protected readonly autosave?: DraftController;

  /** A focus needs a text box, a draft and a counter. Most readers who focus the form do not write. */
  readonly #writing = new LazyModule(this, () => import('./writing.js'));
  /** Few texts become unsendable while they are written. */
  readonly #unsendable = new LazyModule(this, async () => {
    const { UnsendableText } = await together(import('./unsendable-text.js'), import('../page/clipboard.js'));
    return new UnsendableText(this);
  });

  constructor() {
    super();
    this.addEventListener('keydown', this.#onKey);
    this.addEventListener('submit', this.#onSubmit);
  }

  get store(): DiscussionStore {
    return this.section.store;
  }

  get messages(): MessagesWith<TakingPartMessages> {
    return this.section.messages;
  }

  get formats(): Formats {
    return this.section.formats;
  }

  /** Loads the code that writes, before it is called. */
  protected prepareToWrite(): void {
    this.#writing.request();
  }

  /**
   * Changes the discussion that is open now. `aborted`: it was closed before the code was loaded. `failed`: the code could not be loaded,
   * and nothing was sent.
   */
  protected async write<Result>(
    change: (writer: DiscussionWriter, code: WritingCode) => Promise<Result>,
  ): Promise<Result | NotWritten> {
    const session = this.store.session();
    const code = this.#writing.ready ?? (await this.#writing.load());
    if (!code) return { type: 'failed', error: this.#writing.error! };
    if (!session || session.signal.aborted) return { type: 'aborted' };
    return change(shared(this.section, code.DiscussionWriter), code);
  }

  /** Has screen readers read a text. */
  readonly announce = (text: string): void => this.section.announce(text);

  /** Keeps the focus in the form if the update removes the element that had it. */
  protected override update(changed: PropertyValues<this>): void {
    const hadFocus = this.matches(':focus-within');
    super.update(changed);
    if (hadFocus && !this.matches(':focus-within')) this.querySelector<HTMLElement>('textarea, button')?.focus();
  }

  /** Does what the form's main button does. */
  abstract submit(): Promise<void>;

  /** Closes the form. Called on Escape. */
  protected abstract close(): void;

  /** Dispatches an event from the section, even after the form has been closed. */
  protected notify(event: Event): boolean {
    return this.section.root.dispatchEvent(event);
  }

  /** Makes a change, and reports to the page how it ended. */
  protected async report<Value>(
    action: CommentsAction,
    change: Promise<Outcome<Value>>,
    commentId?: CommentId,
  ): Promise<Outcome<Value>> {
    const outcomeOf = ({ type }: Outcome<Value>): ActionOutcome => (type === 'aborted' ? undefined : type);
    await reportRequest(this.section, action, change.then(outcomeOf), commentId);
    return change;
  }

  protected run(command: Command): void {
    void this.section.run(command);
  }

  protected showFailure(error: AdapterError, text: string, action: CommentsErrorEvent['action']): void {
    this.phase = { name: 'failed', text, needsSignIn: needsSignIn(error) };
    void this.reveal('[role=alert]');
    // A form that has been closed shows nothing.
    if (!this.isConnected) this.announce(text);
    this.notify(new CommentsErrorEvent(error, action));
  }

  /** Signs the viewer in: by the page if it cancels the event, otherwise by the adapter. The draft is saved, so it survives a redirect. */
  protected async signIn(
    purpose: CommentsSignInEvent['purpose'],
    returnUrl = 'id' in purpose ? permalink(purpose.id) : location.href,
  ): Promise<void> {
    const { store, messages } = this;
    if (this.isSigningIn) return;
    this.autosave?.save();
    if (!this.notify(new CommentsSignInEvent(purpose))) return;
    if (!store.adapter?.signIn) {
      this.phase = { name: 'failed', text: this.signInElsewhere, isRefusal: true };
      return this.reveal('[role=alert]');
    }
    this.isSigningIn = true;
    const outcome = await this.write((writer) => this.report('sign-in', signIn(writer, returnUrl)));
    this.isSigningIn = false;
    this.#showSignFailure(outcome, messages.signInFailed);
    if (outcome.type !== 'done') return;
    this.phase = IDLE;
    this.announce(messages.signedInAs(outcome.value.author?.name ?? ''));
    await this.focusOn('textarea, .primary, .danger');
  }

  /** The message if neither the page nor the adapter can sign the viewer in. */
  protected get signInElsewhere(): string {
    return this.messages.signInElsewhere;
  }

  protected readonly signOut = async (): Promise<void> => {
    const { messages } = this;
    // Saves the text for its writer, who finds it after signing in again. The next viewer must not see it.
    this.autosave?.flush();
    const outcome = await this.write((writer) => this.report('sign-out', writer.signOut()));
    this.#showSignFailure(outcome, messages.signOutFailed);
  };

  #showSignFailure(outcome: Outcome<unknown>, message: (cause: string) => string): void {
    if (outcome.type === 'failed')
      this.showFailure(outcome.error, message(errorText(outcome.error, this.messages)), 'sign-in');
  }

  /**
   * Scrolls a part of the form into view after the next render; without a selector, the whole form. Does nothing if the reader has moved
   * on.
   */
  protected async reveal(selector?: string): Promise<void> {
    await this.updateComplete;
    if (!this.hasReaderMovedOn) reveal(selector === undefined ? this : this.querySelector(selector));
  }

  /** Focuses a part of the form after the next render, unless the reader has moved on. */
  protected async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    if (!this.hasReaderMovedOn) this.querySelector<HTMLElement>(selector)?.focus();
  }

  /** Whether the focus is on the page outside the form and its comment. */
  protected get hasReaderMovedOn(): boolean {
    return hasGoneOn(this.closest('li') ?? this);
  }

  /** How many characters remain. Announces when the limit is crossed. `before`: how many remained before the last key. */
  countLeft(text: string, max: Posting['max'], before = 0): number | undefined {
    const left = charactersLeft(text, max);
    if (left !== undefined && left < 0 && before >= 0) {
      this.announce(counterText(left, this.section));
    }
    return left;
  }

  /** What failed, and whether the text is saved. */
  protected renderAlert(): TemplateResult | typeof nothing {
    if (this.phase.name !== 'failed') return nothing;
    return html`<p role="alert" part="failure" class="failure small">${this.phase.text} ${this.savedText}</p>`;
  }

  /** Whether the draft is saved, and for how long; empty without a draft. */
  protected get savedText(): string {
    const { draftSaved: device, draftInTab: tab, draftNotKept: page } = this.messages;
    return { no: '', device, tab, page }[this.autosave?.saved ?? 'no'];
  }

  /** The same for the line beside the buttons; empty while the alert shows it. */
  protected get savedNote(): string {
    return this.phase.name === 'failed' ? '' : this.savedText;
  }

  /** In place of the foot: why the text can no longer be sent, and buttons to copy or discard it. */
  protected renderUnsendable(reason: string, onDiscard: () => void): TemplateResult {
    return html`
      <p part="kept" class="outcome small">${reason}</p>
      ${this.#unsendable.request()?.render(onDiscard)}${moduleFailure(this.#unsendable, this.messages)}
    `;
  }

  /** The way to sign in, if the backend has reported that the viewer is signed out. */
  protected renderSignIn(purpose: CommentsSignInEvent['purpose']): TemplateResult | typeof nothing {
    return this.needsSignIn ? html`<slot name="sign-in">${this.signInButton(purpose)}</slot>` : nothing;
  }

  protected signInButton(purpose: CommentsSignInEvent['purpose']): TemplateResult {
    // A browser blocks the window of a sign-in that opens long after the press.
    this.prepareToWrite();
    const onClick = (): Promise<void> => this.signIn(purpose);
    return html`
      <button part="button sign-in" class="link" type="button" aria-disabled=${this.isSigningIn} @click=${onClick}>
        ${this.messages.signIn}
      </button>
    `;
  }

  protected get needsSignIn(): boolean {
    return this.phase.name === 'failed' && Boolean(this.phase.needsSignIn);
  }

  /** Closes on Escape. Submits on Ctrl+Enter and Cmd+Enter, except on buttons and in content that the page has slotted. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const target = event.target as Element;
    // In Japanese or Chinese, both keys may end the composition of a character.
    if (event.isComposing) return;
    if (event.key === 'Escape') this.close();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    if (!this.contains(target) || target.matches('button')) return;
    event.preventDefault();
    void this.submit();
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    // The page may have put a form of its own into a slot.
    if (event.defaultPrevented || event.target !== this.querySelector('form')) return;
    event.preventDefault();
    void this.submit();
  };
}

/** Signs the viewer in. If another page does that, which leads back to `returnUrl`, the browser navigates there and the outcome is `aborted`. */
async function signIn(writer: DiscussionWriter, returnUrl: string): Promise<Outcome<Viewer>> {
  const outcome = await writer.signIn(returnUrl);
  if (outcome.type !== 'done' || 'state' in outcome.value) return outcome as Outcome<Viewer>;
  const { redirect } = outcome.value;
  if (!/^(https?:|[/?])/i.test(redirect)) return { type: 'failed', error: new AdapterError('bad-response', redirect) };
  location.assign(redirect);
  return { type: 'aborted' };
}
