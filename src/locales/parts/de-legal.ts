import type { LegalMessages, Translated } from '../../i18n/messages.js';

const legal: Translated<LegalMessages> = {
  opened: 'Dies ist eine förmliche Meldung. Füllen Sie die Felder darunter aus.',
  explanation: 'Warum ist dieser Kommentar rechtswidrig?',
  explanationMissing: 'Erklären Sie, warum Sie ihn für rechtswidrig halten.',
  law: 'Gegen welches Gesetz verstößt er?',
  address: 'Adresse des Kommentars',
  otherAddress: (number) => `Adresse eines weiteren Kommentars (${number})`,
  addAddress: 'Adresse eines weiteren Kommentars angeben',
  removeAddress: (number) => `Entfernen: Adresse ${number}`,
  remove: 'Entfernen',
  addressRemoved: 'Adresse entfernt.',
  addressInvalid: 'Geben Sie eine ganze Adresse ein, wie https://example.com/artikel#comment-7.',
  anonymous: 'Name und E-Mail-Adresse können Sie weglassen.',
  goodFaith:
    'Ich bin in gutem Glauben davon überzeugt, dass die Angaben in dieser Meldung richtig und vollständig sind.',
  goodFaithMissing: 'Setzen Sie dieses Häkchen, um Ihre Meldung zu senden.',
  privacy: 'Wer den Kommentar geschrieben hat, erfährt nicht, von wem die Meldung kommt.',
  send: 'Förmliche Meldung senden',
  sent: (time) => (time === undefined ? 'Ihre Meldung ist eingegangen.' : `Ihre Meldung ist eingegangen: ${time}.`),
  reference: (reference) => `Ihr Zeichen lautet ${reference}.`,
  status: 'Unsere Entscheidung finden Sie auf dieser Seite, sobald sie gefallen ist.',
  statusByEmail: (email) => `Unsere Entscheidung schicken wir an ${email}.`,
  copy: 'Meine Meldung kopieren',
  copied: 'Ihre Meldung ist kopiert.',
  copyLabel: 'Ihre Meldung',
  reason: 'Grund',
  received: 'Eingegangen',
  contest: 'Entscheidung anfechten',
  decision: {
    title: 'Begründung',
    measure: 'Entscheidung',
    measures: {
      removed: 'Der Kommentar wurde entfernt.',
      hidden: 'Der Kommentar wurde ausgeblendet.',
      rejected: 'Der Kommentar wurde nicht veröffentlicht.',
    },
    scope: (territory = 'Überall', until) =>
      `${territory}, ${until === undefined ? 'ohne zeitliche Begrenzung' : `bis ${until}`}.`,
    ground: 'Grundlage',
    grounds: { law: 'Er gilt als rechtswidrig.', terms: 'Er verstößt gegen die Regeln dieser Website.' },
    rule: 'Vorschrift oder Regel',
    facts: 'Sachverhalt',
    basis: {
      notice: 'Aufgrund einer Meldung rechtswidriger Inhalte.',
      'own-initiative': 'Auf eigene Initiative.',
    },
    means: 'Wie entschieden wurde',
    byPerson: 'Von einem Menschen, ohne automatisierte Mittel.',
    automated: 'Mit automatisierten Mitteln.',
    detected: 'Der Kommentar wurde mit automatisierten Mitteln gefunden.',
    decidedAt: 'Datum',
    redress: 'Wenn Sie nicht einverstanden sind',
  },
};

export default legal as LegalMessages;
