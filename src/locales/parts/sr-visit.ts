import type { Translated, VisitMessages } from '../../i18n/messages.js';
import { comments, plural } from './sr-counted-nouns.js';

const newComments = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} нови коментар`,
    few: `${formatted} нова коментара`,
    other: `${formatted} нових коментара`,
  });

const newReplies = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} нови одговор`,
    few: `${formatted} нова одговора`,
    other: `${formatted} нових одговора`,
  });

const visit: Translated<VisitMessages> = {
  filter: 'Приказ',
  filters: { all: 'Сви коментари', featured: 'Избор редакције' },
  loadAll: 'Учитај све коментаре',
  loadedSoFar: (loaded, total) => (total === undefined ? `Учитано: ${loaded}` : `Учитано: ${loaded} од ${total}`),
  stopLoading: 'Заустави',
  emptyFiltered: 'У избору редакције још нема коментара.',
  showInConversation: 'Прикажи у расправи',
  between: (count, formatted) =>
    count === undefined ? 'Неучитани коментари' : `Неучитано: ${comments(count, formatted)}`,
  skipToComments: 'Пређи на коментаре',
  skipToEnd: 'Пређи на крај коментара',
  endOfComments: 'Крај коментара',
  loadedMore: (count, formatted) =>
    plural(count, {
      one: `Учитан је још ${formatted} коментар.`,
      few: `Учитана су још ${formatted} коментара.`,
      other: `Учитано је још ${formatted} коментара.`,
    }),
  sorted: (order) => `Редослед: ${order}.`,
  sortFailed: (cause) => `Промена редоследа коментара није успела. ${cause}`,
  filtered: (filter) => `Приказано: ${filter}.`,
  filterFailed: (cause) => `Промена приказа коментара није успела. ${cause}`,
  viewNew: (count, formatted) => `Прикажи ${newComments(count, formatted)}`,
  viewNewReplies: (count, formatted) => `Прикажи ${newReplies(count, formatted)}`,
  commentMissing: 'Коментар који тражите није овде. Можда је уклоњен.',
  commentFailed: (cause) => `Учитавање коментара који тражите није успело. ${cause}`,
  repliesLoaded: (count, formatted) =>
    plural(count, {
      one: `Учитан је још ${formatted} одговор.`,
      few: `Учитана су још ${formatted} одговора.`,
      other: `Учитано је још ${formatted} одговора.`,
    }),
  newShown: (count, formatted) =>
    plural(count, {
      one: `Приказан је ${formatted} нови коментар.`,
      few: `Приказана су ${formatted} нова коментара.`,
      other: `Приказано је ${formatted} нових коментара.`,
    }),
  share: 'Подели',
  copyLink: 'Копирај линк',
  linkCopied: 'Линк је копиран.',
  linkRefused: 'Ваш прегледач не дозвољава копирање. Ево линка:',
  viewOn: (host) => `Погледај на: ${host}`,
  pin: 'Закачи на врх',
  unpin: 'Откачи',
  mute: (name) => `Игнориши: ${name}`,
  muted: (name) => `Игноришете: ${name}.`,
  unmute: 'Прикажи овај коментар',
  unmuteAlways: (name) => `Не игнориши више: ${name}`,
  mutedNow: (name) => `Игноришете: ${name}. На овом уређају више нећете видети коментаре те особе.`,
  unmutedNow: (name) => `Више не игноришете: ${name}.`,
  goBack: 'Назад на претходно место',
  noneNew: 'Нема више нових коментара.',
  shortcuts: 'Пречице на тастатури',
  useShortcuts: 'Користи пречице на тастатури',
  shortcutsHint: 'Раде свуда у коментарима, осим док пишете.',
  shortcutKeys: {
    j: 'Следећи коментар',
    k: 'Претходни коментар',
    n: 'Следећи нови коментар',
    r: 'Одговори',
    c: 'Сакриј или прикажи одговоре',
    '?': 'Прикажи ову листу',
  },
};

export default visit as VisitMessages;
