import { html, type TemplateResult } from 'lit';
import type { ReadingMessages } from '../../i18n/messages.js';
import type { LazyModule } from './lazy-module.js';

/** A failure beside what failed, with the way on. */
export function failure(text: string, { tryAgain }: ReadingMessages, onRetry: () => unknown): TemplateResult {
  return html`<div role="alert" part="failure" class="small">
    <p class="failure">${text}</p>
    <button part="button" class="primary" type="button" @click=${onRetry}>${tryAgain}</button>
  </div>`;
}

/** Says that a part could not be fetched, if that is so. */
export function partFailure({ error, load }: LazyModule<unknown>, messages: ReadingMessages): TemplateResult | undefined {
  return error && failure(messages.formFailed(messages.causes.network), messages, load);
}
