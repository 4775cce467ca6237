import type { Translated, VisitMessages } from '../../i18n/messages.js';
import { pluralOf } from '../../i18n/plural.js';

const plural = pluralOf<'one' | 'other'>('nl');

const newComments = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} nieuwe reactie`, other: `${formatted} nieuwe reacties` });

const newReplies = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} nieuw antwoord`, other: `${formatted} nieuwe antwoorden` });

const visit: Translated<VisitMessages> = {
  filter: 'Tonen',
  filters: { all: 'Alle reacties', featured: 'Keuze van de redactie' },
  loadAll: 'Alle reacties laden',
  loadedSoFar: (loaded, total) => (total === undefined ? `${loaded} geladen` : `${loaded} van ${total} geladen`),
  stopLoading: 'Stoppen',
  emptyFiltered: 'De redactie heeft nog geen reacties uitgekozen.',
  showInConversation: 'In het gesprek tonen',
  between: (count, formatted) =>
    count === undefined
      ? 'Reacties niet geladen'
      : plural(count, { one: `${formatted} reactie niet geladen`, other: `${formatted} reacties niet geladen` }),
  skipToComments: 'Naar de reacties',
  skipToEnd: 'Naar het einde van de reacties',
  endOfComments: 'Einde van de reacties',
  loadedMore: (count, formatted) =>
    plural(count, { one: `Nog ${formatted} reactie geladen.`, other: `Nog ${formatted} reacties geladen.` }),
  sorted: (order) => `Gesorteerd op: ${order}.`,
  sortFailed: (cause) => `De reacties konden niet worden gesorteerd. ${cause}`,
  filtered: (filter) => `Getoond: ${filter}.`,
  filterFailed: (cause) => `De selectie kon niet worden gewijzigd. ${cause}`,
  viewNew: (count, formatted) => `${newComments(count, formatted)} bekijken`,
  viewNewReplies: (count, formatted) => `${newReplies(count, formatted)} bekijken`,
  commentMissing: 'De reactie die u zoekt, is hier niet. Misschien is die verwijderd.',
  commentFailed: (cause) => `De reactie die u zoekt, kon niet worden geladen. ${cause}`,
  repliesLoaded: (count, formatted) =>
    plural(count, { one: `Nog ${formatted} antwoord geladen.`, other: `Nog ${formatted} antwoorden geladen.` }),
  newShown: (count, formatted) => `${newComments(count, formatted)} getoond.`,
  share: 'Delen',
  copyLink: 'Link kopiëren',
  linkCopied: 'Link gekopieerd.',
  linkRefused: 'Uw browser staat kopiëren niet toe. Dit is de link:',
  viewOn: (host) => `Bekijken op ${host}`,
  pin: 'Bovenaan vastzetten',
  unpin: 'Losmaken',
  mute: (name) => `${name} dempen`,
  muted: (name) => `U hebt ${name} gedempt.`,
  unmute: 'Deze reactie tonen',
  unmuteAlways: (name) => `${name} niet meer dempen`,
  mutedNow: (name) => `U hebt ${name} gedempt. Op dit apparaat ziet u geen reacties meer van deze persoon.`,
  unmutedNow: (name) => `U dempt ${name} niet meer.`,
  goBack: 'Terug naar de vorige plek',
  noneNew: 'Geen nieuwe reacties meer.',
  shortcuts: 'Sneltoetsen',
  useShortcuts: 'Sneltoetsen gebruiken',
  shortcutsHint: 'Ze werken overal in de reacties, behalve terwijl u typt.',
  shortcutKeys: {
    j: 'Volgende reactie',
    k: 'Vorige reactie',
    n: 'Volgende nieuwe reactie',
    r: 'Antwoorden',
    c: 'Antwoorden verbergen of tonen',
    '?': 'Deze lijst tonen',
  },
};

export default visit as VisitMessages;
