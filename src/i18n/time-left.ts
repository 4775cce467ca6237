import { duration } from './duration.js';

/**
 * Formats a countdown as minutes and seconds, "4:12", in the digits of the language. An hour or more is formatted as a duration,
 * "60 minutes" or "24 hours". Rounds up.
 *
 * @param ms Remaining milliseconds.
 * @param lang BCP 47 language tag.
 */
export function timeLeft(ms: number, lang: string): string {
  if (ms >= 3_600_000) return duration(ms, lang);
  const seconds = Math.ceil(ms / 1000);
  const digits = (value: number, minimum: number): string =>
    new Intl.NumberFormat(lang, { minimumIntegerDigits: minimum }).format(value);
  return `${digits(Math.floor(seconds / 60), 1)}:${digits(seconds % 60, 2)}`;
}
