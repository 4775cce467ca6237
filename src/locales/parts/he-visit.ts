import type { Translated, VisitMessages } from '../../i18n/messages.js';
import { comments, plural } from './he-counted-nouns.js';

const newComments = (count: number, formatted: string): string =>
  plural(count, { one: 'תגובה חדשה אחת', two: 'שתי תגובות חדשות', other: `${formatted} תגובות חדשות` });

const moreComments = (count: number, formatted: string): string =>
  plural(count, { one: 'תגובה אחת נוספת', two: 'שתי תגובות נוספות', other: `${formatted} תגובות נוספות` });

const moreReplies = (count: number, formatted: string): string =>
  plural(count, { one: 'תשובה אחת נוספת', two: 'שתי תשובות נוספות', other: `${formatted} תשובות נוספות` });

const newReplies = (count: number, formatted: string): string =>
  plural(count, { one: 'תשובה חדשה אחת', two: 'שתי תשובות חדשות', other: `${formatted} תשובות חדשות` });

const visit: Translated<VisitMessages> = {
  filter: 'הצגה',
  filters: { all: 'כל התגובות', featured: 'בחירות המערכת' },
  loadAll: 'לטעינת כל התגובות',
  loadedSoFar: (loaded, total) => (total === undefined ? `נטענו ${loaded}` : `נטענו ${loaded} מתוך ${total}`),
  stopLoading: 'עצירה',
  emptyFiltered: 'המערכת עדיין לא בחרה תגובות.',
  showInConversation: 'הצגה בתוך השיחה',
  between: (count, formatted) => (count === undefined ? 'תגובות שלא נטענו' : `לא נטענו: ${comments(count, formatted)}`),
  skipToComments: 'דילוג אל התגובות',
  skipToEnd: 'דילוג אל סוף התגובות',
  endOfComments: 'סוף התגובות',
  loadedMore: (count, formatted) => `נטענו: ${moreComments(count, formatted)}.`,
  sorted: (order) => `סדר המיון: ${order}.`,
  sortFailed: (cause) => `לא ניתן היה למיין את התגובות. ${cause}`,
  filtered: (filter) => `מוצגות: ${filter}.`,
  filterFailed: (cause) => `לא ניתן היה לשנות אילו תגובות מוצגות. ${cause}`,
  viewNew: (count, formatted) => `הצגת ${newComments(count, formatted)}`,
  viewNewReplies: (count, formatted) => `הצגת ${newReplies(count, formatted)}`,
  commentMissing: 'התגובה המבוקשת אינה כאן. ייתכן שהוסרה.',
  commentFailed: (cause) => `לא ניתן היה לטעון את התגובה המבוקשת. ${cause}`,
  repliesLoaded: (count, formatted) => `נטענו: ${moreReplies(count, formatted)}.`,
  newShown: (count, formatted) => `מוצגות כעת: ${newComments(count, formatted)}.`,
  share: 'שיתוף',
  copyLink: 'העתקת הקישור',
  linkCopied: 'הקישור הועתק.',
  linkRefused: 'הדפדפן שלך אינו מאפשר העתקה. הנה הקישור:',
  viewOn: (host) => `צפייה באתר \u2068${host}\u2069`,
  pin: 'נעיצה בראש',
  unpin: 'ביטול הנעיצה',
  mute: (name) => `השתקת ${name}`,
  muted: (name) => `התגובות של ${name} מושתקות.`,
  unmute: 'הצגת תגובה זו',
  unmuteAlways: (name) => `ביטול ההשתקה של ${name}`,
  mutedNow: (name) => `התגובות של ${name} הושתקו ולא יוצגו עוד במכשיר זה.`,
  unmutedNow: (name) => `ההשתקה של ${name} בוטלה.`,
  goBack: 'חזרה למקום הקודם',
  noneNew: 'אין עוד תגובות חדשות.',
  shortcuts: 'קיצורי מקלדת',
  useShortcuts: 'שימוש בקיצורי מקלדת',
  shortcutsHint: 'הם פועלים בכל מקום באזור התגובות, חוץ מאשר בזמן הקלדה.',
  shortcutKeys: {
    j: 'התגובה הבאה',
    k: 'התגובה הקודמת',
    n: 'התגובה החדשה הבאה',
    r: 'תשובה',
    c: 'הסתרה או הצגה של התשובות',
    '?': 'הצגת רשימה זו',
  },
};

export default visit as VisitMessages;
