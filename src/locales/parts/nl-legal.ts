import type { LegalMessages, Translated } from '../../i18n/messages.js';

const legal: Translated<LegalMessages> = {
  opened: 'Dit is een formele melding. Vul de velden hieronder in.',
  explanation: 'Waarom is deze reactie illegaal?',
  explanationMissing: 'Leg uit waarom u de reactie illegaal vindt.',
  law: 'Welke wet overtreedt de reactie?',
  address: 'Adres van de reactie',
  otherAddress: (number) => `Adres van een andere reactie (${number})`,
  addAddress: 'Adres van een andere reactie toevoegen',
  removeAddress: (number) => `Verwijderen: adres ${number}`,
  remove: 'Verwijderen',
  addressRemoved: 'Adres verwijderd.',
  addressInvalid: 'Vul een volledig adres in zoals https://example.com/artikel#comment-7.',
  anonymous: 'U kunt uw naam en e-mailadres weglaten.',
  goodFaith:
    'Ik ben er te goeder trouw van overtuigd dat de informatie en beweringen in deze melding juist en volledig zijn.',
  goodFaithMissing: 'Vink dit vakje aan om uw melding te versturen.',
  privacy: 'Wie de reactie heeft geschreven, krijgt niet te horen wie de melding heeft verstuurd.',
  send: 'Formele melding versturen',
  sent: (time) =>
    time === undefined ? 'We hebben uw melding ontvangen.' : `We hebben uw melding ontvangen op ${time}.`,
  reference: (reference) => `Het kenmerk is ${reference}.`,
  status: 'Bekijk onze beslissing op deze pagina, zodra die is genomen.',
  statusByEmail: (email) => `We sturen onze beslissing naar ${email}.`,
  copy: 'Mijn melding kopiëren',
  copied: 'Uw melding is gekopieerd.',
  copyLabel: 'Uw melding',
  reason: 'Reden',
  received: 'Ontvangen',
  contest: 'Beslissing aanvechten',
  decision: {
    title: 'Motivering',
    measure: 'Beslissing',
    measures: {
      removed: 'De reactie is verwijderd.',
      hidden: 'De reactie is verborgen.',
      rejected: 'De reactie is niet geplaatst.',
    },
    scope: (territory = 'Overal', until) =>
      `${territory}, ${until === undefined ? 'zonder tijdslimiet' : `tot ${until}`}.`,
    ground: 'Grond',
    grounds: {
      law: 'De reactie wordt als illegaal beschouwd.',
      terms: 'De reactie is in strijd met de regels van deze site.',
    },
    rule: 'Bepaling of regel',
    facts: 'Feiten',
    basis: {
      notice: 'Naar aanleiding van een melding van illegale inhoud.',
      'own-initiative': 'Op eigen initiatief.',
    },
    means: 'Hoe is beslist',
    byPerson: 'Door een mens, zonder geautomatiseerde middelen.',
    automated: 'Met geautomatiseerde middelen.',
    detected: 'De reactie is met geautomatiseerde middelen gevonden.',
    decidedAt: 'Datum',
    redress: 'Als u het er niet mee eens bent',
  },
};

export default legal as LegalMessages;
