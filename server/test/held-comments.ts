import assert from 'node:assert/strict';
import { createDraft, type Reader } from '../../test/support/demo-server/reader.js';

let texts = 0;

/** A text that no other test uses. */
export const newText = (words: string): string => `${words} (text ${++texts})`;

/** Posts a comment that is held, and returns its text. */
export async function hold(reader: Reader, key: string, words = 'Visit my casino'): Promise<string> {
  const text = newText(words);
  assert.equal((await reader.submit(createDraft(key, text))).outcome, 'pending');
  return text;
}
