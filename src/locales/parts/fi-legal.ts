import type { LegalMessages, Translated } from '../../i18n/messages.js';

const legal: Translated<LegalMessages> = {
  opened: 'Tämä on virallinen ilmoitus. Täytä alla olevat kentät.',
  explanation: 'Miksi tämä kommentti on laiton?',
  explanationMissing: 'Selitä, miksi pidät sitä laittomana.',
  law: 'Mitä lakia se rikkoo?',
  address: 'Kommentin osoite',
  otherAddress: (number) => `Toisen kommentin osoite (${number})`,
  addAddress: 'Lisää toisen kommentin osoite',
  removeAddress: (number) => `Poista osoite ${number}`,
  remove: 'Poista',
  addressRemoved: 'Osoite poistettu.',
  addressInvalid: 'Anna koko osoite, esimerkiksi https://example.com/artikkeli#comment-7.',
  anonymous: 'Voit jättää nimesi ja sähköpostisi pois.',
  goodFaith:
    'Vakuutan vilpittömässä mielessä uskovani, että tämän ilmoituksen tiedot ja väitteet ovat oikeita ja täydellisiä.',
  goodFaithMissing: 'Lähetä ilmoitus merkitsemällä tämä ruutu.',
  privacy: 'Kommentin kirjoittaja ei saa tietää, kuka ilmoituksen lähetti.',
  send: 'Lähetä virallinen ilmoitus',
  sent: (time) => (time === undefined ? 'Olemme saaneet ilmoituksesi.' : `Saimme ilmoituksesi: ${time}.`),
  reference: (reference) => `Sen viite on ${reference}.`,
  status: 'Katso päätöksemme tältä sivulta, kun se on tehty.',
  statusByEmail: (email) => `Lähetämme päätöksemme osoitteeseen ${email}.`,
  copy: 'Kopioi ilmoitukseni',
  copied: 'Ilmoituksesi on kopioitu.',
  copyLabel: 'Ilmoituksesi',
  reason: 'Syy',
  received: 'Vastaanotettu',
  contest: 'Riitauta päätös',
  decision: {
    title: 'Perustelut',
    measure: 'Päätös',
    measures: {
      removed: 'Kommentti poistettiin.',
      hidden: 'Kommentti piilotettiin.',
      rejected: 'Kommenttia ei julkaistu.',
    },
    scope: (territory = 'Kaikkialla', until) =>
      `${territory}, ${until === undefined ? 'ilman aikarajaa' : `päättyy ${until}`}.`,
    ground: 'Peruste',
    grounds: { law: 'Sitä pidetään laittomana.', terms: 'Se rikkoo tämän sivuston sääntöjä.' },
    rule: 'Säännös tai sääntö',
    facts: 'Tosiseikat',
    basis: {
      notice: 'Laitonta sisältöä koskevan ilmoituksen perusteella.',
      'own-initiative': 'Omasta aloitteesta.',
    },
    means: 'Miten päätös tehtiin',
    byPerson: 'Ihmisen päätös, ilman automatisoituja keinoja.',
    automated: 'Automatisoiduin keinoin.',
    detected: 'Kommentti löydettiin automatisoiduin keinoin.',
    decidedAt: 'Päivämäärä',
    redress: 'Jos olet eri mieltä',
  },
};

export default legal as LegalMessages;
