import type { LegalMessages, Translated } from '../../i18n/messages.js';

const legal: Translated<LegalMessages> = {
  opened: 'Questa è una segnalazione formale. Compili i campi seguenti.',
  explanation: 'Perché questo commento è illegale?',
  explanationMissing: 'Spieghi perché lo considera illegale.',
  law: 'Quale legge viola?',
  address: 'Indirizzo del commento',
  otherAddress: (number) => `Indirizzo di un altro commento (${number})`,
  addAddress: 'Aggiungi l’indirizzo di un altro commento',
  removeAddress: (number) => `Rimuovi l’indirizzo ${number}`,
  remove: 'Rimuovi',
  addressRemoved: 'Indirizzo rimosso.',
  addressInvalid: 'Inserisca un indirizzo completo come https://example.com/articolo#comment-7.',
  anonymous: 'Nome ed email possono essere omessi.',
  goodFaith:
    'Ritengo in buona fede che le informazioni e le affermazioni contenute in questa segnalazione siano accurate e complete.',
  goodFaithMissing: 'Selezioni questa casella per inviare la segnalazione.',
  privacy: 'Chi ha scritto il commento non saprà da chi proviene la segnalazione.',
  send: 'Invia segnalazione formale',
  sent: (time) =>
    time === undefined ? 'Abbiamo ricevuto la sua segnalazione.' : `Abbiamo ricevuto la sua segnalazione: ${time}.`,
  reference: (reference) => `Il numero di riferimento è ${reference}.`,
  status: 'Troverà la nostra decisione su questa pagina quando sarà presa.',
  statusByEmail: (email) => `Invieremo la nostra decisione a ${email}.`,
  copy: 'Copia la mia segnalazione',
  copied: 'La sua segnalazione è stata copiata.',
  copyLabel: 'La sua segnalazione',
  reason: 'Motivo',
  received: 'Ricevuta',
  contest: 'Contesta la decisione',
  decision: {
    title: 'Motivazione',
    measure: 'Decisione',
    measures: {
      removed: 'Il commento è stato rimosso.',
      hidden: 'Il commento è stato nascosto.',
      rejected: 'Il commento non è stato pubblicato.',
    },
    scope: (territory = 'Ovunque', until) =>
      `${territory}, ${until === undefined ? 'senza limiti di tempo' : `fino al ${until}`}.`,
    ground: 'Fondamento',
    grounds: { law: 'È considerato illegale.', terms: 'Viola le regole di questo sito.' },
    rule: 'Disposizione o regola',
    facts: 'Fatti',
    basis: {
      notice: 'In seguito a una segnalazione di contenuto illegale.',
      'own-initiative': 'Di nostra iniziativa.',
    },
    means: 'Come è stato deciso',
    byPerson: 'Da una persona, senza strumenti automatizzati.',
    automated: 'Con strumenti automatizzati.',
    detected: 'Il commento è stato individuato con strumenti automatizzati.',
    decidedAt: 'Data',
    redress: 'Se non è d’accordo',
  },
};

export default legal as LegalMessages;
