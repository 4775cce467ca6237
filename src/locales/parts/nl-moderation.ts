import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'Wacht op beoordeling',
  hidden: 'Verborgen voor lezers',
  actions: {
    approve: {
      label: 'Goedkeuren',
      done: 'Reactie goedgekeurd. Lezers kunnen die nu zien.',
      undone: 'De reactie wacht weer op beoordeling.',
    },
    reject: { label: 'Afwijzen', done: 'Reactie afgewezen.', undone: 'De reactie wacht weer op beoordeling.' },
    feature: {
      label: 'Uitlichten',
      done: 'De reactie is een keuze van de redactie.',
      undone: 'De reactie is geen keuze van de redactie meer.',
    },
    unfeature: {
      label: 'Niet meer uitlichten',
      done: 'De reactie is geen keuze van de redactie meer.',
      undone: 'De reactie is weer een keuze van de redactie.',
    },
    hide: { label: 'Verbergen voor lezers', done: 'Reactie verborgen.', undone: 'Lezers kunnen de reactie weer zien.' },
    unhide: {
      label: 'Tonen aan lezers',
      done: 'Lezers kunnen de reactie weer zien.',
      undone: 'De reactie is weer verborgen.',
    },
  },
  ban: {
    badge: 'Geblokkeerd',
    label: (name) => `${name} blokkeren`,
    question: (name) => `${name} blokkeren voor reacties?`,
    consequence: 'Wie geblokkeerd is, kan lezen, maar niet meer schrijven. Eerdere reacties blijven staan.',
    done: (name) => `${name} kan niet meer reageren.`,
    undone: (name) => `${name} kan weer reageren.`,
  },
  actionFailed: (cause) => `Er is niets gewijzigd. ${cause}`,
  undoFailed: (cause) => `Dit is niet ongedaan gemaakt. ${cause}`,
  warning: 'De redactie heeft een bericht voor u',
  warningConsequence: 'Daarna kunt u verder schrijven.',
  acknowledge: 'Ik begrijp het',
  acknowledged: 'Bedankt. U kunt weer schrijven.',
  acknowledgeFailed: (cause) => `Uw bevestiging is niet aangekomen. ${cause}`,
};

export default moderation as ModerationMessages;
