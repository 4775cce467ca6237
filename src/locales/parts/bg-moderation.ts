import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'Чака одобрение',
  hidden: 'Скрит от читателите',
  actions: {
    approve: {
      label: 'Одобри',
      done: 'Коментарът е одобрен. Читателите вече го виждат.',
      undone: 'Коментарът отново чака одобрение.',
    },
    reject: { label: 'Отхвърли', done: 'Коментарът е отхвърлен.', undone: 'Коментарът отново чака одобрение.' },
    feature: {
      label: 'Отличи',
      done: 'Коментарът е избор на редакцията.',
      undone: 'Коментарът вече не е избор на редакцията.',
    },
    unfeature: {
      label: 'Премахни отличието',
      done: 'Коментарът вече не е избор на редакцията.',
      undone: 'Коментарът отново е избор на редакцията.',
    },
    hide: { label: 'Скрий от читателите', done: 'Коментарът е скрит.', undone: 'Читателите отново виждат коментара.' },
    unhide: {
      label: 'Покажи на читателите',
      done: 'Читателите отново виждат коментара.',
      undone: 'Коментарът отново е скрит.',
    },
  },
  ban: {
    badge: 'Активна забрана',
    label: (name) => `Блокирай ${name}`,
    question: (name) => `Да се забрани ли на ${name} да коментира?`,
    consequence: 'Блокираните могат да четат, но вече не могат да пишат. Коментарите им остават.',
    done: (name) => `На ${name} е забранено да коментира.`,
    undone: (name) => `${name} отново може да коментира.`,
  },
  actionFailed: (cause) => `Нищо не е променено. ${cause}`,
  undoFailed: (cause) => `Действието не можа да се отмени. ${cause}`,
  warning: 'Редакцията има съобщение за вас',
  warningConsequence: 'След това можете да продължите да пишете.',
  acknowledge: 'Разбирам',
  acknowledged: 'Благодарим ви. Отново можете да пишете.',
  acknowledgeFailed: (cause) => `Все още не знаем, че сте прочели това. ${cause}`,
};

export default moderation as ModerationMessages;
