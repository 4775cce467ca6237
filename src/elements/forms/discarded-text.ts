import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import type { KeptDraft } from '../../model/drafts/draft-store.js';
import type { DraftAutosave } from './draft-autosave.js';

interface DiscardingForm extends ReactiveControllerHost, HTMLElement {
  readonly messages: Messages;
  readonly announce: (text: string) => void;
}

/** Throws a text away, says so, and offers the way back. */
export class DiscardedText {
  readonly #form: DiscardingForm;
  readonly #autosave: DraftAutosave;
  readonly #said: () => string;
  /** What was selected when the text was discarded. */
  #selection: readonly [start: number, end: number] = [0, 0];

  /** `said`: the words for what has happened. */
  constructor(form: DiscardingForm, autosave: DraftAutosave, said = () => form.messages.draftDiscarded) {
    this.#form = form;
    this.#autosave = autosave;
    this.#said = said;
  }

  /** Empties the form. False where there was nothing in it. */
  discard(): boolean {
    const { selectionStart = 0, selectionEnd = 0 } = this.#textarea ?? {};
    this.#selection = [selectionStart, selectionEnd];
    if (!this.#autosave.discard()) return false;
    this.#form.announce(this.#said());
    return true;
  }

  /** Withdraws a text that is on offer beside the form. */
  async discardOffer(offer: KeptDraft): Promise<void> {
    this.#autosave.discardOffer(offer);
    this.#form.announce(this.#form.messages.draftDiscarded);
    await this.#form.updateComplete;
    this.#form.querySelector<HTMLElement>('[part~=undo]')?.focus();
  }

  render(): TemplateResult | typeof nothing {
    const { discarded } = this.#autosave;
    const { messages } = this.#form;
    if (!discarded) return nothing;
    return html`
      <p part="discarded" class="outcome small">
        ${discarded === 'text' ? this.#said() : messages.draftDiscarded}
        <button part="button undo" class="link after" type="button" @click=${this.#onUndo}>${messages.undo}</button>
      </p>
    `;
  }

  /** The same in place of a form that has nothing else to show. */
  renderAlone(onClose: () => unknown): TemplateResult {
    return html`
      ${this.render()}
      <div class="foot small">
        <button part="button close" type="button" @click=${onClose}>${this.#form.messages.close}</button>
      </div>
    `;
  }

  get #textarea(): HTMLTextAreaElement | null {
    return this.#form.querySelector('textarea');
  }

  readonly #onUndo = async (): Promise<void> => {
    const isInForm = this.#autosave.undo();
    await this.#form.updateComplete;
    if (!isInForm) return this.#form.querySelector<HTMLElement>('[part~=show-kept]')?.focus();
    this.#textarea?.focus();
    this.#textarea?.setSelectionRange(...this.#selection);
  };
}
