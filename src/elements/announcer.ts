import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';

/** How long words stay in the live region, in milliseconds: longer than any screen reader takes to notice them. */
const KEPT_FOR = 5000;

/** The section's live region: says things to screen readers. */
export class Announcer {
  readonly #host: ReactiveControllerHost;
  #text = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  readonly announce = (text: string): void => {
    // A live region is read when it changes. The space makes the same words a change.
    this.#say(this.#text === text ? `${text}\u00a0` : text);
    clearTimeout(this.#timer);
    // Whoever reads on to the end of the section would come upon them again.
    this.#timer = setTimeout(() => this.#say(''), KEPT_FOR);
  };

  render(): TemplateResult {
    return html`<div class="live" aria-live="polite">${this.#text}</div>`;
  }

  #say(text: string): void {
    this.#text = text;
    this.#host.requestUpdate();
  }
}
