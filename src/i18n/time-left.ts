import { duration } from './duration.js';

/** "4:12", in minutes and seconds with the digits of the language `lang` (BCP 47); "60 minutes" or "24 hours" from an hour on. `ms`: milliseconds, rounded up. */
export function timeLeft(ms: number, lang: string): string {
  if (ms >= 3_600_000) return duration(ms, lang);
  const seconds = Math.ceil(ms / 1000);
  const digits = (value: number, least: number): string => new Intl.NumberFormat(lang, { minimumIntegerDigits: least }).format(value);
  return `${digits(Math.floor(seconds / 60), 1)}:${digits(seconds % 60, 2)}`;
}
