import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'Чекає на перевірку',
  hidden: 'Приховано від читачів',
  actions: {
    approve: {
      label: 'Схвалити',
      done: 'Коментар схвалено. Тепер його бачать читачі.',
      undone: 'Коментар знову чекає на перевірку.',
    },
    reject: { label: 'Відхилити', done: 'Коментар відхилено.', undone: 'Коментар знову чекає на перевірку.' },
    feature: {
      label: 'До вибору редакції',
      done: 'Коментар відзначено як вибір редакції.',
      undone: 'Коментар більше не відзначено як вибір редакції.',
    },
    unfeature: {
      label: 'Зняти відзнаку редакції',
      done: 'Коментар більше не відзначено як вибір редакції.',
      undone: 'Коментар знову відзначено як вибір редакції.',
    },
    hide: { label: 'Приховати від читачів', done: 'Коментар приховано.', undone: 'Читачі знову бачать коментар.' },
    unhide: {
      label: 'Показати читачам',
      done: 'Читачі знову бачать коментар.',
      undone: 'Коментар знову приховано.',
    },
  },
  ban: {
    badge: 'Заблоковано',
    label: (name) => `Заблокувати: ${name}`,
    question: (name) => `Заборонити коментувати (${name})?`,
    consequence: 'Після блокування можна читати, але не можна писати. Попередні коментарі залишаються.',
    done: (name) => `Коментування заборонено: ${name}.`,
    undone: (name) => `Коментування знову дозволено: ${name}.`,
  },
  actionFailed: (cause) => `Нічого не змінено. ${cause}`,
  undoFailed: (cause) => `Скасувати це не вдалося. ${cause}`,
  warning: 'Повідомлення редакції для вас',
  warningConsequence: 'Після цього ви зможете писати далі.',
  acknowledge: 'Зрозуміло',
  acknowledged: 'Дякуємо. Ви знову можете писати.',
  acknowledgeFailed: (cause) => `Ми ще не знаємо, що ви це прочитали. ${cause}`,
};

export default moderation as ModerationMessages;
