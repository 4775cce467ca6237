import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import type { LazyModule } from './lazy-module.js';

/** A failure, shown beside what failed, with a button to try again. */
export function failure(text: string, { tryAgain }: Messages, onRetry: (event: Event) => unknown): TemplateResult {
  return html`
    <div role="alert" part="failure" class="small">
      <p class="failure">${text}</p>
      <button part="button" class="primary" type="button" @click=${onRetry}>${tryAgain}</button>
    </div>
  `;
}

/** The one sentence that readers see where the page is set up wrongly, unless the page has something for them. */
export function unavailable(messages: Messages, onRetry?: (event: Event) => unknown): TemplateResult {
  return html`
    <slot><p part="unavailable" class="small muted">${messages.unavailable}</p></slot>
    ${onRetry ? html`<button part="button retry" class="link small" type="button" @click=${onRetry}>${messages.tryAgain}</button>` : nothing}
  `;
}

/** Says that a form's code could not be fetched; nothing where it could. */
export function moduleFailure(
  { error, load }: LazyModule<unknown>,
  messages: Messages,
): TemplateResult | typeof nothing {
  return error ? failure(messages.formFailed(messages.causes.network), messages, load) : nothing;
}
