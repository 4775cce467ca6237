import type { LegalMessages, Translated } from '../../i18n/messages.js';

const legal: Translated<LegalMessages> = {
  opened: 'Dette er en formel anmeldelse. Udfyld felterne nedenfor.',
  explanation: 'Hvorfor er denne kommentar ulovlig?',
  explanationMissing: 'Forklar, hvorfor du anser den for ulovlig.',
  law: 'Hvilken lov overtræder den?',
  address: 'Kommentarens adresse',
  otherAddress: (number) => `Adressen på en anden kommentar (${number})`,
  addAddress: 'Tilføj adressen på en anden kommentar',
  removeAddress: (number) => `Fjern adresse ${number}`,
  remove: 'Fjern',
  addressRemoved: 'Adressen er fjernet.',
  addressInvalid: 'Angiv en hel adresse som https://example.com/artikel#comment-7.',
  anonymous: 'Du kan udelade navn og e-mailadresse.',
  goodFaith:
    'Jeg er i god tro overbevist om, at oplysningerne og påstandene i denne anmeldelse er nøjagtige og fuldstændige.',
  goodFaithMissing: 'Sæt kryds i dette felt for at sende din anmeldelse.',
  privacy: 'Den, der skrev kommentaren, får ikke at vide, hvem der sendte anmeldelsen.',
  send: 'Send formel anmeldelse',
  sent: (time) => (time === undefined ? 'Vi har modtaget din anmeldelse.' : `Vi modtog din anmeldelse: ${time}.`),
  reference: (reference) => `Referencen er ${reference}.`,
  status: 'Se vores afgørelse på denne side, når den er truffet.',
  statusByEmail: (email) => `Vi sender vores afgørelse til ${email}.`,
  copy: 'Kopiér min anmeldelse',
  copied: 'Din anmeldelse er kopieret.',
  copyLabel: 'Din anmeldelse',
  reason: 'Grund',
  received: 'Modtaget',
  contest: 'Anfægt afgørelsen',
  decision: {
    title: 'Begrundelse',
    measure: 'Afgørelse',
    measures: {
      removed: 'Kommentaren blev fjernet.',
      hidden: 'Kommentaren blev skjult.',
      rejected: 'Kommentaren blev ikke offentliggjort.',
    },
    scope: (territory = 'Overalt', until) =>
      `${territory}, ${until === undefined ? 'uden tidsbegrænsning' : `indtil ${until}`}.`,
    ground: 'Grundlag',
    grounds: { law: 'Den anses for ulovlig.', terms: 'Den overtræder reglerne på dette websted.' },
    rule: 'Bestemmelse eller regel',
    facts: 'Faktiske omstændigheder',
    basis: {
      notice: 'Efter en anmeldelse af ulovligt indhold.',
      'own-initiative': 'På eget initiativ.',
    },
    means: 'Hvordan afgørelsen blev truffet',
    byPerson: 'Af et menneske, uden automatiske midler.',
    automated: 'Med automatiske midler.',
    detected: 'Kommentaren blev fundet med automatiske midler.',
    decidedAt: 'Dato',
    redress: 'Hvis du er uenig',
  },
};

export default legal as LegalMessages;
