import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Notices once that a reader has turned to a form: perhaps before its code had come. A form that a draft has filled waits for one.
 */
export class FirstTurn implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #onTurn: () => unknown;

  /** `onTurn` is called once the form is drawn and has had the focus. */
  constructor(host: ReactiveControllerHost & HTMLElement, onTurn: () => unknown) {
    this.#host = host;
    this.#onTurn = onTurn;
    host.addController(this);
  }

  /** Called only for a form that is drawn. */
  hostUpdated(): void {
    this.#host.removeController(this);
    if (this.#host.matches(':focus-within')) this.#onTurn();
    else this.#host.addEventListener('focusin', () => this.#onTurn(), { once: true });
  }
}
