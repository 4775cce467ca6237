import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'Čeka provjeru',
  hidden: 'Skriveno od čitatelja',
  actions: {
    approve: {
      label: 'Odobri',
      done: 'Komentar je odobren. Čitatelji ga sada mogu vidjeti.',
      undone: 'Komentar opet čeka provjeru.',
    },
    reject: { label: 'Odbij', done: 'Komentar je odbijen.', undone: 'Komentar opet čeka provjeru.' },
    feature: {
      label: 'Istakni',
      done: 'Komentar je u izboru uredništva.',
      undone: 'Komentar više nije u izboru uredništva.',
    },
    unfeature: {
      label: 'Ukloni isticanje',
      done: 'Komentar više nije u izboru uredništva.',
      undone: 'Komentar je opet u izboru uredništva.',
    },
    hide: {
      label: 'Sakrij od čitatelja',
      done: 'Komentar je skriven.',
      undone: 'Čitatelji opet mogu vidjeti komentar.',
    },
    unhide: {
      label: 'Prikaži čitateljima',
      done: 'Čitatelji opet mogu vidjeti komentar.',
      undone: 'Komentar je opet skriven.',
    },
  },
  ban: {
    badge: 'Zabrana komentiranja',
    label: (name) => `Zabrani komentiranje: ${name}`,
    question: (name) => `Želite li zabraniti komentiranje: ${name}?`,
    consequence:
      'Osoba kojoj je komentiranje zabranjeno može čitati, ali više ne može pisati. Njezini komentari ostaju.',
    done: (name) => `${name} više ne može komentirati.`,
    undone: (name) => `${name} opet može komentirati.`,
  },
  actionFailed: (cause) => `Ništa nije promijenjeno. ${cause}`,
  undoFailed: (cause) => `Ovo nije poništeno. ${cause}`,
  warning: 'Uredništvo ima poruku za vas',
  warningConsequence: 'Nakon toga možete nastaviti pisati.',
  acknowledge: 'Razumijem',
  acknowledged: 'Hvala. Opet možete pisati.',
  acknowledgeFailed: (cause) => `Još ne znamo da ste ovo pročitali. ${cause}`,
};

export default moderation as ModerationMessages;
