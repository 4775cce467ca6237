import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'Venter på gjennomgang',
  hidden: 'Skjult for lesere',
  actions: {
    approve: {
      label: 'Godkjenn',
      done: 'Kommentaren er godkjent. Leserne kan se den nå.',
      undone: 'Kommentaren venter på gjennomgang igjen.',
    },
    reject: { label: 'Avvis', done: 'Kommentaren er avvist.', undone: 'Kommentaren venter på gjennomgang igjen.' },
    feature: {
      label: 'Framhev',
      done: 'Kommentaren er et av redaksjonens valg.',
      undone: 'Kommentaren er ikke lenger et av redaksjonens valg.',
    },
    unfeature: {
      label: 'Ikke framhev lenger',
      done: 'Kommentaren er ikke lenger et av redaksjonens valg.',
      undone: 'Kommentaren er igjen et av redaksjonens valg.',
    },
    hide: { label: 'Skjul for lesere', done: 'Kommentaren er skjult.', undone: 'Leserne kan se kommentaren igjen.' },
    unhide: {
      label: 'Vis for lesere',
      done: 'Leserne kan se kommentaren igjen.',
      undone: 'Kommentaren er skjult igjen.',
    },
  },
  ban: {
    badge: 'Utestengt',
    label: (name) => `Utesteng ${name}`,
    question: (name) => `Utestenge ${name} fra å kommentere?`,
    consequence: 'Den som er utestengt, kan lese, men ikke lenger skrive. Tidligere kommentarer blir stående.',
    done: (name) => `${name} er utestengt fra å kommentere.`,
    undone: (name) => `${name} kan kommentere igjen.`,
  },
  actionFailed: (cause) => `Ingenting ble endret. ${cause}`,
  undoFailed: (cause) => `Det kunne ikke angres. ${cause}`,
  warning: 'Redaksjonen har en melding til deg',
  warningConsequence: 'Etterpå kan du fortsette å skrive.',
  acknowledge: 'Jeg forstår',
  acknowledged: 'Takk. Du kan skrive igjen.',
  acknowledgeFailed: (cause) => `Bekreftelsen din har ikke kommet fram. ${cause}`,
};

export default moderation as ModerationMessages;
