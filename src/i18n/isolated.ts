import type { Messages } from './messages.js';

/** A backend's own words, to stand among those of a section. They may be in a script that runs the other way. */
export const isolated = (words: string, { dir }: Pick<Messages, 'dir'>): string =>
  dir === 'rtl' ? `\u2068${words}\u2069` : words;
