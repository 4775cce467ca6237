import type { CommentId } from '../model/adapter.js';

/** Larger than the numbers of real comments, and within the range of most databases. */
const LARGE = 1_000_000_000;

/** The number of characters to change at the end. */
const END = 6;

/**
 * An id that looks like a given one but belongs to no comment: a large number instead of a small one, otherwise other letters and
 * digits at the end. The result has letters and digits where the backend's ids do, also in hexadecimal and in base 32.
 */
export function unknownIdLike(id: CommentId): CommentId {
  const [, prefix = '', number] = /^(\D*)(\d{1,9})$/.exec(id) ?? [];
  if (number !== undefined) return `${prefix}${LARGE + Number(number)}`;
  const characters = [...id];
  let remaining = END;
  for (let index = characters.length - 1; index >= 0 && remaining > 0; index--) {
    const other = otherThan(characters[index]!);
    if (other !== characters[index]) remaining--;
    characters[index] = other;
  }
  return remaining === END ? `${id}-unknown` : characters.join('');
}

function otherThan(character: string): string {
  if (/\d/.test(character)) return String(9 - Number(character));
  // Hexadecimal digits stay hexadecimal.
  if (/[a-f]/i.test(character)) return rotated(character, 'abcdef');
  return rotated(character, 'ghijklmnopqrstuvwxyz');
}

function rotated(character: string, alphabet: string): string {
  const index = alphabet.indexOf(character.toLowerCase());
  if (index < 0) return character;
  const next = alphabet[(index + 1) % alphabet.length]!;
  return character === character.toLowerCase() ? next : next.toUpperCase();
}
