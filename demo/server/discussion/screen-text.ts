import type { HouseRules } from '../house-rules.js';

/** The result of automatic moderation. */
export type ScreeningResult =
  | { readonly outcome: 'published' }
  /** Held for an editor. */
  | { readonly outcome: 'pending'; readonly reason: string }
  | { readonly outcome: 'rejected'; readonly reason: string }
  /** The author is asked to reconsider. */
  | { readonly outcome: 'confirm'; readonly message: string };

export function screenText(text: string, { words, shouting }: HouseRules): ScreeningResult {
  if (listedWords(text, words.forbidden).length > 0)
    return { outcome: 'rejected', reason: 'Please say it without insults.' };
  if (listedWords(text, words.held).length > 0)
    return { outcome: 'pending', reason: 'An editor will review it first.' };
  const letters = text.match(/[\p{Lu}\p{Ll}]/gu) ?? [];
  const capitals = text.match(/\p{Lu}/gu) ?? [];
  if (letters.length >= shouting.letters && capitals.length / letters.length >= shouting.share)
    return { outcome: 'confirm', message: 'All these capitals read like shouting. Post it anyway?' };
  return { outcome: 'published' };
}

/** The words of a list that are in the text. */
export function listedWords(text: string, list: readonly string[]): readonly string[] {
  // Removes what hides a word from a program but not from a reader: joiners, full-width letters, combining accents.
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{Cf}\p{M}]/gu, '')
    .toLowerCase();
  const used = new Set(plain.match(/[\p{L}\p{N}]+/gu));
  return list.filter((word) => used.has(word));
}
