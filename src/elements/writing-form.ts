import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Formats } from '../i18n/formats.js';
import type { Messages } from '../i18n/messages.js';
import { AdapterError, type Challenge, type CommentId } from '../model/adapter.js';
import type { DiscussionStore } from '../model/discussion-store.js';
import type { DiscussionWriter } from '../model/discussion-writer.js';
import type { DraftStore } from '../model/draft-store.js';
import type { DraftKeeper } from './draft-keeper.js';
import { CommentsErrorEvent } from './events.js';
import { causeOf } from './failure.js';
import { CommentsSignInEvent } from './writing-events.js';

/** Where the text in a form stands: it waits for its writer, or for an answer; what the answer was. */
export type Phase =
  | { readonly name: 'idle' | 'busy' }
  /** A refusal has to be answered by another text; anything else may be tried again. */
  | { readonly name: 'failed'; readonly text: string; readonly isRefusal?: boolean; readonly needsSignIn?: boolean }
  | { readonly name: 'challenged'; readonly challenge: Challenge }
  | { readonly name: 'taken'; readonly text: string; readonly id: CommentId | undefined };

export const IDLE: Phase = { name: 'idle' };

/** What a form to write in has in common with a form to report in: sending, failing, signing in, and keeping the text. */
export abstract class WritingForm extends LitElement {
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
  protected abstract readonly keeper: DraftKeeper;

  constructor() {
    super();
    // On itself, so that they go with it: all that is typed and pressed in the form passes here.
    this.addEventListener('keydown', (event) => {
      // What the page put into a slot passes here, too.
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing || !this.contains(event.target as Node)) return;
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

  /** Does what the form's button does. */
  abstract submit(): Promise<void>;

  protected fail(error: AdapterError, say: (cause: string) => string, action: CommentsErrorEvent['action']): void {
    this.phase = { name: 'failed', text: say(causeOf(error, this.messages)) };
    this.dispatchEvent(new CommentsErrorEvent(error, action));
  }

  /** Signs the viewer in: by the page where it takes the event, else by the adapter. What was written waits, over a redirect, too. */
  protected async signIn(purpose: CommentsSignInEvent['purpose']): Promise<void> {
    const { store, messages } = this;
    this.keeper.keep({ forSignIn: true });
    if (!this.dispatchEvent(new CommentsSignInEvent(purpose))) return;
    if (!store.adapter?.signIn) {
      this.phase = { name: 'failed', text: messages.signInElsewhere, isRefusal: true };
      return;
    }
    const outcome = await this.writer.signIn();
    if (outcome.type === 'failed') this.fail(outcome.error, messages.signInFailed, 'sign-in');
    if (outcome.type !== 'done') return;
    if ('redirect' in outcome.value) {
      const { redirect } = outcome.value;
      if (/^(https?:|[/?])/i.test(redirect)) location.assign(redirect);
      else this.fail(new AdapterError('bad-response', redirect), messages.signInFailed, 'sign-in');
      return;
    }
    this.phase = IDLE;
    this.announce(messages.signedInAs(outcome.value.author?.name ?? ''));
    await this.focusOn('textarea');
  }

  protected async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(selector)?.focus();
  }

  protected renderAlert(): TemplateResult | typeof nothing {
    return this.phase.name === 'failed' ? html`<p role="alert" part="failure" class="failure small">${this.phase.text}</p>` : nothing;
  }
}
