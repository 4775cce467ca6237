/** Numbers and times in English. */

export const count = (number: number, noun: string): string =>
  `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;

const times = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** All times are in UTC, because a page without scripts does not know the reader's time zone. */
export const timeOf = (date: Date): string => `${times.format(date)} UTC`;

export const dateOf = (date: Date): string => dates.format(date);
