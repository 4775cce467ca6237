import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Messages, ModerationMessages } from '../../i18n/messages.js';
import type { AdapterError, Warning } from '../../model/adapter.js';
import type { DiscussionWriter } from '../../model/discussion/discussion-writer.js';
import { CommentsErrorEvent } from '../events.js';
import { errorText } from '../frame/error-text.js';

/**
 * A moderator's warning to the viewer. Where it can be acknowledged, it stands in the place of a form until then: the text of the form
 * is kept as a draft. It draws into the section's shadow root.
 */
export class WarningNotice extends LitElement {
  static override properties: PropertyDeclarations = {
    warning: { attribute: false },
    canAcknowledge: { attribute: false },
    messages: { attribute: false },
    labels: { attribute: false },
    isBusy: { state: true },
    error: { state: true },
  };

  warning!: Warning;
  canAcknowledge = false;
  messages!: Messages;
  labels!: ModerationMessages;
  writer!: DiscussionWriter;
  /** Says something to screen readers. */
  announce!: (text: string) => void;

  private isBusy = false;
  private error: AdapterError | undefined;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    const { warning, labels, messages, error, isBusy, canAcknowledge } = this;
    const failure =
      error &&
      html`<p role="alert" part="failure" class="failure">${labels.acknowledgeFailed(errorText(error, messages))}</p>`;
    const answer = html`
      <p class="muted">${labels.warningConsequence}</p>
      ${failure ?? nothing}
      <div class="foot">
        <button part="button acknowledge" class="primary" type="button" aria-disabled=${isBusy} @click=${this.#onAcknowledge}>
          ${isBusy ? messages.sending : error ? messages.tryAgain : labels.acknowledge}
        </button>
      </div>
    `;
    return html`
      <div role="group" aria-label=${labels.warning} part="warning" class="notice small">
        <b>${labels.warning}</b>
        <p dir="auto">${warning.message}</p>
        ${canAcknowledge ? answer : nothing}
      </div>
    `;
  }

  readonly #onAcknowledge = async (): Promise<void> => {
    if (this.isBusy) return;
    this.isBusy = true;
    this.error = undefined;
    const root = this.getRootNode() as ShadowRoot;
    const place = this.parentElement;
    const outcome = await this.writer.acknowledgeWarning(this.warning.id);
    this.isBusy = false;
    if (outcome.type === 'failed') {
      this.error = outcome.error;
      this.dispatchEvent(new CommentsErrorEvent(outcome.error, 'acknowledge'));
    }
    if (outcome.type !== 'done') return;
    this.announce(this.labels.acknowledged);
    // The form is drawn with the next update, and the focus goes to it.
    const { host } = root as unknown as { readonly host: LitElement };
    await host.updateComplete;
    if (!root.activeElement) place?.querySelector<HTMLElement>('textarea')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'article-comments-warning': WarningNotice;
  }
}
