import type { Translated, VisitMessages } from '../../i18n/messages.js';

const visit: Translated<VisitMessages> = {
  filter: 'Anzeigen',
  filters: { all: 'Alle Kommentare', featured: 'Empfohlene' },
  loadAll: 'Alle Kommentare laden',
  loadedSoFar: (loaded, total) => (total === undefined ? `${loaded} geladen` : `${loaded} von ${total} geladen`),
  stopLoading: 'Anhalten',
  loadedMore: (count, formatted) =>
    count === 1 ? 'Ein weiterer Kommentar geladen.' : `${formatted} weitere Kommentare geladen.`,
  emptyFiltered: 'Noch hat die Redaktion keinen Kommentar empfohlen.',
  showInConversation: 'Im Gespräch zeigen',
  sorted: (order) => `Sortiert nach: ${order}.`,
  sortFailed: (cause) => `Die Kommentare konnten nicht sortiert werden. ${cause}`,
  filtered: (filter) => `Angezeigt: ${filter}.`,
  filterFailed: (cause) => `Die Auswahl konnte nicht geändert werden. ${cause}`,
  viewNew: (count, formatted) => (count === 1 ? '1 neuen Kommentar anzeigen' : `${formatted} neue Kommentare anzeigen`),
  viewNewReplies: (count, formatted) =>
    count === 1 ? '1 neue Antwort anzeigen' : `${formatted} neue Antworten anzeigen`,
  between: (count, formatted) =>
    count === undefined
      ? 'Kommentare nicht geladen'
      : count === 1
        ? '1 Kommentar nicht geladen'
        : `${formatted} Kommentare nicht geladen`,
  commentMissing: 'Der gesuchte Kommentar ist nicht hier. Vielleicht wurde er entfernt.',
  commentFailed: (cause) => `Der gesuchte Kommentar konnte nicht geladen werden. ${cause}`,
  repliesLoaded: (count, formatted) =>
    count === 1 ? '1 weitere Antwort geladen.' : `${formatted} weitere Antworten geladen.`,
  newShown: (count, formatted) =>
    count === 1 ? '1 neuer Kommentar wird angezeigt.' : `${formatted} neue Kommentare werden angezeigt.`,
  share: 'Teilen',
  copyLink: 'Link kopieren',
  linkCopied: 'Link kopiert.',
  linkRefused: 'Ihr Browser erlaubt das Kopieren nicht. Hier ist der Link:',
  viewOn: (host) => `Auf ${host} ansehen`,
  pin: 'Oben anheften',
  unpin: 'Nicht mehr anheften',
  mute: (name) => `${name} stummschalten`,
  muted: (name) => `Sie haben ${name} stummgeschaltet.`,
  unmute: 'Diesen Kommentar anzeigen',
  unmuteAlways: (name) => `Stummschaltung von ${name} aufheben`,
  mutedNow: (name) => `Sie haben ${name} stummgeschaltet. Auf diesem Gerät sehen Sie keine Kommentare mehr von dort.`,
  unmutedNow: (name) => `Sie haben die Stummschaltung von ${name} aufgehoben.`,
  goBack: 'Zurück zur vorherigen Stelle',
  noneNew: 'Keine weiteren neuen Kommentare.',
  shortcuts: 'Tastenkürzel',
  useShortcuts: 'Tastenkürzel verwenden',
  shortcutsHint: 'Sie wirken überall in den Kommentaren, solange Sie nicht gerade schreiben.',
  shortcutKeys: {
    j: 'Nächster Kommentar',
    k: 'Voriger Kommentar',
    n: 'Nächster neuer Kommentar',
    r: 'Antworten',
    c: 'Antworten aus- oder einblenden',
    '?': 'Diese Liste anzeigen',
  },
  skipToComments: 'Zu den Kommentaren springen',
  skipToEnd: 'Ans Ende der Kommentare springen',
  endOfComments: 'Ende der Kommentare',
};

export default visit as VisitMessages;
