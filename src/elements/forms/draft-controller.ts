import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { MessagesWith, TakingPartMessages } from '../../i18n/messages.js';
import { pageStorage } from '../../model/drafts/draft-storage.js';
import { DraftStore, type SavedDraft } from '../../model/drafts/draft-store.js';
import { type DraftForm, FormDraft } from '../../model/drafts/form-draft.js';

/** The drafts of all sections on the page, so that no two forms write the same draft. */
export const drafts = new DraftStore(pageStorage);

/** A form, as its controllers see it. */
export interface FormHost extends ReactiveControllerHost, HTMLElement {
  readonly messages: MessagesWith<TakingPartMessages>;
  readonly announce: (text: string) => void;
}

interface PageForm extends DraftForm {
  /** The message after the form was emptied, if it is not `draftDiscarded`. */
  discardedText?(): string;
}

/**
 * Connects the draft of a form to the page: saves it when the page is left, follows other tabs, and renders what the form can
 * bring back, which is other saved texts and the text that was just discarded.
 *
 * @csspart kept-text - The offer to show an earlier draft.
 * @csspart discarded - Notice that a draft was discarded, with a button to undo it.
 * @csspart show-kept - Shows an earlier draft.
 * @csspart discard-kept - Discards an earlier draft.
 * @csspart undo - Restores a discarded draft or a removed comment.
 */
export class DraftController extends FormDraft implements ReactiveController {
  readonly #host: FormHost;
  declare protected readonly form: PageForm;
  /** The selection when the text was discarded. */
  #selection: readonly [start: number, end: number] = [0, 0];

  constructor(host: FormHost, form: PageForm) {
    super(form, drafts);
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#onPageHide);
    addEventListener('storage', this.#onStorage);
    document.addEventListener('visibilitychange', this.flush);
    this.connect();
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#onPageHide);
    removeEventListener('storage', this.#onStorage);
    document.removeEventListener('visibilitychange', this.flush);
    this.disconnect();
    // A move is a removal and an insertion in one task.
    queueMicrotask(() => this.#host.isConnected || this.settle());
  }

  override discard(): boolean {
    const { selectionStart = 0, selectionEnd = 0 } = this.#textarea ?? {};
    this.#selection = [selectionStart, selectionEnd];
    const isDiscarded = super.discard();
    if (isDiscarded) this.#host.announce(this.#discardedText);
    return isDiscarded;
  }

  /** Renders the other saved texts. Drafts from other tabs can't be discarded here; they may be another person's. */
  renderOffers(): TemplateResult[] {
    const { messages } = this.#host;
    const discard = (offer: SavedDraft): TemplateResult => html`
      <button part="button discard-kept" class="muted" type="button" @click=${() => this.#onDiscardOffer(offer)}>
        ${messages.discardKept}
      </button>
    `;
    return this.offers.map(
      (offer) => html`
        <p part="kept-text" class="outcome small">
          ${introduction(offer, messages)}
          <q class="excerpt muted" dir="auto">${offer.draft.body}</q>
          <button part="button show-kept" class="link" type="button" @click=${() => this.take(offer)}>
            ${messages.showKept}
          </button>
          ${offer.isOwn ? discard(offer) : nothing}
        </p>
      `,
    );
  }

  /** Renders the way to restore the discarded text. */
  renderDiscarded(): TemplateResult | typeof nothing {
    const { discarded } = this;
    const { messages } = this.#host;
    if (!discarded) return nothing;
    return html`
      <p part="discarded" class="outcome small">
        ${discarded === 'text' ? this.#discardedText : messages.draftDiscarded}
        <button part="button undo" class="link after" type="button" @click=${this.#onUndo}>${messages.undo}</button>
      </p>
    `;
  }

  /** Renders the same in place of a form that has nothing else to show. */
  renderAlone(onClose: () => unknown): TemplateResult {
    return html`
      ${this.renderDiscarded()}
      <div class="foot small">
        <button part="button close" type="button" @click=${onClose}>${this.#host.messages.close}</button>
      </div>
    `;
  }

  protected override onChange(): void {
    super.onChange();
    this.#host.requestUpdate();
  }

  get #discardedText(): string {
    return this.form.discardedText?.() ?? this.#host.messages.draftDiscarded;
  }

  get #textarea(): HTMLTextAreaElement | null {
    return this.#host.querySelector('textarea');
  }

  async #onDiscardOffer(offer: SavedDraft): Promise<void> {
    this.discardOffer(offer);
    this.#host.announce(this.#host.messages.draftDiscarded);
    await this.#host.updateComplete;
    this.#host.querySelector<HTMLElement>('[part~=undo]')?.focus();
  }

  readonly #onUndo = async (): Promise<void> => {
    const isInForm = this.undo();
    await this.#host.updateComplete;
    if (!isInForm) return this.#host.querySelector<HTMLElement>('[part~=show-kept]')?.focus();
    this.#textarea?.focus();
    this.#textarea?.setSelectionRange(...this.#selection);
  };

  readonly #onPageHide = (): void => this.leave();

  readonly #onStorage = ({ key }: StorageEvent): void => this.onOtherTab(key);
}

function introduction({ isOwn, isSignedOut }: SavedDraft, messages: MessagesWith<TakingPartMessages>): string {
  if (isSignedOut) return isOwn ? messages.keptSignedOut : messages.keptSignedOutElsewhere;
  return isOwn ? messages.keptEarlier : messages.keptElsewhere;
}
