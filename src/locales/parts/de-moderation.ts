import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'Wartet auf Freigabe',
  hidden: 'Für Leserinnen und Leser verborgen',
  actions: {
    approve: {
      label: 'Freigeben',
      done: 'Der Kommentar ist freigegeben. Alle können ihn jetzt lesen.',
      undone: 'Der Kommentar wartet wieder auf Freigabe.',
    },
    reject: {
      label: 'Ablehnen',
      done: 'Der Kommentar ist abgelehnt.',
      undone: 'Der Kommentar wartet wieder auf Freigabe.',
    },
    feature: {
      label: 'Hervorheben',
      done: 'Der Kommentar ist hervorgehoben.',
      undone: 'Der Kommentar ist nicht mehr hervorgehoben.',
    },
    unfeature: {
      label: 'Nicht mehr hervorheben',
      done: 'Der Kommentar ist nicht mehr hervorgehoben.',
      undone: 'Der Kommentar ist wieder hervorgehoben.',
    },
    hide: {
      label: 'Für alle verbergen',
      done: 'Der Kommentar ist verborgen.',
      undone: 'Der Kommentar ist wieder zu sehen.',
    },
    unhide: {
      label: 'Wieder zeigen',
      done: 'Der Kommentar ist wieder zu sehen.',
      undone: 'Der Kommentar ist wieder verborgen.',
    },
  },
  ban: {
    badge: 'Gesperrt',
    label: (name) => `${name} sperren`,
    question: (name) => `${name} sperren?`,
    consequence: 'Wer gesperrt ist, kann lesen, aber nicht mehr schreiben. Bisherige Kommentare bleiben stehen.',
    done: (name) => `${name} ist gesperrt.`,
    undone: (name) => `${name} kann wieder schreiben.`,
  },
  actionFailed: (cause) => `Es wurde nichts geändert. ${cause}`,
  undoFailed: (cause) => `Das wurde nicht rückgängig gemacht. ${cause}`,
  warning: 'Hinweis der Redaktion an Sie',
  warningConsequence: 'Danach können Sie weiterschreiben.',
  acknowledge: 'Ich habe verstanden',
  acknowledged: 'Danke. Sie können wieder schreiben.',
  acknowledgeFailed: (cause) => `Ihre Bestätigung ist nicht angekommen. ${cause}`,
};

export default moderation as ModerationMessages;
