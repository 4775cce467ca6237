import type { Translated, VisitMessages } from '../../i18n/messages.js';
import { comments, plural, replies } from './uk-counted-nouns.js';

const newComments = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} новий коментар`,
    few: `${formatted} нові коментарі`,
    many: `${formatted} нових коментарів`,
    other: `${formatted} нового коментаря`,
  });

const newReplies = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} нову відповідь`,
    few: `${formatted} нові відповіді`,
    many: `${formatted} нових відповідей`,
    other: `${formatted} нової відповіді`,
  });

const visit: Translated<VisitMessages> = {
  filter: 'Показати',
  filters: { all: 'Усі коментарі', featured: 'Вибір редакції' },
  loadAll: 'Завантажити всі коментарі',
  loadedSoFar: (loaded, total) =>
    total === undefined ? `Завантажено: ${loaded}` : `Завантажено: ${loaded} із ${total}`,
  stopLoading: 'Зупинити',
  emptyFiltered: 'Редакція ще не відзначила жодного коментаря.',
  showInConversation: 'Показати в обговоренні',
  between: (count, formatted) =>
    count === undefined ? 'Пропущені коментарі' : `Пропущено: ${comments(count, formatted)}`,
  skipToComments: 'Перейти до коментарів',
  skipToEnd: 'Перейти в кінець коментарів',
  endOfComments: 'Кінець коментарів',
  loadedMore: (count, formatted) => `Завантажено ще ${comments(count, formatted)}.`,
  sorted: (order) => `Сортування: ${order.toLowerCase()}.`,
  sortFailed: (cause) => `Не вдалося відсортувати коментарі. ${cause}`,
  filtered: (filter) => `Показано: ${filter.toLowerCase()}.`,
  filterFailed: (cause) => `Не вдалося змінити вибір коментарів. ${cause}`,
  viewNew: (count, formatted) => `Показати ${newComments(count, formatted)}`,
  viewNewReplies: (count, formatted) => `Показати ${newReplies(count, formatted)}`,
  commentMissing: 'Коментаря, який ви шукаєте, тут немає. Можливо, його видалено.',
  commentFailed: (cause) => `Не вдалося завантажити коментар, який ви шукаєте. ${cause}`,
  repliesLoaded: (count, formatted) => `Завантажено ще ${replies(count, formatted)}.`,
  newShown: (count, formatted) => `Показано ${newComments(count, formatted)}.`,
  share: 'Поділитися',
  copyLink: 'Копіювати посилання',
  linkCopied: 'Посилання скопійовано.',
  linkRefused: 'Браузер не дозволяє копіювати. Ось посилання:',
  viewOn: (host) => `Переглянути на ${host}`,
  pin: 'Закріпити вгорі',
  unpin: 'Відкріпити',
  mute: (name) => `Не показувати: ${name}`,
  muted: (name) => `Ви приховали коментарі: ${name}.`,
  unmute: 'Показати цей коментар',
  unmuteAlways: (name) => `Знову показувати: ${name}`,
  mutedNow: (name) => `Ви приховали коментарі: ${name}. На цьому пристрої ви їх більше не побачите.`,
  unmutedNow: (name) => `Коментарі знову показуються: ${name}.`,
  goBack: 'Повернутися на попереднє місце',
  noneNew: 'Нових коментарів більше немає.',
  shortcuts: 'Гарячі клавіші',
  useShortcuts: 'Використовувати гарячі клавіші',
  shortcutsHint: 'Вони діють усюди в коментарях, але не під час набору тексту.',
  shortcutKeys: {
    j: 'Наступний коментар',
    k: 'Попередній коментар',
    n: 'Наступний новий коментар',
    r: 'Відповісти',
    c: 'Сховати або показати відповіді',
    '?': 'Показати цей список',
  },
};

export default visit as VisitMessages;
