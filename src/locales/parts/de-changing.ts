import type { ChangingMessages, Translated } from '../../i18n/messages.js';

const changing: Translated<ChangingMessages> = {
  yourEdit: 'Ihren Kommentar bearbeiten',
  editOf: (name) => `Kommentar von ${name} bearbeiten`,
  sourceLoading: 'Der Kommentar wird geladen…',
  sourceFailed: (cause) => `Der Kommentar konnte nicht geladen werden. ${cause}`,
  timeLeft: (time) => `Noch ${time}`,
  editTimeOver: 'Die Zeit zum Bearbeiten ist um. Ihren Text können Sie noch kopieren.',
  editedGone: 'Dieser Kommentar wurde entfernt. Ihren Text können Sie noch kopieren.',
  save: 'Speichern',
  saved: 'Ihre Änderungen sind gespeichert.',
  editFailed: (cause) => `Der Kommentar wurde nicht geändert. ${cause}`,
  editConflict: 'Dieser Kommentar wurde geändert, seit Sie begonnen haben. Welche Fassung soll bleiben?',
  theirVersion: 'Aktuelle Fassung',
  keepMine: 'Meine Fassung behalten',
  takeTheirs: 'Aktuelle Fassung behalten',
  theirsTaken: 'Ihre Änderungen wurden verworfen.',
  removal: {
    author: {
      question: 'Diesen Kommentar löschen?',
      withReplies: 'Die Antworten darauf werden mit gelöscht.',
      remove: 'Löschen',
      removing: 'Wird gelöscht…',
      removed: 'Sie haben diesen Kommentar gelöscht.',
    },
    editors: {
      question: 'Diesen Kommentar entfernen?',
      withReplies: 'Die Antworten darauf werden mit entfernt.',
      removing: 'Wird entfernt…',
      removed: 'Kommentar entfernt.',
    },
  },
  removedForGood: 'Niemand wird ihn mehr lesen können. Das lässt sich nicht rückgängig machen.',
  removedForNow: 'Niemand wird ihn mehr lesen können. Gleich danach lässt es sich noch rückgängig machen.',
  keep: 'Abbrechen',
  removeFailed: (cause) => `Der Kommentar ist noch da. ${cause}`,
  restored: 'Der Kommentar ist wieder da.',
  restoreFailed: (cause) => `Der Kommentar konnte nicht zurückgeholt werden. ${cause}`,
  pinnedNow: 'Der Kommentar ist angeheftet.',
  unpinnedNow: 'Der Kommentar ist nicht mehr angeheftet.',
  pinFailed: (cause) => `Am Anheften hat sich nichts geändert. ${cause}`,

  closeDiscussion: 'Kommentare schließen',
  openDiscussion: 'Kommentare wieder öffnen',
  closeQuestion: 'Kommentare für alle schließen?',
  closeConsequence:
    'Leserinnen und Leser können dann nicht mehr kommentieren, antworten oder abstimmen. Was schon geschrieben ist, bleibt, und Sie können die Kommentare später wieder öffnen.',
  closeNow: 'Jetzt schließen',
  keepOpen: 'Offen lassen',
  closedNow: 'Die Kommentare sind geschlossen.',
  openedNow: 'Die Kommentare sind wieder offen.',
  closeFailed: (cause) => `Die Kommentare sind noch offen. ${cause}`,
  openFailed: (cause) => `Die Kommentare sind noch geschlossen. ${cause}`,
};

export default changing as ChangingMessages;
