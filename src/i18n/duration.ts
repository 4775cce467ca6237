/** "4 minutes" from a minute on, "42 seconds" below, in the language `lang` (BCP 47). `ms`: milliseconds, rounded up. */
export function duration(ms: number, lang: string): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  const [unit, value] =
    seconds < 60 ? ['second', seconds] : seconds < 5400 ? ['minute', Math.ceil(seconds / 60)] : ['hour', Math.ceil(seconds / 3600)];
  return new Intl.NumberFormat(lang, { style: 'unit', unit: String(unit), unitDisplay: 'long' }).format(Number(value));
}
