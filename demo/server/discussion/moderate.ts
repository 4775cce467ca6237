import type { HouseRules } from '../house-rules.js';

/** What becomes of a text, as far as a program can tell. */
export type Verdict =
  | { readonly outcome: 'published' }
  /** An editor looks at it first. */
  | { readonly outcome: 'pending'; readonly reason: string }
  | { readonly outcome: 'rejected'; readonly reason: string }
  /** Its author is asked whether they mean it. */
  | { readonly outcome: 'confirm'; readonly message: string };

export function moderate(text: string, { words, shouting }: HouseRules): Verdict {
  // Without what hides a word from a program and not from a reader: joiners, wide letters, accents put on top.
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{Cf}\p{M}]/gu, '')
    .toLowerCase();
  const said = new Set(plain.match(/[\p{L}\p{N}]+/gu));
  if (words.forbidden.some((word) => said.has(word)))
    return { outcome: 'rejected', reason: 'Please say it without calling anybody names.' };
  if (words.held.some((word) => said.has(word))) return { outcome: 'pending', reason: 'An editor will look at it first.' };
  const letters = text.match(/[\p{Lu}\p{Ll}]/gu) ?? [];
  const capitals = text.match(/\p{Lu}/gu) ?? [];
  if (letters.length >= shouting.letters && capitals.length / letters.length >= shouting.share)
    return { outcome: 'confirm', message: 'All these capitals read like shouting. Post it like this?' };
  return { outcome: 'published' };
}
