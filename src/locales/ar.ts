import type { Language, Translated } from '../i18n/messages.js';
import { plural, replies } from './parts/ar-counted-nouns.js';

/** Modern Standard Arabic, without addressing anybody as man or woman where that can be helped. Corrections by native readers are welcome. */
const ar: Translated<Language> = {
  lang: 'ar',
  dir: 'rtl',

  heading: (count) => (count === undefined ? 'التعليقات' : `التعليقات (${count})`),
  policy: (canReport) =>
    'ينبغي أن تضيف التعليقات إلى الموضوع: تجربةً أو حجةً أو معلومةً أو رابطًا. ' +
    (canReport
      ? 'إذا كان تعليق ما مسيئًا أو خارجًا عن الموضوع فأبلِغ عنه وسينظر فيه أحد المحررين.'
      : 'يُرجى الالتزام بموضوع المقال ومخاطبة الآخرين بالاحترام الذي تحب أن يخاطبوك به.'),
  policyLink: 'سياسة التعليقات لدينا',
  editorsMessage: 'من هيئة التحرير',
  loading: 'جارٍ تحميل التعليقات…',
  empty: 'لا توجد تعليقات بعد. ما رأيك؟',
  emptyClosed: 'لم تُنشر أي تعليقات.',
  missing: 'لا توجد تعليقات على هذا المقال.',
  unavailable: 'التعليقات غير متاحة في الوقت الحالي.',
  loadFailed: (cause) => `تعذّر تحميل التعليقات. ${cause}`,
  tryAgain: 'إعادة المحاولة',
  loadMore: 'تحميل المزيد من التعليقات',
  loadingMore: 'جارٍ تحميل المزيد من التعليقات…',
  loadingReplies: 'جارٍ تحميل الردود…',
  moreFailed: (cause) => `تعذّر تحميل المزيد من التعليقات. ${cause}`,
  truncated: 'لا يمكننا عرض بقية التعليقات هنا.',
  anonymous: 'مجهول',
  justNow: 'الآن',
  edited: 'معدَّل',
  inReplyTo: (name) => `ردًا على ${name}`,
  inReplyToUnknown: 'ردًا على تعليق غير معروض هنا',
  pinned: 'مثبَّت',
  featured: 'اختيار المحررين',
  isNew: 'جديد',
  order: 'الترتيب حسب',
  orders: { oldest: 'الأقدم', newest: 'الأحدث', top: 'الأكثر توصية' },
  moreReplies: 'تحميل المزيد من الردود',
  showReplies: (count, formatted) => `عرض ${replies(count, formatted)}`,
  hideReplies: 'إخفاء الردود',
  like: 'أوصي به',
  voteUp: 'أتفق',
  voteDown: 'لا أتفق',
  voteCounts: {
    like: (count) => `التوصيات: ${count}`,
    voteUp: (count) => `الموافقون: ${count}`,
    voteDown: (count) => `المعارضون: ${count}`,
  },
  reply: 'رد',
  edit: 'تعديل',
  remove: 'حذف',
  more: 'المزيد',
  yourReply: (name) => `ردك على ${name}`,
  postReply: 'إرسال الرد',
  repliesFailed: (cause) => `تعذّر تحميل المزيد من الردود. ${cause}`,
  badges: { author: 'الكاتب', moderator: 'مشرف', staff: 'فريق التحرير', verified: 'موثَّق', guest: 'زائر' },
  deletedComment: 'تعليق محذوف',
  removedComment: 'تعليق مُزال',
  commentBy: (name) => `تعليق من ${name}`,
  replyBy: (name, parent) => `رد من ${name} على ${parent}`,
  controls: {
    reply: (label, name) => `${label} على ${name}`,
    more: (label, name) => `${label} من الإجراءات على تعليق ${name}`,
    replies: (label, name) => `${label} على ${name}`,
    comment: (label, name) => `${label}: تعليق ${name}`,
  },
  followFeed: 'المتابعة عبر RSS',
  deletedByAuthor: 'حذف صاحب التعليق هذا التعليق.',
  removedByEditors: 'أزال المحررون هذا التعليق.',
  heldForReview: 'بانتظار المراجعة: لا يراه أحد سواك',
  notPublished: 'لم يُنشر هذا التعليق.',

  closed: 'أُغلقت التعليقات. نرحب بها لمدة محدودة بعد نشر المقال.',
  disabled: 'التعليقات متوقفة في الوقت الحالي.',
  opensAt: (date) => `يُعاد فتح التعليقات في ${date}.`,

  yourComment: 'تعليقك',
  post: 'إرسال التعليق',
  postingAs: (name) => `تكتب باسم ${name}`,
  draftNotKept: 'لا يمكن حفظ مسودتك في هذا المتصفح.',
  signInToPost: 'تسجيل الدخول للإرسال',
  formFailed: (cause) => `تعذّر تحميل هذا الجزء من الصفحة. ${cause}`,

  report: 'الإبلاغ عن إساءة',
  reportShort: 'الإبلاغ',
  reported: 'تم الإبلاغ',
  close: 'إغلاق',
  removal: {
    editors: {
      remove: 'إزالة',
    },
  },

  goToComment: 'الانتقال إلى التعليق',
  quoteGone: 'لم يعد هذا التعليق موجودًا.',

  commentCount: (count, formatted) =>
    plural(count, {
      zero: 'لا توجد تعليقات',
      one: 'تعليق واحد',
      two: 'تعليقان',
      few: `${formatted} تعليقات`,
      many: `${formatted} تعليقًا`,
      other: `${formatted} تعليق`,
    }),
  causes: {
    network: 'تعذّر الوصول إلى الموقع.',
    timeout: 'استغرق الموقع وقتًا طويلًا للرد.',
    unavailable: 'يواجه موقعنا مشكلة في الوقت الحالي.',
    'bad-response': 'حدث خطأ لدينا.',
    forbidden: 'ليس لديك إذن للقيام بذلك.',
    unsupported: 'هذا غير ممكن هنا.',
    'sign-in-required': 'عليك تسجيل الدخول أولًا.',
    'session-expired': 'لم تعد مسجّل الدخول.',
    blocked: 'لا يمكنك التعليق هنا في الوقت الحالي.',
    closed: 'التعليقات مغلقة.',
    disabled: 'التعليقات متوقفة في الوقت الحالي.',
    'not-found': 'لم يعد التعليق موجودًا.',
    invalid: 'يرجى التحقق مما أدخلته.',
    'rate-limited': 'أنت ترسل بسرعة كبيرة.',
  },
  withReference: (cause, reference) => `${cause.replace(/\.$/, '')} (الرقم المرجعي \u2068${reference}\u2069).`,

  visit: () => import('./parts/ar-visit.js'),
  takingPart: () => import('./parts/ar-taking-part.js'),
  changing: () => import('./parts/ar-changing.js'),
  legal: () => import('./parts/ar-legal.js'),
  moderation: () => import('./parts/ar-moderation.js'),
};

export default ar as Language;
