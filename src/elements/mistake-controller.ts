import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Mistake } from './misconfiguration.js';

/** Has the developer of a page told what is wrong with it, each mistake once. The words for it are fetched when there is one. */
export class MistakeController implements ReactiveController {
  /** What the page shows of it. */
  note: unknown;
  readonly #host: ReactiveControllerHost & HTMLElement;
  #told = '';

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.tell(undefined);
  }

  /** Undefined: nothing is wrong any more. */
  tell(mistake: Mistake | undefined): void {
    const told = JSON.stringify(mistake ?? '');
    if (told === this.#told) return;
    this.#told = told;
    this.note = undefined;
    if (!mistake) return;
    void import('./misconfiguration.js').then(({ tell }) => {
      if (told !== this.#told) return;
      this.note = tell(this.#host, mistake);
      this.#host.requestUpdate();
    });
  }
}
