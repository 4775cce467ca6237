import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'Ждёт проверки',
  hidden: 'Скрыт от читателей',
  actions: {
    approve: {
      label: 'Одобрить',
      done: 'Комментарий одобрен. Теперь он виден читателям.',
      undone: 'Комментарий снова ждёт проверки.',
    },
    reject: { label: 'Отклонить', done: 'Комментарий отклонён.', undone: 'Комментарий снова ждёт проверки.' },
    feature: {
      label: 'В выбор редакции',
      done: 'Комментарий отмечен как выбор редакции.',
      undone: 'Комментарий больше не отмечен как выбор редакции.',
    },
    unfeature: {
      label: 'Снять отметку редакции',
      done: 'Комментарий больше не отмечен как выбор редакции.',
      undone: 'Комментарий снова отмечен как выбор редакции.',
    },
    hide: { label: 'Скрыть от читателей', done: 'Комментарий скрыт.', undone: 'Комментарий снова виден читателям.' },
    unhide: {
      label: 'Показать читателям',
      done: 'Комментарий снова виден читателям.',
      undone: 'Комментарий снова скрыт.',
    },
  },
  ban: {
    badge: 'Заблокировано',
    label: (name) => `Заблокировать: ${name}`,
    question: (name) => `Запретить комментировать (${name})?`,
    consequence: 'После блокировки можно читать, но нельзя писать. Прежние комментарии остаются.',
    done: (name) => `Комментирование запрещено: ${name}.`,
    undone: (name) => `Комментирование снова разрешено: ${name}.`,
  },
  actionFailed: (cause) => `Ничего не изменилось. ${cause}`,
  undoFailed: (cause) => `Отменить это не удалось. ${cause}`,
  warning: 'Сообщение редакции для вас',
  warningConsequence: 'После этого вы сможете писать дальше.',
  acknowledge: 'Понятно',
  acknowledged: 'Спасибо. Вы снова можете писать.',
  acknowledgeFailed: (cause) => `Мы ещё не знаем, что вы это прочитали. ${cause}`,
};

export default moderation as ModerationMessages;
