import type { Language, Translated } from '../i18n/messages.js';
import { pluralOf } from '../i18n/plural.js';

const plural = pluralOf<'one' | 'few' | 'many' | 'other'>('lt');

/** In the nominative. */
const comments = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} komentaras`,
    few: `${formatted} komentarai`,
    many: `${formatted} komentaro`,
    other: `${formatted} komentarų`,
  });

const replies = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} atsakymą`,
    few: `${formatted} atsakymus`,
    many: `${formatted} atsakymo`,
    other: `${formatted} atsakymų`,
  });

/**
 * Lithuanian. Addresses readers formally ("jūs"), as the newspapers of the language do; names stand after a colon, uninflected.
 * Corrections by native readers are welcome.
 */
const lt: Translated<Language> = {
  lang: 'lt',
  dir: 'ltr',
  heading: (count) => (count === undefined ? 'Komentarai' : `Komentarai (${count})`),
  policy: (canReport) =>
    'Komentarai turėtų papildyti temą. ' +
    (canReport
      ? 'Jei kuris nors įžeidžia ar nukrypsta nuo temos, praneškite apie jį ir redakcija jį peržiūrės.'
      : 'Laikykitės temos ir su kitais elkitės taip, kaip norite, kad jie elgtųsi su jumis.'),
  policyLink: 'Mūsų komentavimo taisyklės',
  editorsMessage: 'Redakcijos žinutė',
  loading: 'Įkeliami komentarai…',
  empty: 'Komentarų dar nėra. O ką manote jūs?',
  emptyClosed: 'Komentarų nebuvo paskelbta.',
  missing: 'Šis straipsnis komentarų neturi.',
  unavailable: 'Komentarai šiuo metu neprieinami.',
  loadFailed: (cause) => `Komentarų įkelti nepavyko. ${cause}`,
  tryAgain: 'Bandyti dar kartą',
  loadMore: 'Įkelti daugiau komentarų',
  loadingMore: 'Įkeliama daugiau komentarų…',
  loadingReplies: 'Įkeliami atsakymai…',
  moreFailed: (cause) => `Daugiau komentarų įkelti nepavyko. ${cause}`,
  truncated: 'Likusių komentarų čia parodyti negalime.',
  anonymous: 'Anonimas',
  justNow: 'ką tik',
  edited: 'redaguota',
  inReplyTo: (name) => `atsakymas į komentarą: ${name}`,
  inReplyToUnknown: 'atsakymas į komentarą, kuris nerodomas',
  pinned: 'Prisegta',
  featured: 'Redakcijos pasirinkimas',
  isNew: 'Nauja',
  order: 'Rikiavimas',
  orders: { oldest: 'Seniausi', newest: 'Naujausi', top: 'Labiausiai rekomenduojami' },
  moreReplies: 'Įkelti daugiau atsakymų',
  showReplies: (count, formatted) => `Rodyti ${replies(count, formatted)}`,
  hideReplies: 'Slėpti atsakymus',
  like: 'Rekomenduoti',
  voteUp: 'Pritariu',
  voteDown: 'Nepritariu',
  voteCounts: {
    like: (count) => `Rekomendacijos: ${count}`,
    voteUp: (count) => `Pritaria: ${count}`,
    voteDown: (count) => `Nepritaria: ${count}`,
  },
  reply: 'Atsakyti',
  edit: 'Redaguoti',
  remove: 'Ištrinti',
  more: 'Daugiau',
  badges: {
    author: 'Autorius',
    moderator: 'Moderatorius',
    staff: 'Redakcija',
    verified: 'Patvirtinta',
    guest: 'Svečias',
  },
  deletedComment: 'Ištrintas komentaras',
  removedComment: 'Pašalintas komentaras',
  commentBy: (name) => `Komentaras: ${name}`,
  replyBy: (name, parent) => `Atsakymas: ${name}, į komentarą: ${parent}`,
  controls: {
    reply: (label, name) => `${label} į komentarą: ${name}`,
    more: (label, name) => `${label} veiksmų su komentaru: ${name}`,
    replies: (label, name) => `${label} į komentarą: ${name}`,
    comment: (label, name) => `${label}, komentaras: ${name}`,
  },
  followFeed: 'Sekti per RSS',
  deletedByAuthor: 'Šį komentarą ištrynė jį parašęs asmuo.',
  removedByEditors: 'Šį komentarą pašalino redakcija.',
  heldForReview: 'Laukia peržiūros: matote tik jūs',
  notPublished: 'Šis komentaras nepaskelbtas.',
  closed: 'Komentavimas baigtas. Komentarus priimame ribotą laiką po publikavimo.',
  disabled: 'Komentavimas kol kas išjungtas.',
  opensAt: (date) => `Komentuoti vėl bus galima nuo: ${date}.`,
  yourComment: 'Jūsų komentaras',
  post: 'Skelbti komentarą',
  signInToPost: 'Prisijungti ir skelbti',
  formFailed: (cause) => `Šios puslapio dalies įkelti nepavyko. ${cause}`,
  report: 'Pranešti apie pažeidimą',
  reportShort: 'Pranešti',
  reported: 'Pranešta',
  yourReply: (name) => `Jūsų atsakymas į komentarą: ${name}`,
  postReply: 'Skelbti atsakymą',
  repliesFailed: (cause) => `Daugiau atsakymų įkelti nepavyko. ${cause}`,
  close: 'Užverti',
  postingAs: (name) => `Rašote kaip ${name}`,
  draftNotKept: 'Šioje naršyklėje juodraščio įrašyti negalima.',
  removal: {
    editors: {
      remove: 'Pašalinti',
    },
  },
  goToComment: 'Eiti prie komentaro',
  quoteGone: 'Šio komentaro nebėra.',
  commentCount: (count, formatted) => (count === 0 ? 'Komentarų nėra' : comments(count, formatted)),
  causes: {
    network: 'Svetainė nepasiekiama.',
    timeout: 'Svetainė per ilgai neatsakė.',
    unavailable: 'Mūsų svetainė šiuo metu turi nesklandumų.',
    'bad-response': 'Įvyko klaida mūsų pusėje.',
    forbidden: 'Neturite tam leidimo.',
    unsupported: 'Čia tai neįmanoma.',
    'sign-in-required': 'Pirmiausia turite prisijungti.',
    'session-expired': 'Nebesate prisijungę.',
    blocked: 'Šiuo metu čia komentuoti negalite.',
    closed: 'Komentarai uždaryti.',
    disabled: 'Komentavimas kol kas išjungtas.',
    'not-found': 'Komentaro nebėra.',
    invalid: 'Patikrinkite, ką įrašėte.',
    'rate-limited': 'Skelbiate per greitai.',
  },
  withReference: (cause, reference) => `${cause.replace(/\.$/, '')} (numeris ${reference}).`,

  visit: () => import('./parts/lt-visit.js'),
  takingPart: () => import('./parts/lt-taking-part.js'),
  changing: () => import('./parts/lt-changing.js'),
  legal: () => import('./parts/lt-legal.js'),
  moderation: () => import('./parts/lt-moderation.js'),
};

export default lt as Language;
