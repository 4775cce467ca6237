import { html, type TemplateResult } from 'lit';
import type { ReadingMessages, WritingMessages } from '../i18n/messages.js';
import type { AdapterError, ErrorKind } from '../model/adapter.js';
import type { LazyPart } from './lazy-part.js';

/** Why something failed, as a phrase to be put after a colon. */
export function causeOf(
  { kind, message }: AdapterError,
  { causes, writingCauses, dir }: ReadingMessages & Partial<WritingMessages>,
): string {
  const known: Partial<Record<ErrorKind, string>> = { ...writingCauses, ...causes };
  const words = known[kind] ?? causes.unavailable;
  const said = message.replace(/^\s+|[.\s]+$/g, '');
  // What a browser says of the network helps nobody; what a broken backend says helps whoever helps the reader.
  if (said === '' || kind === 'network' || kind === 'timeout') return words;
  // Isolated, since it may be in another script than the sentence around it.
  const isolated = dir === 'rtl' ? `\u2068${said}\u2069` : said;
  return kind === 'unavailable' || kind === 'bad-response' ? `${words} (${isolated})` : isolated;
}

/** A failure beside what failed, with the way on. */
export function failure(text: string, { tryAgain }: ReadingMessages, onRetry: () => unknown): TemplateResult {
  return html`<div role="alert" part="failure" class="small">
    <p class="failure">${text}</p>
    <button part="button" class="primary" type="button" @click=${onRetry}>${tryAgain}</button>
  </div>`;
}

/** Says that a part could not be fetched, if that is so. */
export function partFailure({ error, load }: LazyPart<unknown>, messages: ReadingMessages): TemplateResult | undefined {
  return error && failure(messages.formFailed(causeOf(error, messages)), messages, load);
}
