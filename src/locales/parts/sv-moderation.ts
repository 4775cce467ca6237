import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'Väntar på granskning',
  hidden: 'Dold för läsare',
  actions: {
    approve: {
      label: 'Godkänn',
      done: 'Kommentaren är godkänd. Läsarna kan se den nu.',
      undone: 'Kommentaren väntar på granskning igen.',
    },
    reject: { label: 'Avslå', done: 'Kommentaren har avslagits.', undone: 'Kommentaren väntar på granskning igen.' },
    feature: {
      label: 'Lyft fram',
      done: 'Kommentaren är ett av redaktionens val.',
      undone: 'Kommentaren är inte längre ett av redaktionens val.',
    },
    unfeature: {
      label: 'Sluta lyfta fram',
      done: 'Kommentaren är inte längre ett av redaktionens val.',
      undone: 'Kommentaren är åter ett av redaktionens val.',
    },
    hide: { label: 'Dölj för läsare', done: 'Kommentaren är dold.', undone: 'Läsarna kan se kommentaren igen.' },
    unhide: { label: 'Visa för läsare', done: 'Läsarna kan se kommentaren igen.', undone: 'Kommentaren är dold igen.' },
  },
  ban: {
    badge: 'Avstängd',
    label: (name) => `Stäng av ${name}`,
    question: (name) => `Stänga av ${name} från att kommentera?`,
    consequence: 'Den som är avstängd kan läsa men inte längre skriva. Tidigare kommentarer blir kvar.',
    done: (name) => `${name} är avstängd från att kommentera.`,
    undone: (name) => `${name} kan kommentera igen.`,
  },
  actionFailed: (cause) => `Ingenting ändrades. ${cause}`,
  undoFailed: (cause) => `Det gick inte att ångra. ${cause}`,
  warning: 'Redaktionen har ett meddelande till dig',
  warningConsequence: 'Därefter kan du fortsätta skriva.',
  acknowledge: 'Jag förstår',
  acknowledged: 'Tack. Du kan skriva igen.',
  acknowledgeFailed: (cause) => `Din bekräftelse har inte kommit fram. ${cause}`,
};

export default moderation as ModerationMessages;
