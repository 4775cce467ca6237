import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';

/** How long a text stays in the live region, in milliseconds: longer than any screen reader takes to notice it. */
const DURATION = 5000;

/** The section's live region, which has screen readers announce texts. */
export class Announcer {
  readonly #host: ReactiveControllerHost;
  #text = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  readonly announce = (text: string): void => {
    // A live region is read when it changes. The space makes a repeated text a change.
    this.#setText(this.#text === text ? `${text}\u00a0` : text);
    clearTimeout(this.#timer);
    // Cleared, or a screen reader reading on would find it again.
    this.#timer = setTimeout(() => this.#setText(''), DURATION);
  };

  render(): TemplateResult {
    return html`<div class="live" aria-live="polite">${this.#text}</div>`;
  }

  #setText(text: string): void {
    this.#text = text;
    this.#host.requestUpdate();
  }
}
