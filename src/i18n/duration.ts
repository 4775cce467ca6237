/**
 * Formats a duration in whole seconds, minutes or hours, rounded up: "42 seconds", "4 minutes", "2 hours".
 *
 * @param ms Milliseconds.
 * @param lang BCP 47 language tag.
 */
export function duration(ms: number, lang: string): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  const [unit, value] = inLargestUnit(seconds);
  return new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.ceil(value));
}

function inLargestUnit(seconds: number): readonly [unit: string, value: number] {
  if (seconds < 60) return ['second', seconds];
  // "89 minutes" is more precise than "2 hours".
  return seconds < 5400 ? ['minute', seconds / 60] : ['hour', seconds / 3600];
}
