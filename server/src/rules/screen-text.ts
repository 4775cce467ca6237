import type { HouseRules } from './house-rules.js';

/** The result of automatic moderation. */
export type ScreeningResult =
  | { readonly outcome: 'published' }
  /** Held for an editor. */
  | { readonly outcome: 'pending'; readonly reason: string }
  | { readonly outcome: 'rejected'; readonly reason: string }
  /** The author is asked to reconsider. */
  | { readonly outcome: 'confirm'; readonly message: string };

export function screenText(text: string, { words, shouting }: HouseRules): ScreeningResult {
  const listed = listedWords(text, [...words.forbidden, ...words.held]);
  if (listed.some((word) => words.forbidden.includes(word)))
    return { outcome: 'rejected', reason: 'Please say it without insults.' };
  if (listed.length > 0) return { outcome: 'pending', reason: 'An editor will review it first.' };
  const letters = text.match(/[\p{Lu}\p{Ll}]/gu) ?? [];
  const capitals = text.match(/\p{Lu}/gu) ?? [];
  if (letters.length >= shouting.letters && capitals.length / letters.length >= shouting.share)
    return { outcome: 'confirm', message: 'All these capitals read like shouting. Post it anyway?' };
  return { outcome: 'published' };
}

/**
 * The words of a list that are in the text. What hides a word from a program but not from a reader does not count: joiners, fillers,
 * full-width letters, and marks that the text has and the word has not.
 */
export function listedWords(text: string, list: readonly string[]): readonly string[] {
  const used = new Map<string, Set<string>>();
  for (const word of decomposed(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
    const letters = withoutMarks(word);
    const spellings = used.get(letters);
    if (spellings) spellings.add(word);
    else used.set(letters, new Set([word]));
  }
  return list.filter((word) => {
    const searched = decomposed(word);
    const spellings = used.get(withoutMarks(searched));
    return spellings !== undefined && [...spellings].some((spelling) => isWithin(searched, spelling));
  });
}

// A list may have thousands of words, and most need no change.
const isPlain = /^[\x20-\x7e]*$/;

const decomposed = (text: string): string =>
  (isPlain.test(text) ? text : text.normalize('NFKD').replace(/[\p{Cf}\p{DI}]/gu, '')).toLowerCase();

const withoutMarks = (word: string): string => (isPlain.test(word) ? word : word.replace(/\p{M}/gu, ''));

/** Whether `longer` has all characters of `word` in their order, maybe with others between them. */
function isWithin(word: string, longer: string): boolean {
  let found = 0;
  for (const character of longer) if (word.startsWith(character, found)) found += character.length;
  return found === word.length;
}
