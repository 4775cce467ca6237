import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'في انتظار المراجعة',
  hidden: 'مخفي عن القراء',
  actions: {
    approve: {
      label: 'قبول',
      done: 'تم قبول التعليق، ويمكن للقراء رؤيته الآن.',
      undone: 'عاد التعليق إلى انتظار المراجعة.',
    },
    reject: {
      label: 'رفض',
      done: 'تم رفض التعليق.',
      undone: 'عاد التعليق إلى انتظار المراجعة.',
    },
    feature: {
      label: 'إبراز',
      done: 'تم إبراز التعليق.',
      undone: 'لم يعد التعليق مُبرَزًا.',
    },
    unfeature: {
      label: 'إنهاء الإبراز',
      done: 'لم يعد التعليق مُبرَزًا.',
      undone: 'عاد التعليق مُبرَزًا.',
    },
    hide: {
      label: 'إخفاء عن القراء',
      done: 'تم إخفاء التعليق.',
      undone: 'عاد التعليق ظاهرًا للقراء.',
    },
    unhide: {
      label: 'إظهار للقراء',
      done: 'التعليق ظاهر للقراء من جديد.',
      undone: 'عاد التعليق مخفيًا.',
    },
  },
  ban: {
    badge: 'محظور',
    label: (name) => `حظر ${name}`,
    question: (name) => `هل تريد حظر ${name}؟`,
    consequence: 'يمكن للمحظور القراءة دون الكتابة، وتبقى تعليقاته السابقة.',
    done: (name) => `تم حظر ${name}.`,
    undone: (name) => `يمكن الآن لـ${name} التعليق من جديد.`,
  },
  actionFailed: (cause) => `لم يتغير شيء. ${cause}`,
  undoFailed: (cause) => `لم يتم التراجع. ${cause}`,
  warning: 'تنبيه لك من هيئة التحرير',
  warningConsequence: 'يمكنك متابعة الكتابة بعد ذلك.',
  acknowledge: 'فهمت',
  acknowledged: 'شكرًا لك، يمكنك الكتابة من جديد.',
  acknowledgeFailed: (cause) => `لم يصل تأكيدك. ${cause}`,
};

export default moderation as ModerationMessages;
