import type { ReactiveController } from 'lit';
import { focusHeading } from '../list/focus-comment.js';
import type { SectionHost } from '../section.js';

/**
 * Looks after the focus in the form for new comments. A form without a text goes when the discussion closes: whoever was in it then
 * goes on at the section's heading, and not at the top of the page.
 */
export class FormFocus implements ReactiveController {
  readonly #host: SectionHost;
  /** The form, if it had the focus before this drawing. */
  #form: Element | null = null;

  constructor(host: SectionHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#form = this.#host.renderRoot.querySelector('.composer:focus-within');
  }

  hostUpdated(): void {
    const { renderRoot } = this.#host;
    // A warning that takes the place of the form takes the focus, too.
    const isGone = this.#form?.isConnected === false && !renderRoot.querySelector('article-comments-warning');
    if (isGone && !renderRoot.activeElement) focusHeading(renderRoot);
  }
}
