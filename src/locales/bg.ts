import type { Language, Translated } from '../i18n/messages.js';
import { pluralOf } from '../i18n/plural.js';

const plural = pluralOf<'one' | 'other'>('bg');

const comments = (count: number, formatted: string): string =>
  plural(count, { one: '1 коментар', other: `${formatted} коментара` });

const replies = (count: number, formatted: string): string =>
  plural(count, { one: '1 отговор', other: `${formatted} отговора` });

/** Bulgarian. Addresses readers formally ("вие"), as the newspapers of the language do. Corrections by native readers are welcome. */
const bg: Translated<Language> = {
  lang: 'bg',
  dir: 'ltr',
  heading: (count) => (count === undefined ? 'Коментари' : `Коментари (${count})`),
  policy: (canReport) =>
    'Коментарите трябва да допълват статията. ' +
    (canReport
      ? 'Ако някой коментар е оскърбителен или не е по темата, подайте сигнал и редакцията ще го прегледа.'
      : 'Придържайте се към темата и се отнасяйте с другите така, както искате да се отнасят с вас.'),
  policyLink: 'Правила за коментиране',
  editorsMessage: 'От редакцията',
  loading: 'Коментарите се зареждат…',
  empty: 'Все още няма коментари. Какво мислите вие?',
  emptyClosed: 'Няма публикувани коментари.',
  missing: 'Към тази статия няма коментари.',
  unavailable: 'В момента коментарите не са достъпни.',
  loadFailed: (cause) => `Коментарите не можаха да се заредят. ${cause}`,
  tryAgain: 'Опитай отново',
  loadMore: 'Зареди още коментари',
  loadingMore: 'Зареждат се още коментари…',
  loadingReplies: 'Отговорите се зареждат…',
  moreFailed: (cause) => `Не можаха да се заредят още коментари. ${cause}`,
  truncated: 'Останалите коментари не могат да се покажат тук.',
  anonymous: 'Анонимен',
  justNow: 'току-що',
  edited: 'редактиран',
  inReplyTo: (name) => `в отговор на ${name}`,
  inReplyToUnknown: 'в отговор на коментар, който не се вижда тук',
  pinned: 'Закачен',
  featured: 'Избор на редакцията',
  isNew: 'Нов',
  order: 'Подреждане',
  orders: { oldest: 'Най-стари', newest: 'Най-нови', top: 'Най-препоръчвани' },
  moreReplies: 'Зареди още отговори',
  showReplies: (count, formatted) => `Покажи ${replies(count, formatted)}`,
  hideReplies: 'Скрий отговорите',
  like: 'Препоръчай',
  voteUp: 'За',
  voteDown: 'Против',
  voteCounts: {
    like: (count) => `Препоръки: ${count}`,
    voteUp: (count) => `За: ${count}`,
    voteDown: (count) => `Против: ${count}`,
  },
  reply: 'Отговори',
  edit: 'Редактирай',
  remove: 'Изтрий',
  more: 'Още',
  badges: { author: 'Автор', moderator: 'Модератор', staff: 'Редакция', verified: 'Потвърден профил', guest: 'Гост' },
  deletedComment: 'Изтрит коментар',
  removedComment: 'Премахнат коментар',
  commentBy: (name) => `Коментар от ${name}`,
  replyBy: (name, parent) => `Отговор от ${name} на ${parent}`,
  controls: {
    reply: (label, name) => `${label} на ${name}`,
    more: (label, name) => `${label} действия за коментара на ${name}`,
    replies: (label, name) => `${label} на ${name}`,
    comment: (label, name) => `${label}: коментар на ${name}`,
  },
  followFeed: 'Следене чрез RSS',
  deletedByAuthor: 'Този коментар е изтрит от автора си.',
  removedByEditors: 'Този коментар е премахнат от редакцията.',
  heldForReview: 'Чака одобрение: виждате го само вие',
  notPublished: 'Този коментар не е публикуван.',
  closed: 'Дискусията е затворена. Статиите могат да се коментират за ограничено време след публикуването им.',
  disabled: 'Коментирането засега е изключено.',
  opensAt: (date) => `Дискусията ще бъде отворена отново на ${date}.`,
  yourComment: 'Вашият коментар',
  post: 'Публикувай коментара',
  signInToPost: 'Влез и публикувай',
  formFailed: (cause) => `Тази част от страницата не можа да се зареди. ${cause}`,
  report: 'Подай сигнал',
  reportShort: 'Подай сигнал',
  reported: 'Подаден сигнал',
  yourReply: (name) => `Вашият отговор на ${name}`,
  postReply: 'Публикувай отговора',
  repliesFailed: (cause) => `Не можаха да се заредят още отговори. ${cause}`,
  close: 'Затвори',
  postingAs: (name) => `Пишете като ${name}`,
  draftNotKept: 'В този браузър черновата ви не може да се запази.',
  removal: {
    editors: {
      remove: 'Премахни',
    },
  },
  goToComment: 'Към коментара',
  quoteGone: 'Този коментар вече го няма.',
  commentCount: (count, formatted) => (count === 0 ? 'Няма коментари' : comments(count, formatted)),
  causes: {
    network: 'Не успяхме да се свържем със сайта.',
    timeout: 'Сайтът не отговори навреме.',
    unavailable: 'В момента сайтът ни има затруднения.',
    'bad-response': 'Възникна грешка при нас.',
    forbidden: 'Нямате права за това действие.',
    unsupported: 'Тук това не е възможно.',
    'sign-in-required': 'Първо трябва да влезете.',
    'session-expired': 'Сесията ви е изтекла.',
    blocked: 'В момента не можете да коментирате тук.',
    closed: 'Дискусията е затворена.',
    disabled: 'Коментирането засега е изключено.',
    'not-found': 'Коментарът вече не е тук.',
    invalid: 'Проверете въведеното.',
    'rate-limited': 'Публикувате твърде бързо.',
  },
  withReference: (cause, reference) => `${cause.replace(/\.$/, '')} (код на грешката ${reference}).`,

  visit: () => import('./parts/bg-visit.js'),
  takingPart: () => import('./parts/bg-taking-part.js'),
  changing: () => import('./parts/bg-changing.js'),
  legal: () => import('./parts/bg-legal.js'),
  moderation: () => import('./parts/bg-moderation.js'),
};

export default bg as Language;
