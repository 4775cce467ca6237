import type { Language, Translated } from '../i18n/messages.js';
import { comments, plural } from './parts/sr-counted-nouns.js';

const replies = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} одговор`, few: `${formatted} одговора`, other: `${formatted} одговора` });

/**
 * Serbian (Cyrillic). Addresses readers formally ("ви"), as the newspapers of the language do; names stand after a colon, uninflected.
 * Corrections by native readers are welcome.
 */
const sr: Translated<Language> = {
  lang: 'sr',
  dir: 'ltr',
  heading: (count) => (count === undefined ? 'Коментари' : `Коментари (${count})`),
  policy: (canReport) =>
    'Коментари треба да допринесу теми. ' +
    (canReport
      ? 'Ако је неки увредљив или није у вези са темом, пријавите га и редакција ће га погледати.'
      : 'Држите се теме и са другима разговарајте онако како желите да они разговарају са вама.'),
  policyLink: 'Наша правила коментарисања',
  editorsMessage: 'Порука редакције',
  loading: 'Учитавање коментара…',
  empty: 'Још нема коментара. Шта ви мислите?',
  emptyClosed: 'Није објављен ниједан коментар.',
  missing: 'Уз овај чланак нема коментара.',
  unavailable: 'Коментари тренутно нису доступни.',
  loadFailed: (cause) => `Учитавање коментара није успело. ${cause}`,
  tryAgain: 'Покушај поново',
  loadMore: 'Учитај још коментара',
  loadingMore: 'Учитавање још коментара…',
  loadingReplies: 'Учитавање одговора…',
  moreFailed: (cause) => `Учитавање још коментара није успело. ${cause}`,
  truncated: 'Остале коментаре не можемо да прикажемо овде.',
  anonymous: 'Анонимно',
  justNow: 'управо сада',
  edited: 'измењено',
  inReplyTo: (name) => `одговор на коментар: ${name}`,
  inReplyToUnknown: 'одговор на коментар који није приказан',
  pinned: 'Закачено',
  featured: 'Избор редакције',
  isNew: 'Ново',
  order: 'Редослед',
  orders: { oldest: 'Најстарији', newest: 'Најновији', top: 'Највише препорука' },
  moreReplies: 'Учитај још одговора',
  showReplies: (count, formatted) => `Прикажи ${replies(count, formatted)}`,
  hideReplies: 'Сакриј одговоре',
  like: 'Препоручи',
  voteUp: 'Слажем се',
  voteDown: 'Не слажем се',
  voteCounts: {
    like: (count) => `Препоруке: ${count}`,
    voteUp: (count) => `Слаже се: ${count}`,
    voteDown: (count) => `Не слаже се: ${count}`,
  },
  reply: 'Одговори',
  edit: 'Измени',
  remove: 'Избриши',
  more: 'Још',
  badges: { author: 'Аутор', moderator: 'Модератор', staff: 'Редакција', verified: 'Потврђено', guest: 'Гост' },
  deletedComment: 'Избрисан коментар',
  removedComment: 'Уклоњен коментар',
  commentBy: (name) => `Коментар: ${name}`,
  replyBy: (name, parent) => `Одговор: ${name}, на коментар: ${parent}`,
  controls: {
    reply: (label, name) => `${label} на коментар: ${name}`,
    more: (label, name) => `${label} радњи за коментар: ${name}`,
    replies: (label, name) => `${label} на коментар: ${name}`,
    comment: (label, name) => `${label}, коментар: ${name}`,
  },
  followFeed: 'Пратите преко RSS-а',
  deletedByAuthor: 'Овај коментар је избрисала особа која га је написала.',
  removedByEditors: 'Овај коментар је уклонила редакција.',
  heldForReview: 'Чека проверу: видите га само ви',
  notPublished: 'Овај коментар није објављен.',
  closed: 'Коментарисање је затворено. Коментаре примамо ограничено време након објављивања.',
  disabled: 'Коментарисање је засад искључено.',
  opensAt: (date) => `Коментарисање се поново отвара: ${date}.`,
  yourComment: 'Ваш коментар',
  post: 'Објави коментар',
  signInToPost: 'Пријавите се за објаву',
  formFailed: (cause) => `Учитавање овог дела странице није успело. ${cause}`,
  report: 'Пријави злоупотребу',
  reportShort: 'Пријави',
  reported: 'Пријављено',
  yourReply: (name) => `Ваш одговор на коментар: ${name}`,
  postReply: 'Објави одговор',
  repliesFailed: (cause) => `Учитавање још одговора није успело. ${cause}`,
  close: 'Затвори',
  postingAs: (name) => `Објављујете као ${name}`,
  draftNotKept: 'Нацрт не може да се сачува у овом прегледачу.',
  removal: {
    editors: {
      remove: 'Уклони',
    },
  },
  goToComment: 'Иди на коментар',
  quoteGone: 'Овог коментара више нема.',
  commentCount: (count, formatted) => (count === 0 ? 'Нема коментара' : comments(count, formatted)),
  causes: {
    network: 'Сајт није доступан.',
    timeout: 'Сајт предуго није одговарао.',
    unavailable: 'Наш сајт тренутно има потешкоћа.',
    'bad-response': 'Дошло је до грешке на нашој страни.',
    forbidden: 'Немате дозволу за то.',
    unsupported: 'То овде није могуће.',
    'sign-in-required': 'Прво треба да се пријавите.',
    'session-expired': 'Више нисте пријављени.',
    blocked: 'Тренутно не можете да коментаришете овде.',
    closed: 'Коментари су затворени.',
    disabled: 'Коментарисање је засад искључено.',
    'not-found': 'Коментара више нема.',
    invalid: 'Проверите шта сте унели.',
    'rate-limited': 'Објављујете пребрзо.',
  },
  withReference: (cause, reference) => `${cause.replace(/\.$/, '')} (ознака ${reference}).`,

  visit: () => import('./parts/sr-visit.js'),
  takingPart: () => import('./parts/sr-taking-part.js'),
  changing: () => import('./parts/sr-changing.js'),
  legal: () => import('./parts/sr-legal.js'),
  moderation: () => import('./parts/sr-moderation.js'),
};

export default sr as Language;
