/** The avatar of an author: initials, and a picture over them. */
import type { Comment } from '../model/adapter.js';
import { shownAuthor } from './shown-author.js';

export interface ShownAvatar {
  /** A no-break space if the author has no name, so that the height of the line does not change. */
  readonly initials: string;
  /** The unchecked address from the backend. */
  readonly picture: string | undefined;
}

export function avatarOf(comment: Comment): ShownAvatar {
  const author = shownAuthor(comment);
  return { initials: initialsOf(author?.name ?? '') || '\u00a0', picture: author?.avatar };
}

/** A possible initial. Excludes quotes, brackets and bidi marks at the start of a word. */
const INITIAL = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

/** Returns the initials of the first and the last word of a name. Empty if no word has one. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => INITIAL.test(word));
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  // A zero width non-joiner separates letters that would join, as in Arabic.
  return ends.map((word) => initialOf(word).toLocaleUpperCase()).join('\u200c');
}

/** Returns the first grapheme of a word that can be an initial. */
function initialOf(word: string): string {
  const beginning = word.slice(word.search(INITIAL));
  // Code points are the best approximation without a segmenter.
  if (!('Segmenter' in Intl)) return Array.from(beginning)[0]!;
  for (const { segment } of new Intl.Segmenter().segment(beginning)) return segment;
  return '';
}
