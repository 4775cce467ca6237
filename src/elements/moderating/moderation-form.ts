import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { ModerationGroup, ModerationMessages, TakingPartMessages, VisitMessages } from '../../i18n/messages.js';
import type { DecisionReasons } from '../../model/adapter.js';
import { canUndo, type ModerationAction } from '../../model/state/moderation-actions.js';
import { isOwn } from '../../model/state/permissions.js';
import { shownName } from '../../presentation/shown-author.js';
import type { Section } from '../section.js';
import { PanelForm } from '../forms/panel-form.js';
import { undoReceipt } from '../forms/undo-receipt.js';

/** The actions for which the author gets reasons. */
const RESTRICTIONS: readonly ModerationAction[] = ['reject', 'hide', 'ban'];

/** Whether the backend accepts reasons for the action. */
const takesReasons = ({ action, comment, section: { store } }: ModerationForm): boolean =>
  RESTRICTIONS.includes(action) && store.state.info?.decisions !== undefined && !isOwn(comment, store.state);

/** What the button of an action says. `name`: the author's. */
export function labelOf(action: ModerationAction, name: string, { ban, actions }: ModerationMessages): string {
  return action === 'ban' ? ban.label(name) : actions[action].label;
}

/** Whether a form asks before it carries out its action. */
export const asksFirst = (form: ModerationForm): boolean => form.action === 'ban' || takesReasons(form);

/**
 * Carries out a moderator's action on a comment, and shows its progress, failure or success, with an undo button. A ban asks first, and so
 * does what takes reasons; the author's current ban is shown as done.
 */
export class ModerationForm extends PanelForm {
  static override properties: PropertyDeclarations = {
    action: { attribute: false },
    isPressed: { attribute: false },
    isDone: { state: true },
  };

  declare section: Section<VisitMessages & TakingPartMessages & ModerationGroup>;
  action!: ModerationAction;
  /** Whether the button was just pressed. A form that is rendered again does not repeat the action. */
  isPressed = false;

  private isDone = false;
  /** The author's name. Saved, because a comment may lose its author with its text. */
  #name = '';

  get labels(): ModerationMessages {
    return this.section.messages.moderation;
  }

  protected override willUpdate(): void {
    if (this.hasUpdated) return;
    this.#name = shownName(this.comment, this.messages);
    this.isDone = this.action === 'ban' && this.comment.ban !== undefined;
  }

  protected override firstUpdated(): void {
    // The harmless button, in case a key is pressed twice.
    if (asksFirst(this)) void this.focusOn('.foot :not(.link)');
    else if (this.isPressed) void this.submit();
    else this.close();
  }

  /** Requests the action. */
  override async submit(): Promise<void> {
    const { messages, labels, phase } = this;
    if (phase.name === 'busy' || this.isDone) return;
    const decision = this.querySelector('article-comments-decision-fields')?.read();
    if (decision === null) return;
    this.announce(messages.saving);
    if (!(await this.#change(false, labels.actionFailed, decision))) return;
    this.isDone = true;
    this.announce(this.#textOf('done'));
    await this.focusOn('[part~=close]');
    await this.reveal();
  }

  protected override render(): TemplateResult {
    const { messages, phase, action, store } = this;
    const { by } = this.comment.ban ?? {};
    if (!this.isDone) return asksFirst(this) ? this.#renderQuestion() : this.#renderProgress();
    return undoReceipt({
      text: this.#textOf('done') + (action === 'ban' && by ? ` (${by})` : ''),
      alert: this.renderAlert(),
      isBusy: phase.name === 'busy',
      messages,
      onUndo: canUndo(action, store.adapter) ? this.#onUndo : undefined,
      onClose: () => this.close(),
    });
  }

  #renderProgress(): TemplateResult {
    const { messages, phase } = this;
    if (phase.name !== 'failed') return html`<p class="muted">${messages.saving}</p>`;
    const tryAgain = html`
      <button part="button retry" class="primary" type="button" @click=${this.submit}>${messages.tryAgain}</button>
    `;
    return html`
      ${this.renderAlert()}${this.#renderSignIn()}
      <div class="foot">
        <button part="button close" type="button" @click=${this.close}>${messages.cancel}</button>
        ${this.needsSignIn ? nothing : tryAgain}
      </div>
    `;
  }

  #renderQuestion(): TemplateResult {
    const { messages, phase, labels } = this;
    const isBusy = phase.name === 'busy';
    const canRetry = phase.name === 'failed' && !this.needsSignIn;
    const { action } = this;
    const isBan = action === 'ban';
    const label = labelOf(action, this.#name, labels);
    return html`
      <div role="group" aria-labelledby="ban-question" aria-describedby=${isBan ? 'ban-consequence' : nothing}>
        <b id="ban-question">${isBan ? labels.ban.question(this.#name) : label}</b>
        ${isBan ? html`<p id="ban-consequence" class="muted">${labels.ban.consequence}</p>` : nothing}
        ${takesReasons(this) ? this.section.renderPanel('reasons', this.comment) : nothing}
        ${this.renderAlert()}${this.#renderSignIn()}
        <div class="foot">
          <button part="button keep" type="button" @click=${this.close}>${messages.cancel}</button>
          <button part="button ${action}" class="danger" type="button" aria-disabled=${isBusy} @click=${this.submit}>
            ${isBusy ? messages.saving : canRetry ? messages.tryAgain : label}
          </button>
        </div>
      </div>
    `;
  }

  #renderSignIn(): TemplateResult | typeof nothing {
    return this.renderSignIn({ action: 'moderate', id: this.comment.id });
  }

  #textOf(outcome: 'done' | 'undone'): string {
    const { action, labels } = this;
    return action === 'ban' ? labels.ban[outcome](this.#name) : labels.actions[action][outcome];
  }

  #change(isUndo: boolean, say: (cause: string) => string, decision?: DecisionReasons): Promise<unknown> {
    const { comment, action } = this;
    const change = this.write((writer) => writer.moderate({ id: comment.id, action, isUndo, decision }));
    return this.change(this.report(isUndo ? 'undo-moderation' : action, change, comment.id), say, 'moderate');
  }

  readonly #onUndo = async (): Promise<void> => {
    if (this.phase.name === 'busy') return;
    if (!(await this.#change(true, this.labels.undoFailed))) return;
    this.announce(this.#textOf('undone'));
    if (this.isConnected) this.close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'article-comments-moderation-form': ModerationForm;
  }
}
