/**
 * Returns a function that selects the plural form of a phrase by the CLDR plural categories of a language, for whole numbers.
 * `Category`: all categories of the language, as listed by `new Intl.PluralRules(lang).resolvedOptions().pluralCategories`.
 */
export function pluralOf<Category extends Intl.LDMLPluralRule>(
  lang: string,
): (count: number, forms: Readonly<Record<Category, string>>) => string {
  const rules = new Intl.PluralRules(lang);
  return (count, forms) => forms[rules.select(count) as Category];
}
