import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'Afventer gennemgang',
  hidden: 'Skjult for læserne',
  actions: {
    approve: {
      label: 'Godkend',
      done: 'Kommentaren er godkendt. Læserne kan se den nu.',
      undone: 'Kommentaren afventer igen gennemgang.',
    },
    reject: { label: 'Afvis', done: 'Kommentaren er afvist.', undone: 'Kommentaren afventer igen gennemgang.' },
    feature: {
      label: 'Fremhæv',
      done: 'Kommentaren er et af redaktionens valg.',
      undone: 'Kommentaren er ikke længere et af redaktionens valg.',
    },
    unfeature: {
      label: 'Fremhæv ikke længere',
      done: 'Kommentaren er ikke længere et af redaktionens valg.',
      undone: 'Kommentaren er igen et af redaktionens valg.',
    },
    hide: { label: 'Skjul for læserne', done: 'Kommentaren er skjult.', undone: 'Læserne kan se kommentaren igen.' },
    unhide: {
      label: 'Vis for læserne',
      done: 'Læserne kan se kommentaren igen.',
      undone: 'Kommentaren er skjult igen.',
    },
  },
  ban: {
    badge: 'Udelukket',
    label: (name) => `Udeluk ${name}`,
    question: (name) => `Udeluk ${name} fra at kommentere?`,
    consequence: 'Den, der er udelukket, kan læse, men ikke længere skrive. Tidligere kommentarer bliver stående.',
    done: (name) => `${name} er udelukket fra at kommentere.`,
    undone: (name) => `${name} kan kommentere igen.`,
  },
  actionFailed: (cause) => `Intet blev ændret. ${cause}`,
  undoFailed: (cause) => `Det kunne ikke fortrydes. ${cause}`,
  warning: 'Redaktionen har en besked til dig',
  warningConsequence: 'Derefter kan du skrive videre.',
  acknowledge: 'Jeg forstår',
  acknowledged: 'Tak. Du kan skrive igen.',
  acknowledgeFailed: (cause) => `Din bekræftelse er ikke nået frem. ${cause}`,
};

export default moderation as ModerationMessages;
