/** What no keyboard types and no page shows: control characters other than line ends and tabs. */
const controls = /(?![\n\t])\p{Cc}/gu;

/** Overrides of the direction of writing, which in a name would turn around what stands beside it. */
const overrides = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text as it was typed, with one kind of line end. */
export const cleanText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(controls, '');

/** A name or the like, on one line. */
export const cleanLine = (text: string): string => cleanText(text).replace(overrides, '').replace(/\s+/gu, ' ').trim();
