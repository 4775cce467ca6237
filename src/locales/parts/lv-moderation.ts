import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'Gaida pārbaudi',
  hidden: 'Paslēpts no lasītājiem',
  actions: {
    approve: {
      label: 'Apstiprināt',
      done: 'Komentārs ir apstiprināts. Lasītāji tagad to var redzēt.',
      undone: 'Komentārs atkal gaida pārbaudi.',
    },
    reject: { label: 'Noraidīt', done: 'Komentārs ir noraidīts.', undone: 'Komentārs atkal gaida pārbaudi.' },
    feature: {
      label: 'Izcelt',
      done: 'Komentārs ir redakcijas izvēle.',
      undone: 'Komentārs vairs nav redakcijas izvēle.',
    },
    unfeature: {
      label: 'Vairs neizcelt',
      done: 'Komentārs vairs nav redakcijas izvēle.',
      undone: 'Komentārs atkal ir redakcijas izvēle.',
    },
    hide: {
      label: 'Paslēpt no lasītājiem',
      done: 'Komentārs ir paslēpts.',
      undone: 'Lasītāji atkal var redzēt komentāru.',
    },
    unhide: {
      label: 'Rādīt lasītājiem',
      done: 'Lasītāji atkal var redzēt komentāru.',
      undone: 'Komentārs atkal ir paslēpts.',
    },
  },
  ban: {
    badge: 'Aizliegts komentēt',
    label: (name) => `Aizliegt komentēt: ${name}`,
    question: (name) => `Vai aizliegt komentēt: ${name}?`,
    consequence: 'Persona, kurai aizliegts komentēt, var lasīt, bet vairs nevar rakstīt. Tās komentāri paliek.',
    done: (name) => `${name} vairs nevar komentēt.`,
    undone: (name) => `${name} atkal var komentēt.`,
  },
  actionFailed: (cause) => `Nekas netika mainīts. ${cause}`,
  undoFailed: (cause) => `Darbība netika atsaukta. ${cause}`,
  warning: 'Redakcijai ir jums ziņa',
  warningConsequence: 'Pēc tam varēsiet turpināt rakstīt.',
  acknowledge: 'Saprotu',
  acknowledged: 'Paldies. Jūs atkal varat rakstīt.',
  acknowledgeFailed: (cause) => `Mēs vēl nezinām, ka jūs to izlasījāt. ${cause}`,
};

export default moderation as ModerationMessages;
