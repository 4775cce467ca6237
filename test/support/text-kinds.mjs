/** Kinds of text that cost most to count, to compare and to keep in memory. */

/** What is repeated, by the name of the kind. */
export const textKinds = {
  letters: 'a',
  marks: '\u0301',
  'emoji of families': '👨‍👩‍👧‍👦',
  'emoji of flags': '🇩🇪',
  'CJK characters': '漢',
  'letters that are long in full': '\ufdfa',
  spaces: ' ',
};

/**
 * A text of one kind.
 *
 * @param {string} unit What is repeated.
 * @param {number} length In code points, as the contract counts.
 */
export const textOf = (unit, length) =>
  Array.from(unit.repeat(Math.ceil(length / Array.from(unit).length)))
    .slice(0, length)
    .join('');
