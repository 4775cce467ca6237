import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import type { AdapterError } from '../../model/adapter.js';
import { errorText } from './error-text.js';
import type { LazyModule } from '../lazy-module.js';
import { hasPageContent } from './page-content.js';

/** A failure in the words of `say`, shown beside what failed. `onRetry`: absent where trying again would not help. */
export function failure(
  say: (cause: string) => string,
  error: AdapterError,
  messages: Messages,
  onRetry?: (event: Event) => unknown,
): TemplateResult {
  return html`
    <div role="alert" part="failure" class="small">
      <p class="failure">${say(errorText(error, messages))}</p>
      ${onRetry ? html`<button part="button" class="primary" type="button" @click=${onRetry}>${messages.tryAgain}</button>` : nothing}
    </div>
  `;
}

/** The one sentence that readers see where the page is set up wrongly, unless the page has something for them. */
export function unavailable(
  host: HTMLElement,
  messages: Messages,
  onRetry?: (event: Event) => unknown,
): TemplateResult {
  return html`
    <slot></slot>
    ${hasPageContent(host) ? nothing : html`<p part="unavailable" class="small muted">${messages.unavailable}</p>`}
    ${onRetry ? html`<button part="button retry" class="link small" type="button" @click=${onRetry}>${messages.tryAgain}</button>` : nothing}
  `;
}

/** Says that a form's code could not be fetched; nothing where it could. */
export function moduleFailure(
  { error, load }: LazyModule<unknown>,
  messages: Messages,
): TemplateResult | typeof nothing {
  return error ? failure(messages.formFailed, error, messages, load) : nothing;
}
