import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'Ootab ülevaatamist',
  hidden: 'Lugejate eest peidetud',
  actions: {
    approve: {
      label: 'Kiida heaks',
      done: 'Kommentaar on heaks kiidetud. Lugejad näevad seda nüüd.',
      undone: 'Kommentaar ootab jälle ülevaatamist.',
    },
    reject: {
      label: 'Lükka tagasi',
      done: 'Kommentaar on tagasi lükatud.',
      undone: 'Kommentaar ootab jälle ülevaatamist.',
    },
    feature: {
      label: 'Tõsta esile',
      done: 'Kommentaar on toimetuse valik.',
      undone: 'Kommentaar ei ole enam toimetuse valik.',
    },
    unfeature: {
      label: 'Lõpeta esiletõstmine',
      done: 'Kommentaar ei ole enam toimetuse valik.',
      undone: 'Kommentaar on jälle toimetuse valik.',
    },
    hide: {
      label: 'Peida lugejate eest',
      done: 'Kommentaar on peidetud.',
      undone: 'Lugejad näevad kommentaari jälle.',
    },
    unhide: {
      label: 'Näita lugejatele',
      done: 'Lugejad näevad kommentaari jälle.',
      undone: 'Kommentaar on jälle peidetud.',
    },
  },
  ban: {
    badge: 'Blokeeritud',
    label: (name) => `Blokeeri ${name}`,
    question: (name) => `Kas keelata kasutajal ${name} kommenteerida?`,
    consequence: 'Blokeeritu saab lugeda, kuid enam mitte kirjutada. Tema kommentaarid jäävad alles.',
    done: (name) => `Kasutajal ${name} on kommenteerimine keelatud.`,
    undone: (name) => `Kasutaja ${name} saab jälle kommenteerida.`,
  },
  actionFailed: (cause) => `Midagi ei muudetud. ${cause}`,
  undoFailed: (cause) => `Seda ei õnnestunud tagasi võtta. ${cause}`,
  warning: 'Toimetusel on teile sõnum',
  warningConsequence: 'Pärast seda saate edasi kirjutada.',
  acknowledge: 'Sain aru',
  acknowledged: 'Aitäh. Saate jälle kirjutada.',
  acknowledgeFailed: (cause) => `Teie kinnitus ei ole veel meieni jõudnud. ${cause}`,
};

export default moderation as ModerationMessages;
