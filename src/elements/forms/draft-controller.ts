import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DraftForm } from '../../model/drafts/draft-autosave.js';
import { FormDraft } from '../../model/drafts/form-draft.js';

/** Connects the draft of a form to the page: saves it when the page is left, follows other tabs, and updates the form. */
export class DraftController extends FormDraft implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;

  constructor(host: ReactiveControllerHost & Element, form: DraftForm) {
    super(form);
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

  protected override onChange(): void {
    super.onChange();
    this.#host.requestUpdate();
  }

  readonly #onPageHide = (): void => this.leave();

  readonly #onStorage = ({ key }: StorageEvent): void => this.onOtherTab(key);
}
