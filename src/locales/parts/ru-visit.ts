import type { Translated, VisitMessages } from '../../i18n/messages.js';
import { comments, plural, replies } from './ru-counted-nouns.js';

const newComments = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} новый комментарий`,
    few: `${formatted} новых комментария`,
    many: `${formatted} новых комментариев`,
    other: `${formatted} нового комментария`,
  });

const newReplies = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} новый ответ`,
    few: `${formatted} новых ответа`,
    many: `${formatted} новых ответов`,
    other: `${formatted} нового ответа`,
  });

const visit: Translated<VisitMessages> = {
  filter: 'Показать',
  filters: { all: 'Все комментарии', featured: 'Выбор редакции' },
  loadAll: 'Загрузить все комментарии',
  loadedSoFar: (loaded, total) => (total === undefined ? `Загружено: ${loaded}` : `Загружено: ${loaded} из ${total}`),
  stopLoading: 'Остановить',
  emptyFiltered: 'Редакция пока не отметила ни одного комментария.',
  showInConversation: 'Показать в обсуждении',
  between: (count, formatted) =>
    count === undefined ? 'Пропущенные комментарии' : `Пропущено: ${comments(count, formatted)}`,
  skipToComments: 'Перейти к комментариям',
  skipToEnd: 'Перейти в конец комментариев',
  endOfComments: 'Конец комментариев',
  loadedMore: (count, formatted) => `Загружено ещё: ${comments(count, formatted)}.`,
  sorted: (order) => `Сортировка: ${order.toLowerCase()}.`,
  sortFailed: (cause) => `Не удалось отсортировать комментарии. ${cause}`,
  filtered: (filter) => `Показано: ${filter.toLowerCase()}.`,
  filterFailed: (cause) => `Не удалось изменить выбор комментариев. ${cause}`,
  viewNew: (count, formatted) => `Показать ${newComments(count, formatted)}`,
  viewNewReplies: (count, formatted) => `Показать ${newReplies(count, formatted)}`,
  commentMissing: 'Комментария, который вы ищете, здесь нет. Возможно, он удалён.',
  commentFailed: (cause) => `Не удалось загрузить комментарий, который вы ищете. ${cause}`,
  repliesLoaded: (count, formatted) => `Загружено ещё: ${replies(count, formatted)}.`,
  newShown: (count, formatted) => `Показано: ${newComments(count, formatted)}.`,
  share: 'Поделиться',
  copyLink: 'Скопировать ссылку',
  linkCopied: 'Ссылка скопирована.',
  linkRefused: 'Браузер не разрешает копирование. Вот ссылка:',
  viewOn: (host) => `Посмотреть на ${host}`,
  pin: 'Закрепить вверху',
  unpin: 'Открепить',
  mute: (name) => `Не показывать: ${name}`,
  muted: (name) => `Вы скрыли комментарии: ${name}.`,
  unmute: 'Показать этот комментарий',
  unmuteAlways: (name) => `Снова показывать: ${name}`,
  mutedNow: (name) => `Вы скрыли комментарии: ${name}. На этом устройстве вы их больше не увидите.`,
  unmutedNow: (name) => `Комментарии снова показываются: ${name}.`,
  goBack: 'Вернуться на прежнее место',
  noneNew: 'Новых комментариев больше нет.',
  shortcuts: 'Горячие клавиши',
  useShortcuts: 'Использовать горячие клавиши',
  shortcutsHint: 'Они работают везде в комментариях, но не во время набора текста.',
  shortcutKeys: {
    j: 'Следующий комментарий',
    k: 'Предыдущий комментарий',
    n: 'Следующий новый комментарий',
    r: 'Ответить',
    c: 'Скрыть или показать ответы',
    '?': 'Показать этот список',
  },
};

export default visit as VisitMessages;
