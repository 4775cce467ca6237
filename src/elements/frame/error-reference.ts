import type { AdapterError } from '../../model/adapter.js';

const references = new WeakMap<AdapterError, string>();

/** The six characters by which readers and support can name an error. The console has the error under them, once. */
export function errorReference(error: AdapterError): string {
  let reference = references.get(error);
  if (reference === undefined) {
    reference = Math.random().toString(36).slice(2, 8).padEnd(6, '0').toUpperCase();
    references.set(error, reference);
    console.error(`article-comments: reference ${reference}.`, error);
  }
  return reference;
}
