import type { Translated, VisitMessages } from '../../i18n/messages.js';
import { pluralOf } from '../../i18n/plural.js';

const plural = pluralOf<'one' | 'other'>('bg');

const newComments = (count: number, formatted: string): string =>
  plural(count, { one: '1 нов коментар', other: `${formatted} нови коментара` });

const newReplies = (count: number, formatted: string): string =>
  plural(count, { one: '1 нов отговор', other: `${formatted} нови отговора` });

const visit: Translated<VisitMessages> = {
  filter: 'Показване',
  filters: { all: 'Всички коментари', featured: 'Избор на редакцията' },
  loadAll: 'Зареди всички коментари',
  loadedSoFar: (loaded, total) => (total === undefined ? `Заредени: ${loaded}` : `Заредени: ${loaded} от ${total}`),
  stopLoading: 'Спри',
  emptyFiltered: 'Редакцията все още не е избрала коментар.',
  showInConversation: 'Покажи в дискусията',
  between: (count, formatted) =>
    count === undefined
      ? 'Пропуснати коментари'
      : plural(count, { one: '1 пропуснат коментар', other: `${formatted} пропуснати коментара` }),
  skipToComments: 'Към коментарите',
  skipToEnd: 'Към края на коментарите',
  endOfComments: 'Край на коментарите',
  loadedMore: (count, formatted) =>
    plural(count, { one: 'Зареден е още 1 коментар.', other: `Заредени са още ${formatted} коментара.` }),
  sorted: (order) => `Подреждане: ${order.toLowerCase()}.`,
  sortFailed: (cause) => `Коментарите не можаха да се подредят. ${cause}`,
  filtered: (filter) => `Показват се: ${filter.toLowerCase()}.`,
  filterFailed: (cause) => `Изборът на показваните коментари не можа да се промени. ${cause}`,
  viewNew: (count, formatted) => `Покажи ${newComments(count, formatted)}`,
  viewNewReplies: (count, formatted) => `Покажи ${newReplies(count, formatted)}`,
  commentMissing: 'Коментарът, който търсите, не е тук. Възможно е да е премахнат.',
  commentFailed: (cause) => `Коментарът, който търсите, не можа да се зареди. ${cause}`,
  repliesLoaded: (count, formatted) =>
    plural(count, { one: 'Зареден е още 1 отговор.', other: `Заредени са още ${formatted} отговора.` }),
  newShown: (count, formatted) =>
    plural(count, { one: 'Показан е 1 нов коментар.', other: `Показани са ${formatted} нови коментара.` }),
  share: 'Споделяне',
  copyLink: 'Копирай връзката',
  linkCopied: 'Връзката е копирана.',
  linkRefused: 'Браузърът ви не позволява копиране. Ето връзката:',
  viewOn: (host) => `Виж в ${host}`,
  pin: 'Закачи най-горе',
  unpin: 'Откачи',
  mute: (name) => `Не показвай ${name}`,
  muted: (name) => `Скрихте коментарите на ${name}.`,
  unmute: 'Покажи този коментар',
  unmuteAlways: (name) => `Показвай отново ${name}`,
  mutedNow: (name) => `Скрихте коментарите на ${name}. Няма да ги виждате на това устройство.`,
  unmutedNow: (name) => `Коментарите на ${name} отново се показват.`,
  goBack: 'Обратно към предишното място',
  noneNew: 'Няма повече нови коментари.',
  shortcuts: 'Клавишни комбинации',
  useShortcuts: 'Използвай клавишни комбинации',
  shortcutsHint: 'Действат навсякъде в коментарите, но не и докато пишете.',
  shortcutKeys: {
    j: 'Следващ коментар',
    k: 'Предишен коментар',
    n: 'Следващ нов коментар',
    r: 'Отговаряне',
    c: 'Скриване или показване на отговорите',
    '?': 'Показване на този списък',
  },
};

export default visit as VisitMessages;
