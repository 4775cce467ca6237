/** Loaded for warned viewers only: a moderator's warning, above the forms or in their place. */
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { ModerationGroup, TakingPartMessages } from '../../i18n/messages.js';
import type { AdapterError, Warning } from '../../model/adapter.js';
import { DiscussionWriter } from '../../model/discussion/discussion-writer.js';
import { defineOnce } from '../define-once.js';
import { CommentsErrorEvent } from '../events/reading-events.js';
import { errorText } from '../frame/error-text.js';
import type { Section } from '../section.js';
import { shared } from '../shared.js';

/** The section with the messages of warnings. */
type WarningSection = Section<TakingPartMessages & ModerationGroup>;

/**
 * Renders the viewer's warning, and announces it once.
 *
 * @csspart warning - A warning to this reader. Replaces the form until it is acknowledged.
 * @csspart acknowledge - Acknowledges the warning.
 */
export class Warnings {
  readonly #section: WarningSection;
  /** The id of the warning that was announced last. Several open forms render the same warning. */
  #announced: string | undefined;

  constructor(section: WarningSection) {
    this.#section = section;
    defineOnce('article-comments-warning', WarningNotice);
  }

  /** Renders the warning. Requires a warned viewer. */
  render(): TemplateResult {
    const { store, root, messages } = this.#section;
    const warning = store.state.viewer.warning!;
    if (this.#announced !== warning.id) {
      this.#announced = warning.id;
      const wasWriting = root.activeElement?.matches('textarea') ?? false;
      void this.#announce(`${messages.moderation.warning}: ${warning.message}`, wasWriting);
    }
    return html`
      <article-comments-warning
        .section=${this.#section}
        .warning=${warning}
      ></article-comments-warning>
    `;
  }

  /** Announces the warning. Focus that was in a form moves to the button that replaces it. */
  async #announce(text: string, wasWriting: boolean): Promise<void> {
    const { host, root } = this.#section;
    await host.updateComplete;
    await root.querySelector('article-comments-warning')?.updateComplete;
    this.#section.announce(text);
    if (wasWriting && !root.activeElement) root.querySelector<HTMLElement>('[part~=acknowledge]')?.focus();
  }
}

/**
 * A moderator's warning to the viewer. If the backend supports acknowledging, it replaces the form until the viewer does so; the text of
 * the form is saved as a draft. Renders into the section's shadow root.
 */
export class WarningNotice extends LitElement {
  static override properties: PropertyDeclarations = {
    // The same object at every update of the section, whose language may have changed.
    section: { attribute: false, hasChanged: () => true },
    warning: { attribute: false },
    isBusy: { state: true },
    error: { state: true },
  };

  section!: WarningSection;
  /** Stays when the acknowledged warning is gone from the section's state: this element is still rendered once more. */
  warning!: Warning;

  private isBusy = false;
  private error: AdapterError | undefined;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    const { warning, section, error, isBusy } = this;
    const { messages, store } = section;
    const labels = messages.moderation;
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
        ${store.adapter?.acknowledgeWarning ? answer : nothing}
      </div>
    `;
  }

  readonly #onAcknowledge = async (): Promise<void> => {
    if (this.isBusy) return;
    const { host, root, announce, messages } = this.section;
    this.isBusy = true;
    this.error = undefined;
    const parent = this.parentElement;
    const outcome = await shared(this.section, DiscussionWriter).acknowledgeWarning(this.warning.id);
    this.isBusy = false;
    if (outcome.type === 'failed') {
      this.error = outcome.error;
      this.dispatchEvent(new CommentsErrorEvent(outcome.error, 'acknowledge'));
    }
    if (outcome.type !== 'done') return;
    announce(messages.moderation.acknowledged);
    // The next update renders the form, which then takes the focus.
    await host.updateComplete;
    if (!root.activeElement) parent?.querySelector<HTMLElement>('textarea')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'article-comments-warning': WarningNotice;
  }
}
