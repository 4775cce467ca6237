import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'Čeká na schválení',
  hidden: 'Skryto před čtenáři',
  actions: {
    approve: {
      label: 'Schválit',
      done: 'Komentář byl schválen. Čtenáři ho už vidí.',
      undone: 'Komentář znovu čeká na schválení.',
    },
    reject: { label: 'Zamítnout', done: 'Komentář byl zamítnut.', undone: 'Komentář znovu čeká na schválení.' },
    feature: {
      label: 'Zařadit do výběru',
      done: 'Komentář je ve výběru redakce.',
      undone: 'Komentář už není ve výběru redakce.',
    },
    unfeature: {
      label: 'Vyřadit z výběru',
      done: 'Komentář už není ve výběru redakce.',
      undone: 'Komentář je znovu ve výběru redakce.',
    },
    hide: { label: 'Skrýt před čtenáři', done: 'Komentář byl skryt.', undone: 'Čtenáři komentář znovu vidí.' },
    unhide: {
      label: 'Zobrazit čtenářům',
      done: 'Čtenáři komentář znovu vidí.',
      undone: 'Komentář je znovu skrytý.',
    },
  },
  ban: {
    badge: 'Zablokováno',
    label: (name) => `Zablokovat: ${name}`,
    question: (name) => `Zakázat komentování (${name})?`,
    consequence: 'Zablokovaní mohou číst, ale už ne psát. Jejich komentáře zůstanou.',
    done: (name) => `Komentování je zakázáno: ${name}.`,
    undone: (name) => `Komentování je znovu povoleno: ${name}.`,
  },
  actionFailed: (cause) => `Nic se nezměnilo. ${cause}`,
  undoFailed: (cause) => `Nepodařilo se to vrátit zpět. ${cause}`,
  warning: 'Redakce pro vás má zprávu',
  warningConsequence: 'Potom můžete psát dál.',
  acknowledge: 'Rozumím',
  acknowledged: 'Děkujeme. Můžete znovu psát.',
  acknowledgeFailed: (cause) => `Zatím nevíme, že jste zprávu četli. ${cause}`,
};

export default moderation as ModerationMessages;
