/** Language tags, with or without a region, of which no region writes numbers in digits of its own. */
const WITH_LATIN_DIGITS = /^(?!ar|as|bh|bn|dz|fa|ks|mr|my|ne|pa|ps|sa|sd|ur|uz)[a-z]{2}(-[A-Z]{2})?$/;

/**
 * Formats a whole number below 1,000 without `Intl`, whose first `NumberFormat` of a page takes 36 ms on a slow phone. Undefined for
 * other numbers, and in languages with digits of their own. `lang`: BCP 47 tag.
 */
export function smallNumber(value: number, lang: string): string | undefined {
  const isSmall = value < 1000 && Number.isInteger(value) && value >= 0;
  return isSmall && WITH_LATIN_DIGITS.test(lang) ? String(value) : undefined;
}
