import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'Czeka na sprawdzenie',
  hidden: 'Ukryty przed czytelnikami',
  actions: {
    approve: {
      label: 'Zatwierdź',
      done: 'Komentarz zatwierdzono. Jest już widoczny dla czytelników.',
      undone: 'Komentarz znów czeka na sprawdzenie.',
    },
    reject: { label: 'Odrzuć', done: 'Komentarz odrzucono.', undone: 'Komentarz znów czeka na sprawdzenie.' },
    feature: {
      label: 'Wyróżnij',
      done: 'Komentarz został wyróżniony.',
      undone: 'Komentarz nie jest już wyróżniony.',
    },
    unfeature: {
      label: 'Cofnij wyróżnienie',
      done: 'Komentarz nie jest już wyróżniony.',
      undone: 'Komentarz jest znów wyróżniony.',
    },
    hide: {
      label: 'Ukryj przed czytelnikami',
      done: 'Komentarz ukryto.',
      undone: 'Komentarz jest znów widoczny dla czytelników.',
    },
    unhide: {
      label: 'Pokaż czytelnikom',
      done: 'Komentarz jest znów widoczny dla czytelników.',
      undone: 'Komentarz jest znów ukryty.',
    },
  },
  ban: {
    badge: 'Blokada komentowania',
    label: (name) => `Zablokuj: ${name}`,
    question: (name) => `Zablokować możliwość komentowania (${name})?`,
    consequence: 'Zablokowana osoba może czytać, ale nie może już pisać. Jej komentarze pozostają.',
    done: (name) => `Zablokowano możliwość komentowania: ${name}.`,
    undone: (name) => `${name} znów może komentować.`,
  },
  actionFailed: (cause) => `Niczego nie zmieniono. ${cause}`,
  undoFailed: (cause) => `Nie udało się tego cofnąć. ${cause}`,
  warning: 'Wiadomość od redakcji',
  warningConsequence: 'Potem będzie można pisać dalej.',
  acknowledge: 'Rozumiem',
  acknowledged: 'Dziękujemy. Można już znowu pisać.',
  acknowledgeFailed: (cause) => `Nie dotarło do nas potwierdzenie przeczytania wiadomości. ${cause}`,
};

export default moderation as ModerationMessages;
