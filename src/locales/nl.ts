import type { Language } from '../i18n/messages.js';
import { pluralOf } from '../i18n/plural.js';

const plural = pluralOf<'one' | 'other'>('nl');

const replies = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} antwoord`, other: `${formatted} antwoorden` });

const newReplies = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} nieuw antwoord`, other: `${formatted} nieuwe antwoorden` });

const nl: Language = {
  lang: 'nl',
  dir: 'ltr',
  heading: (count) => (count === undefined ? 'Reacties' : `Reacties (${count})`),
  policy: (canReport) =>
    'Reacties horen iets toe te voegen aan het artikel. ' +
    (canReport
      ? 'Is een reactie beledigend of gaat die niet over het onderwerp? Meld het, dan kijkt de redactie ernaar.'
      : 'Blijf bij het onderwerp en behandel anderen zoals u zelf behandeld wilt worden.'),
  policyLink: 'Onze spelregels voor reacties',
  editorsMessage: 'Van de redactie',
  loading: 'Reacties worden geladen…',
  empty: 'Nog geen reacties. Wat vindt u?',
  emptyClosed: 'Er zijn geen reacties geplaatst.',
  missing: 'Bij dit artikel zijn er geen reacties.',
  unavailable: 'Reacties zijn op dit moment niet beschikbaar.',
  loadFailed: (cause) => `De reacties konden niet worden geladen. ${cause}`,
  tryAgain: 'Opnieuw proberen',
  loadMore: 'Meer reacties laden',
  loadingMore: 'Meer reacties worden geladen…',
  loadingReplies: 'Antwoorden worden geladen…',
  moreFailed: (cause) => `Er konden niet meer reacties worden geladen. ${cause}`,
  truncated: 'De overige reacties kunnen we hier niet tonen.',
  anonymous: 'Anoniem',
  justNow: 'zojuist',
  edited: 'bewerkt',
  inReplyTo: (name) => `in antwoord op ${name}`,
  inReplyToUnknown: 'in antwoord op een reactie die hier niet wordt getoond',
  pinned: 'Vastgezet',
  featured: 'Keuze van de redactie',
  isNew: 'Nieuw',
  order: 'Sorteren op',
  orders: { oldest: 'Oudste', newest: 'Nieuwste', top: 'Meest aanbevolen' },
  filter: 'Tonen',
  filters: { all: 'Alle reacties', featured: 'Keuze van de redactie' },
  moreReplies: 'Meer antwoorden laden',
  showReplies: (count, formatted) => `${replies(count, formatted)} tonen`,
  hideReplies: 'Antwoorden verbergen',
  like: 'Aanbevelen',
  voteUp: 'Eens',
  voteDown: 'Oneens',
  voteCounts: {
    like: (count) => `Aanbevolen: ${count}`,
    voteUp: (count) => `Eens: ${count}`,
    voteDown: (count) => `Oneens: ${count}`,
  },
  reply: 'Antwoorden',
  edit: 'Bewerken',
  remove: 'Verwijderen',
  more: 'Meer',
  badges: { author: 'Auteur', moderator: 'Moderator', staff: 'Redactie', verified: 'Geverifieerd', guest: 'Gast' },
  deletedComment: 'Verwijderde reactie',
  removedComment: 'Verwijderde reactie',
  commentBy: (name) => `Reactie van ${name}`,
  replyBy: (name, parent) => `Antwoord van ${name} aan ${parent}`,
  controls: {
    reply: (label, name) => `${label} aan ${name}`,
    more: (label, name) => `${label} acties voor de reactie van ${name}`,
    replies: (label, name) => `${label}: reactie van ${name}`,
    comment: (label, name) => `${label}: reactie van ${name}`,
  },
  followFeed: 'Volgen via RSS',
  deletedByAuthor: 'Deze reactie is verwijderd door de auteur ervan.',
  removedByEditors: 'Deze reactie is verwijderd door de redactie.',
  heldForReview: 'Wacht op beoordeling: alleen u kunt dit zien',
  notPublished: 'Deze reactie is niet geplaatst.',
  closed: 'De reacties zijn gesloten. Na publicatie kan er beperkte tijd worden gereageerd.',
  disabled: 'De reacties zijn op dit moment uitgeschakeld.',
  opensAt: (date) => `Reageren kan weer vanaf: ${date}.`,
  yourComment: 'Uw reactie',
  post: 'Reactie plaatsen',
  signInToPost: 'Inloggen en plaatsen',
  formFailed: (cause) => `Dit deel van de pagina kon niet worden geladen. ${cause}`,
  report: 'Misbruik melden',
  reportShort: 'Melden',
  reported: 'Gemeld',
  yourReply: (name) => `Uw antwoord aan ${name}`,
  postReply: 'Antwoord plaatsen',
  viewNewReplies: (count, formatted) => `${newReplies(count, formatted)} bekijken`,
  repliesFailed: (cause) => `Er konden niet meer antwoorden worden geladen. ${cause}`,
  muted: (name) => `U hebt ${name} gedempt.`,
  unmute: 'Deze reactie tonen',
  unmuteAlways: (name) => `${name} niet meer dempen`,
  close: 'Sluiten',
  postingAs: (name) => `U schrijft als ${name}`,
  draftNotKept: 'Uw concept kan in deze browser niet worden opgeslagen.',
  removal: {
    editors: {
      remove: 'Verwijderen',
    },
  },
  goToComment: 'Naar de reactie',
  quoteGone: 'Deze reactie is er niet meer.',
  commentCount: (count, formatted) =>
    count === 0 ? 'Geen reacties' : plural(count, { one: `${formatted} reactie`, other: `${formatted} reacties` }),
  causes: {
    network: 'De site is niet bereikbaar.',
    timeout: 'De site deed er te lang over om te antwoorden.',
    unavailable: 'Onze site heeft op dit moment een storing.',
    'bad-response': 'Er is bij ons iets misgegaan.',
    forbidden: 'U hebt hiervoor geen toestemming.',
    unsupported: 'Dat is hier niet mogelijk.',
    'sign-in-required': 'U moet eerst inloggen.',
    'session-expired': 'U bent niet meer ingelogd.',
    blocked: 'U kunt hier op dit moment niet reageren.',
    closed: 'De reacties zijn gesloten.',
    disabled: 'De reacties zijn op dit moment uitgeschakeld.',
    'not-found': 'De reactie is er niet meer.',
    invalid: 'Controleer wat u hebt ingevuld.',
    'rate-limited': 'U plaatst te snel achter elkaar.',
  },
  withReference: (cause, reference) => `${cause.replace(/\.$/, '')} (kenmerk ${reference}).`,

  visit: () => import('./parts/nl-visit.js'),
  takingPart: () => import('./parts/nl-taking-part.js'),
  changing: () => import('./parts/nl-changing.js'),
  legal: () => import('./parts/nl-legal.js'),
  moderation: () => import('./parts/nl-moderation.js'),
};

export default nl;
