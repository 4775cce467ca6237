import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { ChangingMessages, MessagesWith, TakingPartMessages } from '../../i18n/messages.js';
import { allComments } from '../../model/state/discussion-state.js';
import { isOwn } from '../../model/state/permissions.js';
import { CommentsRemoveEvent } from '../events/remove-events.js';
import type { Section } from '../section.js';
import { PanelForm } from '../forms/panel-form.js';
import { undoReceipt } from '../forms/undo-receipt.js';

/**
 * Asks before a comment is removed, and offers to restore it afterwards.
 *
 * @csspart keep - Cancels the removal of a comment.
 *
 * @action restore - A removed comment was restored. Calls the backend.
 */
export class RemoveForm extends PanelForm {
  static override properties: PropertyDeclarations = {
    step: { state: true },
  };

  declare section: Section<TakingPartMessages & ChangingMessages>;

  private step: 'asking' | 'removed' | 'restorable' = 'asking';
  /** Who removes it. Stored, because a removed comment may have no author. */
  #by: 'author' | 'editors' = 'author';

  override get messages(): MessagesWith<TakingPartMessages & ChangingMessages> {
    return this.section.messages;
  }

  protected override willUpdate(): void {
    if (!this.hasUpdated) this.#by = isOwn(this.comment, this.store.state) ? 'author' : 'editors';
  }

  protected override firstUpdated(): void {
    // The harmless button, so that a double key press removes nothing.
    void this.focusOn('[part~=keep]');
  }

  /** Removes the comment. */
  override async submit(): Promise<void> {
    const { comment, messages, phase, step } = this;
    if (phase.name === 'busy' || step !== 'asking') return;
    const decision = this.querySelector('article-comments-decision-fields')?.read();
    if (decision === null) return;
    this.announce(messages.removal[this.#by].removing);
    const removal = this.write((writer) => writer.remove(comment, this.#by, decision));
    const done = await this.change(removal, messages.removeFailed, 'remove');
    if (!done) return;
    const { effect, canRestore } = done.value;
    this.step = canRestore ? 'restorable' : 'removed';
    this.announce(messages.removal[this.#by].removed);
    this.notify(new CommentsRemoveEvent(comment.id, effect));
    await this.focusOn('.foot button');
    await this.reveal();
  }

  protected override render(): TemplateResult {
    return this.step === 'asking' ? this.#renderQuestion() : this.#renderReceipt();
  }

  #renderQuestion(): TemplateResult {
    const { messages, phase, store } = this;
    const { question, withReplies, remove, removing } = messages.removal[this.#by];
    const isBusy = phase.name === 'busy';
    const canRetry = phase.name === 'failed' && !this.needsSignIn;
    return html`
      <div role="group" aria-labelledby="remove-question" aria-describedby="remove-consequence">
        <b id="remove-question">${question}</b>
        <p id="remove-consequence" class="muted">
          ${store.adapter?.restore ? messages.removedForNow : messages.removedForGood}
          ${this.#removesReplies() ? withReplies : nothing}
        </p>
        ${this.#by === 'editors' && store.state.info?.decisions ? this.section.renderPanel('reasons', this.comment) : nothing}
        ${this.renderAlert()}${this.renderSignIn({ action: 'remove', id: this.comment.id })}
        <div class="foot">
          <button part="button keep" type="button" @click=${this.close}>${messages.keep}</button>
          <button part="button remove" class="danger" type="button" aria-disabled=${isBusy} @click=${this.#onRemove}>
            ${isBusy ? removing : canRetry ? messages.tryAgain : remove}
          </button>
        </div>
      </div>
    `;
  }

  #removesReplies(): boolean {
    const { comment, store } = this;
    const hasReplies = comment.replies || allComments(store.state).some(({ parentId }) => parentId === comment.id);
    return Boolean(hasReplies) && store.adapter?.features?.removal === 'subtree';
  }

  #renderReceipt(): TemplateResult {
    const { messages, phase, step } = this;
    return undoReceipt({
      text: messages.removal[this.#by].removed,
      alert: this.renderAlert(),
      isBusy: phase.name === 'busy',
      messages,
      onUndo: step === 'restorable' ? this.#onUndo : undefined,
      onClose: () => this.close(),
    });
  }

  readonly #onRemove = (): Promise<void> => this.submit();

  readonly #onUndo = async (): Promise<void> => {
    const { comment, messages, phase } = this;
    if (phase.name === 'busy') return;
    const restoration = this.write((writer) => writer.restore(comment.id));
    const restoring = this.report('restore', restoration, comment.id);
    if (!(await this.change(restoring, messages.restoreFailed, 'restore'))) return;
    this.announce(messages.restored);
    if (this.isConnected) this.close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'article-comments-remove-form': RemoveForm;
  }
}
