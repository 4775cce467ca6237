import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'ממתינה לבדיקה',
  hidden: 'מוסתרת מהקוראים',
  actions: {
    approve: {
      label: 'אישור',
      done: 'התגובה אושרה. הקוראים יכולים לראות אותה כעת.',
      undone: 'התגובה שוב ממתינה לבדיקה.',
    },
    reject: { label: 'דחייה', done: 'התגובה נדחתה.', undone: 'התגובה שוב ממתינה לבדיקה.' },
    feature: {
      label: 'סימון כבחירת המערכת',
      done: 'התגובה סומנה כבחירת המערכת.',
      undone: 'התגובה אינה עוד בחירת המערכת.',
    },
    unfeature: {
      label: 'ביטול בחירת המערכת',
      done: 'התגובה אינה עוד בחירת המערכת.',
      undone: 'התגובה שוב מסומנת כבחירת המערכת.',
    },
    hide: { label: 'הסתרה מהקוראים', done: 'התגובה הוסתרה.', undone: 'הקוראים יכולים לראות שוב את התגובה.' },
    unhide: {
      label: 'הצגה לקוראים',
      done: 'הקוראים יכולים לראות שוב את התגובה.',
      undone: 'התגובה שוב מוסתרת.',
    },
  },
  ban: {
    badge: 'חסימה פעילה',
    label: (name) => `חסימת ${name}`,
    question: (name) => `לחסום את ${name} מכתיבת תגובות?`,
    consequence: 'מי שנחסם יכול לקרוא, אך לא לכתוב עוד. תגובותיו הקודמות יישארו.',
    done: (name) => `כתיבת התגובות נחסמה עבור ${name}.`,
    undone: (name) => `כתיבת התגובות הותרה שוב עבור ${name}.`,
  },
  actionFailed: (cause) => `דבר לא השתנה. ${cause}`,
  undoFailed: (cause) => `הפעולה לא בוטלה. ${cause}`,
  warning: 'יש לך הודעה מהמערכת',
  warningConsequence: 'לאחר מכן ניתן להמשיך לכתוב.',
  acknowledge: 'הבנתי',
  acknowledged: 'תודה. ניתן לכתוב שוב.',
  acknowledgeFailed: (cause) => `האישור שלך עדיין לא הגיע אלינו. ${cause}`,
};

export default moderation as ModerationMessages;
