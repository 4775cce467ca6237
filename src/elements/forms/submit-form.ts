import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Formats } from '../../i18n/formats.js';
import type { Messages } from '../../i18n/messages.js';
import type { AdapterError, Challenge, CommentId, Posting } from '../../model/adapter.js';
import { needsSignIn } from '../../model/adapter-error.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import { DiscussionWriter } from '../../model/discussion/discussion-writer.js';
import type { Outcome } from '../../model/outcome.js';
import type { Command } from '../../presentation/command.js';
import { type CommentsAction, CommentsErrorEvent, CommentsSignInEvent } from '../events.js';
import { changeFailure, errorText } from '../frame/error-text.js';
import { hasGoneOn, reveal } from '../page/focus.js';
import type { ActionOutcome, Section } from '../section.js';
import { charactersLeft } from './character-counter.js';
import type { DraftController } from './draft-controller.js';
import { signIn } from './sign-in.js';

/** How far the text of a form has come. */
export type Phase =
  | { readonly name: 'idle' | 'busy' }
  /** `isRefusal`: the text has to change; anything else may be tried again. */
  | { readonly name: 'failed'; readonly text: string; readonly isRefusal?: boolean; readonly needsSignIn?: boolean }
  | { readonly name: 'challenged'; readonly challenge: Challenge }
  | { readonly name: 'accepted'; readonly text: string; readonly id: CommentId | undefined };

export const IDLE: Phase = { name: 'idle' };

/** A form that sends something to the backend: sending, failing, signing in, and keeping the text meanwhile. */
export abstract class SubmitForm extends LitElement {
  static override properties: PropertyDeclarations = {
    // The same object at every update of the section, whose language and state may have changed.
    section: { attribute: false, hasChanged: () => true },
    phase: { state: true },
    isSigningIn: { state: true },
  };

  section!: Section;

  protected phase: Phase = IDLE;
  /** While the adapter is asked. The reader may write on. */
  protected isSigningIn = false;
  /** Undefined where nothing is written. */
  protected readonly autosave?: DraftController;

  constructor() {
    super();
    this.addEventListener('keydown', this.#onKey);
    this.addEventListener('submit', this.#onSubmit);
  }

  get store(): DiscussionStore {
    return this.section.store;
  }

  get messages(): Messages {
    return this.section.messages;
  }

  get formats(): Formats {
    return this.section.formats;
  }

  get writer(): DiscussionWriter {
    return this.section.shared(DiscussionWriter);
  }

  /** Has screen readers read a text. */
  readonly announce = (text: string): void => this.section.announce(text);

  /** What had the focus may go with what it stood for. The focus then stays in the form. */
  protected override update(changed: PropertyValues<this>): void {
    const hadFocus = this.matches(':focus-within');
    super.update(changed);
    if (hadFocus && !this.matches(':focus-within')) this.querySelector<HTMLElement>('textarea, button')?.focus();
  }

  /** Does what the form's button does. */
  abstract submit(): Promise<void>;

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
    await this.section.report(action, change.then(outcomeOf), commentId);
    return change;
  }

  protected run(command: Command): void {
    void this.section.run(command);
  }

  /** Shows a failure. `say`: the words where nothing was changed for certain. */
  protected fail(error: AdapterError, say: (cause: string) => string, action: CommentsErrorEvent['action']): void {
    this.showFailure(error, changeFailure(error, this.messages, say), action);
  }

  protected showFailure(error: AdapterError, text: string, action: CommentsErrorEvent['action']): void {
    this.phase = { name: 'failed', text, needsSignIn: needsSignIn(error) };
    void this.reveal('[role=alert]');
    // A form that has been closed shows nothing.
    if (!this.isConnected) this.announce(text);
    this.notify(new CommentsErrorEvent(error, action));
  }

  /** Signs the viewer in: by the page if it cancels the event, otherwise by the adapter. The draft is kept, also over a redirect. */
  protected async signIn(purpose: CommentsSignInEvent['purpose']): Promise<void> {
    const { store, messages } = this;
    if (this.isSigningIn) return;
    this.autosave?.save();
    if (!this.notify(new CommentsSignInEvent(purpose))) return;
    if (!store.adapter?.signIn) {
      this.phase = { name: 'failed', text: this.signInElsewhere, isRefusal: true };
      return this.reveal('[role=alert]');
    }
    this.isSigningIn = true;
    const outcome = await this.report('sign-in', signIn(this.writer));
    this.isSigningIn = false;
    if (outcome.type === 'failed') {
      const { error } = outcome;
      this.showFailure(error, messages.signInFailed(errorText(error, messages)), 'sign-in');
    }
    if (outcome.type !== 'done') return;
    this.phase = IDLE;
    this.announce(messages.signedInAs(outcome.value.author?.name ?? ''));
    await this.focusOn('textarea, .primary, .danger');
  }

  /** What to do where neither the page nor the adapter signs anybody in. */
  protected get signInElsewhere(): string {
    return this.messages.signInElsewhere;
  }

  protected readonly signOut = async (): Promise<void> => {
    const { writer, messages } = this;
    // The next person here must not find this text. Its writer does, after signing in again.
    this.autosave?.flush();
    const outcome = await this.report('sign-out', writer.signOut());
    if (outcome.type !== 'failed') return;
    const { error } = outcome;
    this.showFailure(error, messages.signOutFailed(errorText(error, messages)), 'sign-in');
  };

  /**
   * Brings a part of the form into view, as soon as it is drawn; without a selector, all of it. Nothing moves for a reader who has gone
   * on to something else.
   */
  protected async reveal(selector?: string): Promise<void> {
    await this.updateComplete;
    if (!this.isLeft) reveal(selector === undefined ? this : this.querySelector(selector));
  }

  /** Focuses a part of the form, as soon as it is drawn, unless the reader has gone on to something else. */
  protected async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    if (!this.isLeft) this.querySelector<HTMLElement>(selector)?.focus();
  }

