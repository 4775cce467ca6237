import { html, nothing, type TemplateResult } from 'lit';
import type { AdapterError } from '../../model/adapter.js';
import type { CoreMessages } from '../../i18n/messages.js';
import type { LazyModule } from '../lazy-module.js';
import { errorText } from './error-text.js';
import { hasPageContent } from './placeholder.js';

/**
 * A failure with the message `say`, beside what failed. `onRetry`: absent if trying again cannot help.
 *
 * @csspart failure - An error message with a button to try again.
 */
export function failure(
  say: (cause: string) => string,
  error: AdapterError,
  messages: CoreMessages,
  onRetry?: () => unknown,
): TemplateResult {
  return html`
    <div role="alert" part="failure" class="small">
      <p class="failure">${say(errorText(error, messages))}</p>
      ${onRetry ? html`<button part="button" class="primary" type="button" @click=${onRetry}>${messages.tryAgain}</button>` : nothing}
    </div>
  `;
}

/**
 * The sentence that readers see if the page is set up wrongly and has no content of its own for them.
 *
 * @csspart unavailable - The message shown instead of a misconfigured section.
 * @csspart retry - Repeats a failed action.
 */
export function unavailable(host: HTMLElement, messages: CoreMessages, onRetry?: () => unknown): TemplateResult {
  return html`
    <slot></slot>
    ${hasPageContent(host) ? nothing : html`<p part="unavailable" class="small muted">${messages.unavailable}</p>`}
    ${onRetry ? html`<button part="button retry" class="link small" type="button" @click=${onRetry}>${messages.tryAgain}</button>` : nothing}
  `;
}

/** Reports that code could not be loaded; nothing if it could. */
export function moduleFailure(
  { error, load }: Pick<LazyModule<unknown>, 'error' | 'load'>,
  messages: CoreMessages,
): TemplateResult | typeof nothing {
  return error ? failure(messages.formFailed, error, messages, load) : nothing;
}
