/** What stands for an author beside the name: the initials, and a picture over them. */
import type { Comment } from '../model/adapter.js';
import { shownAuthor } from './shown-author.js';

export interface ShownAvatar {
  /** Of nobody in particular: a space, so that the line stays as high. */
  readonly initials: string;
  /** As the backend gives it. */
  readonly picture: string | undefined;
}

export function avatarOf(comment: Comment): ShownAvatar {
  const author = shownAuthor(comment);
  return { initials: initialsOf(author?.name ?? '') || '\u00a0', picture: author?.avatar };
}

/** What a name can begin with. Quotes, brackets and marks of direction are none of it. */
const BEGINNING = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

/** The first signs of the first and of the last word of a name. Empty where there are none. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => BEGINNING.test(word));
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  // Between letters that would join, as in Arabic.
  return ends.map((word) => firstSign(word).toLocaleUpperCase()).join('\u200c');
}

/** The first grapheme that a name can begin with. */
function firstSign(word: string): string {
  const beginning = word.slice(word.search(BEGINNING));
  // Without a segmenter, code points come closest.
  if (!('Segmenter' in Intl)) return Array.from(beginning)[0]!;
  for (const { segment } of new Intl.Segmenter().segment(beginning)) return segment;
  return '';
}
