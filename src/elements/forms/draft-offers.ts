import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import type { SavedDraft } from '../../model/drafts/draft-store.js';
import type { FormDraft } from '../../model/drafts/form-draft.js';

interface OfferingForm extends ReactiveControllerHost, HTMLElement {
  readonly messages: Messages;
  readonly announce: (text: string) => void;
}

/** Offers what a form can bring back: other saved texts, and the text that was just discarded. */
export class DraftOffers {
  readonly #form: OfferingForm;
  readonly #draft: FormDraft;
  readonly #discardedText: () => string;
  /** The selection when the text was discarded. */
  #selection: readonly [start: number, end: number] = [0, 0];

  /** `discardedText`: the message after the form was emptied. */
  constructor(form: OfferingForm, draft: FormDraft, discardedText = () => form.messages.draftDiscarded) {
    this.#form = form;
    this.#draft = draft;
    this.#discardedText = discardedText;
  }

  /** Empties the form. Returns false if it was empty. */
  discard(): boolean {
    const { selectionStart = 0, selectionEnd = 0 } = this.#textarea ?? {};
    this.#selection = [selectionStart, selectionEnd];
    if (!this.#draft.discard()) return false;
    this.#form.announce(this.#discardedText());
    return true;
  }

  /** Renders the other saved texts. Drafts from other tabs can't be discarded here; they may be another person's. */
  renderSaved(): TemplateResult[] {
    const { messages } = this.#form;
    const discard = (offer: SavedDraft): TemplateResult => html`
      <button part="button discard-kept" class="muted" type="button" @click=${() => this.#discardOffer(offer)}>
        ${messages.discardKept}
      </button>
    `;
    return this.#draft.offers.map(
      (offer) => html`
        <p part="kept-text" class="outcome small">
          ${introduction(offer, messages)}
          <q class="excerpt muted" dir="auto">${offer.draft.body}</q>
          <button part="button show-kept" class="link" type="button" @click=${() => this.#draft.take(offer)}>
            ${messages.showKept}
          </button>
          ${offer.isOwn ? discard(offer) : nothing}
        </p>
      `,
    );
  }

  /** Renders the discarded text's "Undo". */
  renderDiscarded(): TemplateResult | typeof nothing {
    const { discarded } = this.#draft;
    const { messages } = this.#form;
    if (!discarded) return nothing;
    return html`
      <p part="discarded" class="outcome small">
        ${discarded === 'text' ? this.#discardedText() : messages.draftDiscarded}
        <button part="button undo" class="link after" type="button" @click=${this.#onUndo}>${messages.undo}</button>
      </p>
    `;
  }

  /** Renders the same in place of a form that has nothing else to show. */
  renderAlone(onClose: () => unknown): TemplateResult {
    return html`
      ${this.renderDiscarded()}
      <div class="foot small">
        <button part="button close" type="button" @click=${onClose}>${this.#form.messages.close}</button>
      </div>
    `;
  }

  get #textarea(): HTMLTextAreaElement | null {
    return this.#form.querySelector('textarea');
  }

  async #discardOffer(offer: SavedDraft): Promise<void> {
    this.#draft.discardOffer(offer);
    this.#form.announce(this.#form.messages.draftDiscarded);
    await this.#form.updateComplete;
    this.#form.querySelector<HTMLElement>('[part~=undo]')?.focus();
  }

  readonly #onUndo = async (): Promise<void> => {
    const isInForm = this.#draft.undo();
    await this.#form.updateComplete;
    if (!isInForm) return this.#form.querySelector<HTMLElement>('[part~=show-kept]')?.focus();
    this.#textarea?.focus();
    this.#textarea?.setSelectionRange(...this.#selection);
  };
}

function introduction({ isOwn, isSignedOut }: SavedDraft, messages: Messages): string {
  if (isSignedOut) return isOwn ? messages.keptSignedOut : messages.keptSignedOutElsewhere;
  return isOwn ? messages.keptEarlier : messages.keptElsewhere;
}
