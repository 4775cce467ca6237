import { html, type TemplateResult } from 'lit';
import type { ReadingMessages, WritingMessages } from '../i18n/messages.js';
import type { AdapterError, ErrorKind } from '../model/adapter.js';

/** Kinds whose every word the backend chose: its own sentence says more than ours. */
const OWN_WORDS: readonly ErrorKind[] = ['invalid', 'too-long', 'forbidden', 'blocked', 'rejected', 'conflict', 'unsupported', 'confirm'];

/** Kinds where what came back is of use to whoever helps the reader. */
const DETAILED: readonly ErrorKind[] = ['unavailable', 'bad-response'];

/** Why something failed, as a phrase to be put after a colon. */
export function causeOf({ kind, message }: AdapterError, { causes, writingCauses }: ReadingMessages & Partial<WritingMessages>): string {
  const known: Partial<Record<ErrorKind, string>> = { ...writingCauses, ...causes };
  const words = known[kind] ?? causes.unavailable;
  const said = message.trim().replace(/[.\s]+$/, '');
  if (said === '') return words;
  if (OWN_WORDS.includes(kind)) return said;
  return DETAILED.includes(kind) ? `${words} (${said})` : words;
}

/** A failure beside what failed, with the way on. */
export function failure(text: string, { tryAgain }: ReadingMessages, onRetry: () => void): TemplateResult {
  return html`<div role="alert" part="failure" class="small">
    <p class="failure">${text}</p>
    <button part="button" class="primary" type="button" @click=${onRetry}>${tryAgain}</button>
  </div>`;
}