  /** True while the focus is neither in the form nor at its comment, nor lost. */
  protected get isLeft(): boolean {
    return hasGoneOn(this.closest('li') ?? this);
  }

  /** What is left of the length limit. Crossing it is announced. `before`: what was left before the last key. */
  protected countLeft(text: string, max: Posting['max'], before = 0): number | undefined {
    const left = charactersLeft(text, max);
    if (left !== undefined && left < 0 && before >= 0) {
      this.announce(this.messages.charactersOver(-left, this.formats.number(-left)));
    }
    return left;
  }

  /** What failed, and whether the text is safe. */
  protected renderAlert(): TemplateResult | typeof nothing {
    if (this.phase.name !== 'failed') return nothing;
    return html`<p role="alert" part="failure" class="failure small">${this.phase.text} ${this.savedText}</p>`;
  }

  /** Whether the draft is saved, and for how long; empty where there is none. */
  protected get savedText(): string {
    const { draftSaved: device, draftInTab: tab, draftNotKept: page } = this.messages;
    return { no: '', device, tab, page }[this.autosave?.saved ?? 'no'];
  }

  /** The same for the line beside the buttons, which need not repeat what a failure says. */
  protected get savedNote(): string {
    return this.phase.name === 'failed' ? '' : this.savedText;
  }

  /** The way on for a viewer who turned out to be signed out. */
  protected renderSignIn(purpose: CommentsSignInEvent['purpose']): TemplateResult | typeof nothing {
    if (!this.needsSignIn) return nothing;
    const onClick = (): Promise<void> => this.signIn(purpose);
    return html`
      <slot name="sign-in">
        <button part="button sign-in" class="link" type="button" aria-disabled=${this.isSigningIn} @click=${onClick}>
          ${this.messages.signIn}
        </button>
      </slot>
    `;
  }

  protected get needsSignIn(): boolean {
    return this.phase.name === 'failed' && Boolean(this.phase.needsSignIn);
  }

  /** Ctrl+Enter and Cmd+Enter submit; not in content of the page's own, and not on a button, which does what it says. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const target = event.target as Element;
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    if (!this.contains(target) || target.matches('button')) return;
    event.preventDefault();
    void this.submit();
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    // The page may have put a form of its own into a slot.
    if (event.target !== this.querySelector('form')) return;
    event.preventDefault();
    void this.submit();
  };
}
