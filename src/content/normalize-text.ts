/** Control characters other than line feed and tab. */
const controls = /(?![\n\t])\p{Cc}/gu;

/** Bidirectional controls, which in a name would affect the text next to it. */
const bidiControls = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * More combining marks and invisible characters in a row than any script or emoji has. Hundreds of them on one letter would cover
 * the lines above.
 */
const excessMarks = /([\p{M}\p{Default_Ignorable_Code_Point}]{16})[\p{M}\p{Default_Ignorable_Code_Point}]+/gu;

/** Normalises line ends, and removes control characters and all but 16 combining marks on a letter. */
export const normalizeText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(controls, '').replace(excessMarks, '$1');

/** Normalises a single line, such as a name. */
export const normalizeLine = (text: string): string =>
  normalizeText(text).replace(bidiControls, '').replace(/\s+/gu, ' ').trim();
