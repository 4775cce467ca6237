import type { LegalMessages, Translated } from '../../i18n/messages.js';

const legal: Translated<LegalMessages> = {
  opened: 'Detta är en formell anmälan. Fyll i fälten nedan.',
  explanation: 'Varför är den här kommentaren olaglig?',
  explanationMissing: 'Förklara varför du anser att den är olaglig.',
  law: 'Vilken lag bryter den mot?',
  address: 'Kommentarens adress',
  otherAddress: (number) => `Adress till en annan kommentar (${number})`,
  addAddress: 'Lägg till adressen till en annan kommentar',
  removeAddress: (number) => `Ta bort adress ${number}`,
  remove: 'Ta bort',
  addressRemoved: 'Adressen är borttagen.',
  addressInvalid: 'Ange en hel adress som https://example.com/artikel#comment-7.',
  anonymous: 'Du kan utelämna namn och e-postadress.',
  goodFaith:
    'Jag är i god tro övertygad om att uppgifterna och påståendena i den här anmälan är korrekta och fullständiga.',
  goodFaithMissing: 'Markera den här rutan för att skicka din anmälan.',
  privacy: 'Den som skrev kommentaren får inte veta vem som skickade anmälan.',
  send: 'Skicka formell anmälan',
  sent: (time) => (time === undefined ? 'Vi har tagit emot din anmälan.' : `Vi tog emot din anmälan: ${time}.`),
  reference: (reference) => `Referensen är ${reference}.`,
  status: 'Se vårt beslut på den här sidan när det har fattats.',
  statusByEmail: (email) => `Vi skickar vårt beslut till ${email}.`,
  copy: 'Kopiera min anmälan',
  copied: 'Din anmälan är kopierad.',
  copyLabel: 'Din anmälan',
  reason: 'Anledning',
  received: 'Mottagen',
  contest: 'Bestrid beslutet',
  decision: {
    title: 'Motivering',
    measure: 'Beslut',
    measures: {
      removed: 'Kommentaren har tagits bort.',
      hidden: 'Kommentaren har dolts.',
      rejected: 'Kommentaren publicerades inte.',
    },
    scope: (territory = 'Överallt', until) =>
      `${territory}, ${until === undefined ? 'utan tidsgräns' : `till ${until}`}.`,
    ground: 'Grund',
    grounds: { law: 'Den anses vara olaglig.', terms: 'Den bryter mot reglerna på den här webbplatsen.' },
    rule: 'Bestämmelse eller regel',
    facts: 'Omständigheter',
    basis: {
      notice: 'Efter en anmälan om olagligt innehåll.',
      'own-initiative': 'På eget initiativ.',
    },
    means: 'Hur beslutet fattades',
    byPerson: 'Av en människa, utan automatiserade metoder.',
    automated: 'Med automatiserade metoder.',
    detected: 'Kommentaren hittades med automatiserade metoder.',
    decidedAt: 'Datum',
    redress: 'Om du inte håller med',
  },
};

export default legal as LegalMessages;
