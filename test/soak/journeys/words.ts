/** What the section's English words claim, for the ones whose truth can be compared with what the backend holds. */
import en from '../../../src/locales/en.js';

/** The constant beginning of a sentence whose end varies. */
const beginning = (sentence: string): string => sentence.split('…')[0]?.trimEnd() ?? sentence;

/** "Not posted": the backend does not have it, and will not. */
export const NOT_POSTED = /\bNot (?:posted|sent)\b(?! again)/;

/** The backend holds it already. */
export const POSTED_BEFORE = /\bNot posted again\b/;

/** It may or may not be there. */
export const UNCERTAIN = /not certain whether|\bPerhaps\b/;

export const PUBLISHED = beginning(en.published);
export const HELD = beginning(en.held);
export const TAKEN = beginning(en.invisible);
export const ARRIVED = beginning(en.arrivedEarlier);
export const SENDING = beginning(en.sending);

/** The text is on the device. */
export const SAVED_ON_DEVICE = /draft saved on this device/i;

/** The text outlives a reload at least. */
export const SAVED = /draft saved/i;

/** The text lasts no longer than the page. */
export const NOT_SAVED = /not saved|not kept|only (?:as long as|while|until)/i;

/** The name that the composer posts under. */
export const postingAs = (note: string): string | undefined => /Posting as (\S+)/.exec(note)?.[1];
