import type { Language, Translated } from '../i18n/messages.js';

/** German. Addresses readers formally ("Sie"), as the newspapers of the language do. Corrections by native readers are welcome. */
const de: Translated<Language> = {
  lang: 'de',
  dir: 'ltr',

  heading: (count) => (count === undefined ? 'Kommentare' : `Kommentare (${count})`),
  policy: (canReport) =>
    'Kommentare sollen den Artikel ergänzen: um Erfahrungen, Argumente, Fakten, Links. ' +
    (canReport
      ? 'Beleidigt ein Kommentar jemanden oder geht er am Thema vorbei, melden Sie ihn bitte; die Redaktion sieht ihn sich an.'
      : 'Bleiben Sie bitte beim Thema, und gehen Sie so mit anderen um, wie Sie es sich auch umgekehrt von ihnen wünschen.'),
  policyLink: 'Unsere Regeln für Kommentare',
  editorsMessage: 'Aus der Redaktion',
  loading: 'Kommentare werden geladen…',
  empty: 'Noch keine Kommentare. Was meinen Sie?',
  emptyClosed: 'Es wurden keine Kommentare abgegeben.',
  missing: 'Zu diesem Artikel gibt es keine Kommentare.',
  unavailable: 'Kommentare sind zurzeit nicht verfügbar.',
  loadFailed: (cause) => `Die Kommentare konnten nicht geladen werden. ${cause}`,
  tryAgain: 'Erneut versuchen',
  loadMore: 'Weitere Kommentare laden',
  loadingMore: 'Weitere Kommentare werden geladen…',
  loadingReplies: 'Antworten werden geladen…',
  moreFailed: (cause) => `Weitere Kommentare konnten nicht geladen werden. ${cause}`,
  truncated: 'Die übrigen Kommentare können wir hier nicht anzeigen.',
  anonymous: 'Anonym',
  justNow: 'gerade eben',
  edited: 'bearbeitet',
  inReplyTo: (name) => `als Antwort auf ${name}`,
  inReplyToUnknown: 'als Antwort auf einen Kommentar, der hier nicht angezeigt wird',
  pinned: 'Angeheftet',
  featured: 'Von der Redaktion empfohlen',
  isNew: 'Neu',
  order: 'Sortieren nach',
  orders: { oldest: 'Älteste', newest: 'Neueste', top: 'Meistempfohlene' },
  moreReplies: 'Weitere Antworten laden',
  showReplies: (count, formatted) => (count === 1 ? '1 Antwort anzeigen' : `${formatted} Antworten anzeigen`),
  hideReplies: 'Antworten ausblenden',
  like: 'Empfehlen',
  voteUp: 'Dafür',
  voteDown: 'Dagegen',
  voteCounts: {
    like: (count) => `Empfehlungen: ${count}`,
    voteUp: (count) => `Dafür: ${count}`,
    voteDown: (count) => `Dagegen: ${count}`,
  },
  reply: 'Antworten',
  edit: 'Bearbeiten',
  remove: 'Löschen',
  more: 'Mehr',
  yourReply: (name) => `Ihre Antwort an ${name}`,
  postReply: 'Antwort abschicken',
  repliesFailed: (cause) => `Weitere Antworten konnten nicht geladen werden. ${cause}`,
  badges: { author: 'Autor/in', moderator: 'Moderation', staff: 'Redaktion', verified: 'Verifiziert', guest: 'Gast' },
  deletedComment: 'Gelöschter Kommentar',
  removedComment: 'Entfernter Kommentar',
  commentBy: (name) => `Kommentar von ${name}`,
  replyBy: (name, parent) => `Antwort von ${name} an ${parent}`,
  controls: {
    reply: (label, name) => `${label} auf den Kommentar von ${name}`,
    more: (label, name) => `${label} zum Kommentar von ${name}`,
    replies: (label, name) => `${label}: Kommentar von ${name}`,
    comment: (label, name) => `${label}: Kommentar von ${name}`,
  },
  followFeed: 'Per RSS verfolgen',
  deletedByAuthor: 'Dieser Kommentar wurde von der Person gelöscht, die ihn geschrieben hat.',
  removedByEditors: 'Dieser Kommentar wurde von der Redaktion entfernt.',
  heldForReview: 'Wird noch geprüft: Nur Sie können ihn sehen',
  notPublished: 'Dieser Kommentar wurde nicht veröffentlicht.',

  closed:
    'Die Kommentare sind geschlossen. Nach dem Erscheinen eines Artikels kann eine begrenzte Zeit lang kommentiert werden.',
  disabled: 'Die Kommentare sind zurzeit abgeschaltet.',
  opensAt: (date) => `Kommentieren können Sie wieder ab: ${date}.`,

  yourComment: 'Ihr Kommentar',
  post: 'Kommentar abschicken',
  postingAs: (name) => `Sie schreiben als ${name}`,
  draftNotKept: 'Ihr Entwurf kann in diesem Browser nicht gespeichert werden.',
  signInToPost: 'Anmelden und abschicken',
  formFailed: (cause) => `Dieser Teil der Seite konnte nicht geladen werden. ${cause}`,

  report: 'Verstoß melden',
  reportShort: 'Melden',
  reported: 'Gemeldet',
  close: 'Schließen',
  removal: {
    editors: {
      remove: 'Entfernen',
    },
  },

  goToComment: 'Zum Kommentar',
  quoteGone: 'Diesen Kommentar gibt es nicht mehr.',

  commentCount: (count, formatted) =>
    count === 0 ? 'Keine Kommentare' : count === 1 ? '1 Kommentar' : `${formatted} Kommentare`,
  causes: {
    network: 'Die Website ist nicht erreichbar.',
    timeout: 'Die Website hat nicht rechtzeitig geantwortet.',
    unavailable: 'Unsere Website hat zurzeit eine Störung.',
    'bad-response': 'Bei uns ist ein Fehler aufgetreten.',
    forbidden: 'Dazu haben Sie keine Berechtigung.',
    unsupported: 'Das ist hier nicht möglich.',
    'sign-in-required': 'Sie müssen sich zuerst anmelden.',
    'session-expired': 'Sie sind nicht mehr angemeldet.',
    blocked: 'Sie können hier zurzeit nicht kommentieren.',
    closed: 'Die Kommentare sind geschlossen.',
    disabled: 'Die Kommentare sind zurzeit abgeschaltet.',
    'not-found': 'Der Kommentar ist nicht mehr da.',
    invalid: 'Prüfen Sie bitte Ihre Eingaben.',
    'rate-limited': 'Das ging zu schnell hintereinander.',
  },
  withReference: (cause, reference) => `${cause.replace(/\.$/, '')} (Fehlernummer ${reference}).`,

  visit: () => import('./parts/de-visit.js'),
  takingPart: () => import('./parts/de-taking-part.js'),
  changing: () => import('./parts/de-changing.js'),
  legal: () => import('./parts/de-legal.js'),
  moderation: () => import('./parts/de-moderation.js'),
};

export default de as Language;
