import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Comment, CommentId } from '../../model/adapter.js';
import { isOwn } from '../../model/discussion/permissions.js';
import { CommentsRemoveEvent } from '../writing-events.js';
import { IDLE, SubmitForm } from './submit-form.js';

/** The question before a comment is removed, and the way back after it. */
export class RemoveForm extends SubmitForm {
  static override properties: PropertyDeclarations = {
    comment: { attribute: false },
    step: { state: true },
  };

  /** The comment as it is at present. */
  comment!: Comment;
  /** Called when the reader is done here; focus goes back to the button. */
  onClose!: (id: CommentId) => unknown;

  private step: 'asking' | 'removed' | 'restorable' = 'asking';
  /** Whose wish it is; known before the comment is gone, and with it what it was told by. */
  #by: 'author' | 'editors' = 'author';

  constructor() {
    super();
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#close();
    });
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(): void {
    if (!this.hasUpdated) this.#by = isOwn(this.comment, this.store.state) ? 'author' : 'editors';
  }

  protected override firstUpdated(): void {
    // The harmless one: whoever pressed a key twice has removed nothing.
    void this.focusOn('[part~=keep]');
  }

  /** Removes the comment. */
  override async submit(): Promise<void> {
    const { comment, messages, phase, step } = this;
    if (phase.name === 'busy' || step !== 'asking') return;
    // The question may be closed before the answer comes; what has been done is told all the same.
    const root = this.getRootNode();
    this.phase = { name: 'busy' };
    this.announce(messages.sending);
    const outcome = await this.writer.remove(comment, this.#by);
    this.phase = IDLE;
    if (outcome.type === 'failed') this.fail(outcome.error, messages.removeFailed, 'remove');
    if (outcome.type !== 'done') return;
    const { effect, canRestore } = outcome.value;
    this.step = canRestore ? 'restorable' : 'removed';
    this.announce(messages.removal[this.#by].removed);
    root.dispatchEvent(new CommentsRemoveEvent(comment.id, effect));
    await this.focusOn('[part~=close]');
  }

  protected override render(): TemplateResult {
    const { messages, phase, step, store } = this;
    const { question, remove, removed } = messages.removal[this.#by];
    const isBusy = phase.name === 'busy';
    if (step !== 'asking')
      return html`<p part="receipt">${removed}</p>${this.renderAlert()}<div class="foot">${
        step === 'restorable'
          ? html`<button part="button undo" class="link" type="button" aria-disabled=${isBusy} @click=${this.#onUndo}>${messages.undo}</button>`
          : nothing
      }<button part="button close" type="button" @click=${this.#close}>${messages.close}</button></div>`;
    return html`<div role="group" aria-labelledby="remove-question" aria-describedby="remove-consequence"><b id="remove-question">${question}</b><p id="remove-consequence" class="muted">${
      store.adapter?.restore ? messages.removedForNow : messages.removedForGood
    }</p>${this.renderAlert()}${this.renderSignIn({ action: 'remove', id: this.comment.id })}<div class="foot"><button part="button keep" type="button" @click=${
      this.#close
    }>${messages.keep}</button><button part="button remove" class="primary" type="button" aria-disabled=${isBusy} @click=${() => this.submit()}>${
      isBusy ? messages.sending : phase.name === 'failed' && !this.needsSignIn ? messages.tryAgain : remove
    }</button></div></div>`;
  }

  readonly #close = (): void => {
    this.onClose(this.comment.id);
  };

  readonly #onUndo = async (): Promise<void> => {
    const { comment, messages, phase } = this;
    if (phase.name === 'busy') return;
    this.phase = { name: 'busy' };
    const outcome = await this.writer.restore(comment.id);
    this.phase = IDLE;
    if (outcome.type === 'failed') this.fail(outcome.error, messages.restoreFailed, 'restore');
    if (outcome.type !== 'done') return;
    this.announce(messages.restored);
    if (this.isConnected) this.#close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'article-comments-remove-form': RemoveForm;
  }
}
