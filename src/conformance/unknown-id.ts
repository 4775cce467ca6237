import type { CommentId } from '../model/adapter.js';

/** Numbers of real comments are smaller, and most databases store no larger ones. */
const LARGE = 1_000_000_000;

/** How many characters at the end are changed. */
const END = 6;

/**
 * An id that looks like a given one and belongs to no comment: a large number in place of a small one, otherwise other letters and
 * digits at the end. The result has letters and digits where the backend's ids do, also in hexadecimal and in base 32.
 */
export function unknownIdLike(id: CommentId): CommentId {
  const [, prefix = '', number] = /^(\D*)(\d{1,9})$/.exec(id) ?? [];
  if (number !== undefined) return `${prefix}${LARGE + Number(number)}`;
  const characters = [...id];
  let left = END;
  for (let index = characters.length - 1; index >= 0 && left > 0; index--) {
    const other = otherThan(characters[index]!);
    if (other !== characters[index]) left--;
    characters[index] = other;
  }
  return left === END ? `${id}-unknown` : characters.join('');
}

function otherThan(character: string): string {
  if (/\d/.test(character)) return String(9 - Number(character));
  // Letters of hexadecimal digits stay such.
  if (/[a-f]/i.test(character)) return rotated(character, 'abcdef');
  return rotated(character, 'ghijklmnopqrstuvwxyz');
}

function rotated(character: string, alphabet: string): string {
  const index = alphabet.indexOf(character.toLowerCase());
  if (index < 0) return character;
  const next = alphabet[(index + 1) % alphabet.length]!;
  return character === character.toLowerCase() ? next : next.toUpperCase();
}
