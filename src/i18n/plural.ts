/**
 * Chooses the form of a counted phrase by the plural categories of a language (CLDR), for whole numbers. `Category`: all that the
 * language has, as `new Intl.PluralRules(lang).resolvedOptions().pluralCategories` lists them.
 */
export function pluralOf<Category extends Intl.LDMLPluralRule>(
  lang: string,
): (count: number, forms: Readonly<Record<Category, string>>) => string {
  const rules = new Intl.PluralRules(lang);
  return (count, forms) => forms[rules.select(count) as Category];
}
