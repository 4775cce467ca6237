import type { LegalMessages, Translated } from '../../i18n/messages.js';

const legal: Translated<LegalMessages> = {
  opened: 'Això és una notificació formal. Ompliu els camps següents.',
  explanation: 'Per què és il·lícit aquest comentari?',
  explanationMissing: 'Expliqueu per què el considereu il·lícit.',
  law: 'Quina llei infringeix?',
  address: 'Adreça del comentari',
  otherAddress: (number) => `Adreça d’un altre comentari (${number})`,
  addAddress: 'Afegeix l’adreça d’un altre comentari',
  removeAddress: (number) => `Elimina l’adreça ${number}`,
  remove: 'Elimina',
  addressRemoved: 'Adreça eliminada.',
  addressInvalid: 'Introduïu una adreça completa com https://example.com/article#comment-7.',
  anonymous: 'Podeu ometre el vostre nom i el vostre correu electrònic.',
  goodFaith: 'Crec de bona fe que la informació i les al·legacions d’aquesta notificació són exactes i completes.',
  goodFaithMissing: 'Marqueu aquesta casella per enviar la vostra notificació.',
  privacy: 'Qui va escriure el comentari no sabrà qui ha enviat la notificació.',
  send: 'Envia la notificació',
  sent: (time) =>
    time === undefined ? 'Hem rebut la vostra notificació.' : `Vam rebre la vostra notificació: ${time}.`,
  reference: (reference) => `El número de referència és ${reference}.`,
  status: 'Trobareu la nostra decisió en aquesta pàgina un cop presa.',
  statusByEmail: (email) => `Enviarem la nostra decisió a ${email}.`,
  copy: 'Copia la meva notificació',
  copied: 'La vostra notificació s’ha copiat.',
  copyLabel: 'La vostra notificació',
  reason: 'Motiu',
  received: 'Rebuda',
  contest: 'Impugna la decisió',
  decision: {
    title: 'Exposició de motius',
    measure: 'Decisió',
    measures: {
      removed: 'El comentari s’ha retirat.',
      hidden: 'El comentari s’ha amagat.',
      rejected: 'El comentari no s’ha publicat.',
    },
    scope: (territory = 'Arreu', until) =>
      `${territory}, ${until === undefined ? 'sense límit de temps' : `fins al ${until}`}.`,
    ground: 'Fonament',
    grounds: { law: 'Es considera il·lícit.', terms: 'Infringeix les normes d’aquest lloc.' },
    rule: 'Disposició o norma',
    facts: 'Fets',
    basis: {
      notice: 'Arran d’una notificació de contingut il·lícit.',
      'own-initiative': 'Per iniciativa pròpia.',
    },
    means: 'Com s’ha decidit',
    byPerson: 'Per una persona, sense mitjans automatitzats.',
    automated: 'Amb mitjans automatitzats.',
    detected: 'El comentari es va detectar amb mitjans automatitzats.',
    decidedAt: 'Data',
    redress: 'Si no hi esteu d’acord',
  },
};

export default legal as LegalMessages;
