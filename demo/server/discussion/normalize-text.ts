/** Control characters other than line feed and tab. */
const controls = /(?![\n\t])\p{Cc}/gu;

/** Bidirectional controls, which in a name would affect the text next to it. */
const bidiControls = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Normalises line ends and removes control characters. */
export const normalizeText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(controls, '');

/** Normalises a single line, such as a name. */
export const normalizeLine = (text: string): string =>
  normalizeText(text).replace(bidiControls, '').replace(/\s+/gu, ' ').trim();
