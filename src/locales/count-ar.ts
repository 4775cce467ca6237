import type { CountMessages } from '../i18n/messages.js';

const ar: CountMessages = {
  lang: 'ar',
  dir: 'rtl',
  // All six forms; one and two are said without a number.
  commentCount: (count, formatted) =>
    ({
      zero: 'لا توجد تعليقات',
      one: 'تعليق واحد',
      two: 'تعليقان',
      few: `${formatted} تعليقات`,
      many: `${formatted} تعليقًا`,
      other: `${formatted} تعليق`,
    })[new Intl.PluralRules('ar').select(count)],
};

export default ar;
