import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'در انتظار بررسی',
  hidden: 'پنهان از خوانندگان',
  actions: {
    approve: {
      label: 'تأیید',
      done: 'دیدگاه تأیید شد. اکنون خوانندگان آن را می‌بینند.',
      undone: 'دیدگاه دوباره در انتظار بررسی است.',
    },
    reject: { label: 'رد', done: 'دیدگاه رد شد.', undone: 'دیدگاه دوباره در انتظار بررسی است.' },
    feature: {
      label: 'برگزیدن',
      done: 'دیدگاه برگزیدهٔ تحریریه شد.',
      undone: 'دیدگاه دیگر برگزیدهٔ تحریریه نیست.',
    },
    unfeature: {
      label: 'خارج کردن از برگزیده‌ها',
      done: 'دیدگاه دیگر برگزیدهٔ تحریریه نیست.',
      undone: 'دیدگاه دوباره برگزیدهٔ تحریریه شد.',
    },
    hide: {
      label: 'پنهان کردن از خوانندگان',
      done: 'دیدگاه پنهان شد.',
      undone: 'خوانندگان دوباره دیدگاه را می‌بینند.',
    },
    unhide: {
      label: 'نمایش به خوانندگان',
      done: 'خوانندگان دوباره دیدگاه را می‌بینند.',
      undone: 'دیدگاه دوباره پنهان شد.',
    },
  },
  ban: {
    badge: 'مسدود',
    label: (name) => `مسدود کردن ${name}`,
    question: (name) => `${name} از نوشتن دیدگاه محروم شود؟`,
    consequence: 'کسی که مسدود شده می‌تواند بخواند، اما دیگر نمی‌تواند بنویسد. دیدگاه‌های پیشین او می‌ماند.',
    done: (name) => `${name} از نوشتن دیدگاه محروم شد.`,
    undone: (name) => `${name} دوباره می‌تواند دیدگاه بنویسد.`,
  },
  actionFailed: (cause) => `چیزی تغییر نکرد. ${cause}`,
  undoFailed: (cause) => `این کار واگرد نشد. ${cause}`,
  warning: 'تحریریه پیامی برای شما دارد',
  warningConsequence: 'پس از آن می‌توانید به نوشتن ادامه دهید.',
  acknowledge: 'متوجه شدم',
  acknowledged: 'سپاسگزاریم. دوباره می‌توانید بنویسید.',
  acknowledgeFailed: (cause) => `تأیید شما هنوز به ما نرسیده است. ${cause}`,
};

export default moderation as ModerationMessages;
