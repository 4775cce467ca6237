import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';

/** The section's live region: says things to screen readers. */
export class Announcer {
  readonly #host: ReactiveControllerHost;
  #text = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  readonly announce = (text: string): void => {
    // A live region is read when it changes. The space makes the same words a change.
    this.#text = this.#text === text ? `${text}\u00a0` : text;
    this.#host.requestUpdate();
  };

  render(): TemplateResult {
    return html`<div class="live" aria-live="polite">${this.#text}</div>`;
  }
}
