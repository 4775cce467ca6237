import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'In attesa di moderazione',
  hidden: 'Nascosto ai lettori',
  actions: {
    approve: {
      label: 'Approva',
      done: 'Commento approvato. Ora i lettori possono vederlo.',
      undone: 'Il commento è di nuovo in attesa di moderazione.',
    },
    reject: {
      label: 'Rifiuta',
      done: 'Commento rifiutato.',
      undone: 'Il commento è di nuovo in attesa di moderazione.',
    },
    feature: {
      label: 'Scegli',
      done: 'Il commento è tra quelli scelti dalla redazione.',
      undone: 'Il commento non è più tra quelli scelti dalla redazione.',
    },
    unfeature: {
      label: 'Annulla la scelta',
      done: 'Il commento non è più tra quelli scelti dalla redazione.',
      undone: 'Il commento è di nuovo tra quelli scelti dalla redazione.',
    },
    hide: {
      label: 'Nascondi ai lettori',
      done: 'Commento nascosto.',
      undone: 'I lettori possono di nuovo vedere il commento.',
    },
    unhide: {
      label: 'Mostra ai lettori',
      done: 'I lettori possono di nuovo vedere il commento.',
      undone: 'Il commento è di nuovo nascosto.',
    },
  },
  ban: {
    badge: 'Blocco attivo',
    label: (name) => `Blocca ${name}`,
    question: (name) => `Impedire a ${name} di commentare?`,
    consequence: 'Chi è bloccato può leggere, ma non più scrivere. I suoi commenti restano.',
    done: (name) => `${name} non può più commentare.`,
    undone: (name) => `${name} può commentare di nuovo.`,
  },
  actionFailed: (cause) => `Non è stato modificato nulla. ${cause}`,
  undoFailed: (cause) => `L’operazione non è stata annullata. ${cause}`,
  warning: 'La redazione ha un messaggio per lei',
  warningConsequence: 'Dopo potrà continuare a scrivere.',
  acknowledge: 'Ho capito',
  acknowledged: 'Grazie. Ora può scrivere di nuovo.',
  acknowledgeFailed: (cause) => `Non abbiamo ricevuto la sua conferma. ${cause}`,
};

export default moderation as ModerationMessages;
