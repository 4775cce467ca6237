const DIGITS = '234567abcdefghijklmnopqrstuvwxyz';

/**
 * Derives a record key from an intent, so that a retry finds the record of the first attempt.
 *
 * Servers accept only timestamp identifiers as keys of posts: 13 digits in base 32. The derived keys are
 * timestamps between 2005 and 2023, so clients that sort records by key do not treat them as posts from the future.
 */
export function recordKey(intent: string): string {
  const digit = (index: number): number => hash(`${index} ${intent}`) >>> 27;
  let key = `3${DIGITS.charAt(digit(0) >> 1)}`;
  for (let index = 1; index < 12; index++) key += DIGITS.charAt(digit(index));
  return key;
}

/** 32-bit FNV-1a with the finalizer of MurmurHash3, without which similar texts would have similar hashes. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
