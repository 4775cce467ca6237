import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Formats } from '../../i18n/formats.js';
import type { Messages } from '../../i18n/messages.js';
import type { AdapterError, Challenge, CommentId, Posting } from '../../model/adapter.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import type { DiscussionWriter } from '../../model/discussion/discussion-writer.js';
import type { DraftStore } from '../../model/drafts/draft-store.js';
import type { DraftAutosave } from '../compose/draft-autosave.js';
import { CommentsErrorEvent } from '../events.js';
import { errorText } from '../section/error-text.js';
import { nearLimit } from '../compose/near-limit.js';
import { signIn } from './sign-in.js';
import { CommentsSignInEvent } from '../writing-events.js';

/** Where the text in a form stands: it waits for its writer, or for an answer; what the answer was. */
export type Phase =
  | { readonly name: 'idle' | 'busy' }
  /** A refusal has to be answered by another text; anything else may be tried again. */
  | { readonly name: 'failed'; readonly text: string; readonly isRefusal?: boolean; readonly needsSignIn?: boolean }
  | { readonly name: 'challenged'; readonly challenge: Challenge }
  | { readonly name: 'taken'; readonly text: string; readonly id: CommentId | undefined };

export const IDLE: Phase = { name: 'idle' };

/** What a form to write in has in common with a form to report in: sending, failing, signing in, and keeping the text. */
export abstract class SubmitForm extends LitElement {
  static override properties: PropertyDeclarations = {
    store: { attribute: false },
    messages: { attribute: false },
    formats: { attribute: false },
    drafts: { attribute: false },
    announce: { attribute: false },
    phase: { state: true },
  };

  store!: DiscussionStore;
  writer!: DiscussionWriter;
  messages!: Messages;
  formats!: Formats;
  drafts!: DraftStore;
  /** Says something to screen readers. */
  announce!: (text: string) => void;

  protected phase: Phase = IDLE;
  /** Absent where nothing is written. */
  protected readonly keeper?: DraftAutosave;

  constructor() {
    super();
    // On itself, so that they go with it: all that is typed and pressed in the form passes here.
    this.addEventListener('keydown', (event) => {
      // What the page put into a slot passes here, too; and a button does what it says.
      const target = event.target as Element;
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing || !this.contains(target)) return;
      if (target.matches('button')) return;
      event.preventDefault();
      void this.submit();
    });
    this.addEventListener('submit', (event) => {
      // The page may have put a form of its own into a slot.
      if (event.target !== this.querySelector('form')) return;
      event.preventDefault();
      void this.submit();
    });
  }

  /** What had the focus may go with what it stood for; the focus then stays in the form. */
  protected override update(changed: PropertyValues<this>): void {
    const hadFocus = this.matches(':focus-within');
    super.update(changed);
    if (hadFocus && !this.matches(':focus-within')) this.querySelector<HTMLElement>('textarea, button')?.focus();
  }

  /** Does what the form's button does. */
  abstract submit(): Promise<void>;

  protected fail(error: AdapterError, say: (cause: string) => string, action: CommentsErrorEvent['action']): void {
    const { kind } = error;
    const text = say(errorText(error, this.messages));
    this.phase = { name: 'failed', text, needsSignIn: kind === 'sign-in-required' || kind === 'session-expired' };
    // Where the form has been closed in the meantime, it shows nothing.
    if (!this.isConnected) this.announce(text);
    this.dispatchEvent(new CommentsErrorEvent(error, action));
  }

  /** Signs the viewer in: by the page where it takes the event, else by the adapter. What was written waits, over a redirect, too. */
  protected async signIn(purpose: CommentsSignInEvent['purpose']): Promise<void> {
    const { store, messages } = this;
    this.keeper?.keep({ forSignIn: true });
    if (!this.dispatchEvent(new CommentsSignInEvent(purpose))) return;
    if (!store.adapter?.signIn) {
      this.phase = { name: 'failed', text: messages.signInElsewhere, isRefusal: true };
      return;
    }
    const outcome = await signIn(this.writer);
    if (outcome.type === 'failed') this.fail(outcome.error, messages.signInFailed, 'sign-in');
    if (outcome.type !== 'done') return;
    this.phase = IDLE;
    this.announce(messages.signedInAs(outcome.value.author?.name ?? ''));
    await this.focusOn('textarea, .primary');
  }

  protected async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(selector)?.focus();
  }

  /** What is left of the length limit, once that is near; going beyond it is announced. `before`: what was left before the last key. */
  protected leftOf(text: string, max: Posting['max'], before = 0): number | undefined {
    const left = nearLimit(text, max);
    if (left !== undefined && left < 0 && before >= 0) this.announce(this.messages.charactersOver(-left, this.formats.number(-left)));
    return left;
  }

  protected renderAlert(): TemplateResult | typeof nothing {
    return this.phase.name === 'failed' ? html`<p role="alert" part="failure" class="failure small">${this.phase.text}</p>` : nothing;
  }

  /** The way on for somebody who turned out not to be signed in. */
  protected renderSignIn(purpose: CommentsSignInEvent['purpose']): TemplateResult | typeof nothing {
    return this.needsSignIn
      ? html`<slot name="sign-in"><button part="button sign-in" class="link" type="button" @click=${() => this.signIn(purpose)}>${this.messages.signIn}</button></slot>`
      : nothing;
  }

  protected get needsSignIn(): boolean {
    return this.phase.name === 'failed' && Boolean(this.phase.needsSignIn);
  }
}
