const DIGITS = '234567abcdefghijklmnopqrstuvwxyz';

/**
 * The key of the record that one intent leads to, the same on every try, so that a repeat finds what the first try stored.
 *
 * Bluesky's servers take no other keys for posts than timestamps in their own notation, 13 digits of base 32. What is made
 * here is one between 2005 and 2023: nothing that keeps records by their keys takes it for a post from the future.
 */
export function recordKey(intent: string): string {
  const digit = (place: number): number => hash(`${place} ${intent}`) >>> 27;
  let key = `3${DIGITS.charAt(digit(0) >> 1)}`;
  for (let place = 1; place < 12; place++) key += DIGITS.charAt(digit(place));
  return key;
}

/** FNV-1a with 32 bits, and the last step of MurmurHash3, without which texts that are nearly the same have nearly the same hash. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
