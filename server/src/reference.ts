import { randomInt } from 'node:crypto';

/** A reference that is easy to read out: no characters that look alike. `kind`: `R` for a report, `N` for a notice. */
export function newReference(kind: 'R' | 'N'): string {
  const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
  return `${kind}-${Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')}`;
}
