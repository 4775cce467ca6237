import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'Čaká na schválenie',
  hidden: 'Skryté pred čitateľmi',
  actions: {
    approve: {
      label: 'Schváliť',
      done: 'Komentár bol schválený. Čitatelia ho už vidia.',
      undone: 'Komentár znova čaká na schválenie.',
    },
    reject: { label: 'Zamietnuť', done: 'Komentár bol zamietnutý.', undone: 'Komentár znova čaká na schválenie.' },
    feature: {
      label: 'Zaradiť do výberu',
      done: 'Komentár je vo výbere redakcie.',
      undone: 'Komentár už nie je vo výbere redakcie.',
    },
    unfeature: {
      label: 'Vyradiť z výberu',
      done: 'Komentár už nie je vo výbere redakcie.',
      undone: 'Komentár je znova vo výbere redakcie.',
    },
    hide: { label: 'Skryť pred čitateľmi', done: 'Komentár bol skrytý.', undone: 'Čitatelia komentár znova vidia.' },
    unhide: {
      label: 'Zobraziť čitateľom',
      done: 'Čitatelia komentár znova vidia.',
      undone: 'Komentár je znova skrytý.',
    },
  },
  ban: {
    badge: 'Zablokované',
    label: (name) => `Zablokovať: ${name}`,
    question: (name) => `Zakázať komentovanie (${name})?`,
    consequence: 'Zablokovaní môžu čítať, ale už nie písať. Ich komentáre zostanú.',
    done: (name) => `Komentovanie je zakázané: ${name}.`,
    undone: (name) => `Komentovanie je znova povolené: ${name}.`,
  },
  actionFailed: (cause) => `Nič sa nezmenilo. ${cause}`,
  undoFailed: (cause) => `Nepodarilo sa to vrátiť späť. ${cause}`,
  warning: 'Redakcia má pre vás správu',
  warningConsequence: 'Potom môžete písať ďalej.',
  acknowledge: 'Rozumiem',
  acknowledged: 'Ďakujeme. Môžete znova písať.',
  acknowledgeFailed: (cause) => `Zatiaľ nevieme, že ste správu čítali. ${cause}`,
};

export default moderation as ModerationMessages;
