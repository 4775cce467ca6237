import { isolated } from '../../i18n/isolated.js';
import type { CoreMessages } from '../../i18n/messages.js';
import type { AdapterError, ErrorKind } from '../../model/adapter.js';

const references = new WeakMap<AdapterError, string>();

/** Six characters by which readers and support can refer to an error. The error is logged with them, once. */
export function errorReference(error: AdapterError): string {
  let reference = references.get(error);
  if (reference === undefined) {
    reference = Math.random().toString(36).slice(2, 8).padEnd(6, '0').toUpperCase();
    references.set(error, reference);
    console.error(`article-comments: reference ${reference}.`, error);
  }
  return reference;
}

/** The end of a text without a final punctuation mark. */
const UNENDED = /[^\p{STerm}…\p{Pe}\p{Pf}"'][\p{Pe}\p{Pf}"']*$/u;

/** Why something failed, in a sentence for readers. Details for developers go to the console, under a reference. */
export function errorText(error: AdapterError, messages: CoreMessages): string {
  const { kind, message, info } = error;
  const causes: Partial<Record<ErrorKind, string>> = messages.causes;
  const cause = causes[kind] ?? messages.causes.unavailable;
  // The browser's own message about the network does not help readers.
  if (message.trim() === '' || kind === 'network' || kind === 'timeout') return cause;
  if (kind === 'bad-response' || info.audience) return messages.withReference(cause, errorReference(error));
  return asSentence(message, messages);
}

/** A text of the backend as a sentence: adds a missing full stop. */
export function asSentence(text: string, messages: CoreMessages): string {
  return isolated(text.trim().replace(UNENDED, '$&.'), messages);
}
