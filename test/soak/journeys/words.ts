/** What the section's English words claim, for the ones whose truth can be compared with what the backend holds. */
import en from '../../support/english.js';

/** The constant beginning of a sentence whose end varies. */
const beginning = (sentence: string): string => sentence.split('…')[0]?.trimEnd() ?? sentence;

/** The backend does not have it, and will not. */
export const NOT_POSTED = /\bwasn’t (?:posted|sent)\b/;

/** The backend holds it already. */
export const POSTED_BEFORE = /\bno need to post it again\b/;

/** It may or may not be there. */
export const UNCERTAIN = /can’t tell whether|May not have been posted/;

export const PUBLISHED = beginning(en.published);
export const HELD = beginning(en.held);
export const TAKEN = beginning(en.invisible);
export const ARRIVED = beginning(en.arrivedEarlier);
export const SENDING = beginning(en.sending);

/** The text is on the device. */
export const SAVED_ON_DEVICE = /draft is saved\./;

/** The text outlives a reload at least. */
export const SAVED = /draft is saved/;

/** The text lasts no longer than the page. */
export const NOT_SAVED = /can’t be saved/;

/** The name that the composer posts under. */
export const postingAs = (note: string): string | undefined => /Posting as (\S+)/.exec(note)?.[1];
