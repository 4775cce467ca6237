import type { CoreMessages } from './messages.js';

/** Isolates a backend's text in right-to-left messages, because it may have the other direction. */
export const isolated = (text: string, { dir }: Pick<CoreMessages, 'dir'>): string =>
  dir === 'rtl' ? `\u2068${text}\u2069` : text;
