import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'Odottaa tarkistusta',
  hidden: 'Piilotettu lukijoilta',
  actions: {
    approve: {
      label: 'Hyväksy',
      done: 'Kommentti hyväksytty. Lukijat näkevät sen nyt.',
      undone: 'Kommentti odottaa taas tarkistusta.',
    },
    reject: { label: 'Hylkää', done: 'Kommentti hylätty.', undone: 'Kommentti odottaa taas tarkistusta.' },
    feature: {
      label: 'Nosta esiin',
      done: 'Kommentti on toimituksen valinta.',
      undone: 'Kommentti ei ole enää toimituksen valinta.',
    },
    unfeature: {
      label: 'Lopeta esiin nostaminen',
      done: 'Kommentti ei ole enää toimituksen valinta.',
      undone: 'Kommentti on taas toimituksen valinta.',
    },
    hide: { label: 'Piilota lukijoilta', done: 'Kommentti piilotettu.', undone: 'Lukijat näkevät kommentin taas.' },
    unhide: {
      label: 'Näytä lukijoille',
      done: 'Lukijat näkevät kommentin taas.',
      undone: 'Kommentti on taas piilotettu.',
    },
  },
  ban: {
    badge: 'Kommentointi estetty',
    label: (name) => `Estä käyttäjä ${name}`,
    question: (name) => `Estetäänkö kommentointi käyttäjältä ${name}?`,
    consequence: 'Jos kommentointi on estetty, voi lukea mutta ei enää kirjoittaa. Aiemmat kommentit jäävät näkyviin.',
    done: (name) => `Kommentointi estetty: ${name}.`,
    undone: (name) => `${name} voi taas kommentoida.`,
  },
  actionFailed: (cause) => `Mitään ei muutettu. ${cause}`,
  undoFailed: (cause) => `Tätä ei voitu kumota. ${cause}`,
  warning: 'Toimituksella on sinulle viesti',
  warningConsequence: 'Sen jälkeen voit jatkaa kirjoittamista.',
  acknowledge: 'Ymmärrän',
  acknowledged: 'Kiitos. Voit taas kirjoittaa.',
  acknowledgeFailed: (cause) => `Vahvistuksesi ei ole tullut perille. ${cause}`,
};

export default moderation as ModerationMessages;
