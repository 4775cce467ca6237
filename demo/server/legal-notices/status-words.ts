/** The words of the page that tells the sender of a notice what was decided. A language is added as another entry. */
import type { Decision } from '../../../src/model/adapter.js';

export interface StatusWords {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly title: string;
  readonly reference: string;
  readonly received: string;
  readonly decided: string;
  /** While nobody has decided. */
  readonly waiting: string;
  /** After `OPEN_MONTHS`, when the server has erased what was not decided. */
  readonly expired: string;
  /** In mails, before the address of the page. */
  readonly page: string;
  /** What to do meanwhile. */
  readonly comeBack: string;
  readonly measures: Readonly<Record<Decision['measure'], string>>;
  readonly ground: string;
  readonly grounds: Readonly<Record<Decision['ground'], string>>;
  readonly rule: string;
  readonly facts: string;
  readonly automation: string;
  readonly automated: string;
  readonly notAutomated: string;
  readonly redress: string;
  /** Text of the link to the page where the decision can be contested. */
  readonly contest: string;
  readonly notFound: string;
  readonly notFoundText: string;
}

const en: StatusWords = {
  lang: 'en',
  dir: 'ltr',
  title: 'Your notice of illegal content',
  reference: 'Reference',
  received: 'Received',
  decided: 'Decided',
  waiting: 'We have received your notice and have not decided yet.',
  expired: 'Your notice expired without a decision.',
  page: 'Your notice and the decision are on this page, whose address nobody else knows:',
  comeBack: 'The decision will be on this page. Keep its address: nobody else knows it.',
  measures: {
    removed: 'The comment was removed.',
    hidden: 'The comment was hidden from readers.',
    rejected: 'The comment was not published.',
    kept: 'The comment stays as it is.',
  },
  ground: 'Judged by',
  grounds: { law: 'The law', terms: 'The rules of this site' },
  rule: 'Law or rule',
  facts: 'Facts and circumstances',
  automation: 'Automated means',
  automated: 'Used to find the comment or to decide',
  notAutomated: 'Not used',
  redress: 'If you disagree',
  contest: 'Contest the decision',
  notFound: 'There is no such notice',
  notFoundText: 'The address is incomplete, or the notice was withdrawn.',
};

const de: StatusWords = {
  lang: 'de',
  dir: 'ltr',
  title: 'Ihre Meldung eines rechtswidrigen Inhalts',
  reference: 'Aktenzeichen',
  received: 'Eingegangen',
  decided: 'Entschieden',
  waiting: 'Ihre Meldung ist eingegangen. Entschieden ist noch nicht.',
  expired: 'Ihre Meldung ist ohne Entscheidung abgelaufen.',
  page: 'Ihre Meldung und die Entscheidung stehen auf dieser Seite, deren Adresse niemand sonst kennt:',
  comeBack: 'Die Entscheidung wird auf dieser Seite stehen. Bewahren Sie die Adresse auf: Niemand sonst kennt sie.',
  measures: {
    removed: 'Der Kommentar wurde entfernt.',
    hidden: 'Der Kommentar wurde für Leserinnen und Leser verborgen.',
    rejected: 'Der Kommentar wurde nicht veröffentlicht.',
    kept: 'Der Kommentar bleibt stehen.',
  },
  ground: 'Maßstab',
  grounds: { law: 'Das Gesetz', terms: 'Die Regeln dieser Seite' },
  rule: 'Vorschrift oder Regel',
  facts: 'Tatsachen und Umstände',
  automation: 'Automatisierte Mittel',
  automated: 'Wurden zum Auffinden oder zur Entscheidung eingesetzt',
  notAutomated: 'Wurden nicht eingesetzt',
  redress: 'Wenn Sie anderer Meinung sind',
  contest: 'Die Entscheidung anfechten',
  notFound: 'Diese Meldung gibt es nicht',
  notFoundText: 'Die Adresse ist unvollständig, oder die Meldung wurde zurückgezogen.',
};

const ar: StatusWords = {
  lang: 'ar',
  dir: 'rtl',
  title: 'بلاغك عن محتوى غير قانوني',
  reference: 'الرقم المرجعي',
  received: 'تاريخ الاستلام',
  decided: 'تاريخ القرار',
  waiting: 'لقد استلمنا بلاغك ولم نتخذ قرارًا بعد.',
  expired: 'انقضت مدة بلاغك دون قرار.',
  page: 'تجد بلاغك والقرار في هذه الصفحة التي لا يعرف عنوانها أحد غيرك:',
  comeBack: 'سيظهر القرار في هذه الصفحة. احتفظ بعنوانها، فلا أحد غيرك يعرفه.',
  measures: {
    removed: 'أُزيل التعليق.',
    hidden: 'أُخفي التعليق عن القرّاء.',
    rejected: 'لم يُنشر التعليق.',
    kept: 'يبقى التعليق كما هو.',
  },
  ground: 'أساس الحكم',
  grounds: { law: 'القانون', terms: 'قواعد هذا الموقع' },
  rule: 'النص القانوني أو القاعدة',
  facts: 'الوقائع والظروف',
  automation: 'الوسائل الآلية',
  automated: 'استُخدمت للعثور على التعليق أو لاتخاذ القرار',
  notAutomated: 'لم تُستخدم',
  redress: 'إذا كنت لا توافق',
  contest: 'الاعتراض على القرار',
  notFound: 'لا يوجد بلاغ كهذا',
  notFoundText: 'العنوان غير مكتمل، أو سُحب البلاغ.',
};

/** In UTC: neither a mail nor a page without scripts knows the time zone of its reader. */
export function utcTime(date: Date, { lang }: StatusWords): string {
  const format = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  return `${format.format(date)} UTC`;
}

const languages: readonly StatusWords[] = [en, de, ar];

/** The words in the first language of `Accept-Language` that there are words for; English by default. */
export function statusWords(acceptLanguage: string | undefined): StatusWords {
  const wanted = (acceptLanguage ?? '').split(',').map((part) => {
    const [tag = '', quality] = part.trim().split(/;\s*q=/);
    return { language: tag.split('-')[0]?.toLowerCase(), weight: quality === undefined ? 1 : Number(quality) };
  });
  return (
    wanted
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .map(({ language }) => languages.find(({ lang }) => lang === language))
      .find((words) => words !== undefined) ?? en
  );
}
