import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'Чека проверу',
  hidden: 'Сакривено од читалаца',
  actions: {
    approve: {
      label: 'Одобри',
      done: 'Коментар је одобрен. Читаоци сада могу да га виде.',
      undone: 'Коментар поново чека проверу.',
    },
    reject: { label: 'Одбиј', done: 'Коментар је одбијен.', undone: 'Коментар поново чека проверу.' },
    feature: {
      label: 'Истакни',
      done: 'Коментар је у избору редакције.',
      undone: 'Коментар више није у избору редакције.',
    },
    unfeature: {
      label: 'Уклони истицање',
      done: 'Коментар више није у избору редакције.',
      undone: 'Коментар је поново у избору редакције.',
    },
    hide: {
      label: 'Сакриј од читалаца',
      done: 'Коментар је сакривен.',
      undone: 'Читаоци поново могу да виде коментар.',
    },
    unhide: {
      label: 'Прикажи читаоцима',
      done: 'Читаоци поново могу да виде коментар.',
      undone: 'Коментар је поново сакривен.',
    },
  },
  ban: {
    badge: 'Забрана коментарисања',
    label: (name) => `Забрани коментарисање: ${name}`,
    question: (name) => `Желите ли да забраните коментарисање: ${name}?`,
    consequence:
      'Особа којој је коментарисање забрањено може да чита, али више не може да пише. Њени коментари остају.',
    done: (name) => `${name} више не може да коментарише.`,
    undone: (name) => `${name} поново може да коментарише.`,
  },
  actionFailed: (cause) => `Ништа није промењено. ${cause}`,
  undoFailed: (cause) => `Ово није опозвано. ${cause}`,
  warning: 'Редакција има поруку за вас',
  warningConsequence: 'Након тога можете да наставите да пишете.',
  acknowledge: 'Разумем',
  acknowledged: 'Хвала. Поново можете да пишете.',
  acknowledgeFailed: (cause) => `Још не знамо да сте ово прочитали. ${cause}`,
};

export default moderation as ModerationMessages;
