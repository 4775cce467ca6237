/** Arabic nouns with a number. The language has six forms of each. */

type Forms = Readonly<Record<Intl.LDMLPluralRule, string>>;

/** Picks the form of a counted noun: Arabic has all six, and one and two are said without a number. */
export const plural = (count: number, forms: Forms): string => forms[new Intl.PluralRules('ar').select(count)];

/** The counted characters as the object of a sentence. */
export const characters = (count: number, formatted: string): string =>
  plural(count, {
    zero: `${formatted} حرف`,
    one: 'حرف واحد',
    two: 'حرفان',
    few: `${formatted} أحرف`,
    many: `${formatted} حرفًا`,
    other: `${formatted} حرف`,
  });

export const replies = (count: number, formatted: string): string =>
  plural(count, {
    zero: 'الردود',
    one: 'رد واحد',
    two: 'ردين',
    few: `${formatted} ردود`,
    many: `${formatted} ردًا`,
    other: `${formatted} رد`,
  });

export const newReplies = (count: number, formatted: string): string =>
  plural(count, {
    zero: 'الردود الجديدة',
    one: 'رد جديد واحد',
    two: 'ردين جديدين',
    few: `${formatted} ردود جديدة`,
    many: `${formatted} ردًا جديدًا`,
    other: `${formatted} رد جديد`,
  });

export const newComments = (count: number, formatted: string): string =>
  plural(count, {
    zero: 'التعليقات الجديدة',
    one: 'تعليق جديد واحد',
    two: 'تعليقين جديدين',
    few: `${formatted} تعليقات جديدة`,
    many: `${formatted} تعليقًا جديدًا`,
    other: `${formatted} تعليق جديد`,
  });
