import type { Language, Translated } from '../i18n/messages.js';
import { comments, plural } from './parts/hr-counted-nouns.js';

const replies = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} odgovor`, few: `${formatted} odgovora`, other: `${formatted} odgovora` });

/**
 * Croatian. Addresses readers formally ("vi"), as the newspapers of the language do; names stand after a colon, uninflected.
 * Corrections by native readers are welcome.
 */
const hr: Translated<Language> = {
  lang: 'hr',
  dir: 'ltr',
  heading: (count) => (count === undefined ? 'Komentari' : `Komentari (${count})`),
  policy: (canReport) =>
    'Komentari trebaju obogatiti temu. ' +
    (canReport
      ? 'Ako je neki uvredljiv ili ne govori o temi, prijavite ga i uredništvo će ga pogledati.'
      : 'Držite se teme i s drugima razgovarajte onako kako želite da oni razgovaraju s vama.'),
  policyLink: 'Naša pravila komentiranja',
  editorsMessage: 'Poruka uredništva',
  loading: 'Učitavanje komentara…',
  empty: 'Još nema komentara. Što vi mislite?',
  emptyClosed: 'Nije objavljen nijedan komentar.',
  missing: 'Uz ovaj članak nema komentara.',
  unavailable: 'Komentari trenutačno nisu dostupni.',
  loadFailed: (cause) => `Komentare nije moguće učitati. ${cause}`,
  tryAgain: 'Pokušaj ponovno',
  loadMore: 'Učitaj još komentara',
  loadingMore: 'Učitavanje još komentara…',
  loadingReplies: 'Učitavanje odgovora…',
  moreFailed: (cause) => `Više komentara nije moguće učitati. ${cause}`,
  truncated: 'Ostale komentare ovdje ne možemo prikazati.',
  anonymous: 'Anonimno',
  justNow: 'upravo sada',
  edited: 'uređeno',
  inReplyTo: (name) => `odgovor na komentar: ${name}`,
  inReplyToUnknown: 'odgovor na komentar koji nije prikazan',
  pinned: 'Prikvačeno',
  featured: 'Izbor uredništva',
  isNew: 'Novo',
  order: 'Poredak',
  orders: { oldest: 'Najstariji', newest: 'Najnoviji', top: 'Najviše preporuka' },
  moreReplies: 'Učitaj još odgovora',
  showReplies: (count, formatted) => `Prikaži ${replies(count, formatted)}`,
  hideReplies: 'Sakrij odgovore',
  like: 'Preporuči',
  voteUp: 'Slažem se',
  voteDown: 'Ne slažem se',
  voteCounts: {
    like: (count) => `Preporuke: ${count}`,
    voteUp: (count) => `Slaže se: ${count}`,
    voteDown: (count) => `Ne slaže se: ${count}`,
  },
  reply: 'Odgovori',
  edit: 'Uredi',
  remove: 'Izbriši',
  more: 'Više',
  badges: { author: 'Autor', moderator: 'Moderator', staff: 'Uredništvo', verified: 'Potvrđeno', guest: 'Gost' },
  deletedComment: 'Izbrisan komentar',
  removedComment: 'Uklonjen komentar',
  commentBy: (name) => `Komentar: ${name}`,
  replyBy: (name, parent) => `Odgovor: ${name}, na komentar: ${parent}`,
  controls: {
    reply: (label, name) => `${label} na komentar: ${name}`,
    more: (label, name) => `${label} radnji za komentar: ${name}`,
    replies: (label, name) => `${label} na komentar: ${name}`,
    comment: (label, name) => `${label}, komentar: ${name}`,
  },
  followFeed: 'Pratite putem RSS-a',
  deletedByAuthor: 'Ovaj komentar izbrisala je osoba koja ga je napisala.',
  removedByEditors: 'Ovaj komentar uklonilo je uredništvo.',
  heldForReview: 'Čeka provjeru: vidite ga samo vi',
  notPublished: 'Ovaj komentar nije objavljen.',
  closed: 'Komentiranje je zatvoreno. Komentare primamo ograničeno vrijeme nakon objave.',
  disabled: 'Komentiranje je zasad isključeno.',
  opensAt: (date) => `Komentiranje se ponovno otvara: ${date}.`,
  yourComment: 'Vaš komentar',
  post: 'Objavi komentar',
  signInToPost: 'Prijavite se za objavu',
  formFailed: (cause) => `Ovaj dio stranice nije moguće učitati. ${cause}`,
  report: 'Prijavi zloupotrebu',
  reportShort: 'Prijavi',
  reported: 'Prijavljeno',
  yourReply: (name) => `Vaš odgovor na komentar: ${name}`,
  postReply: 'Objavi odgovor',
  repliesFailed: (cause) => `Više odgovora nije moguće učitati. ${cause}`,
  close: 'Zatvori',
  postingAs: (name) => `Objavljujete kao ${name}`,
  draftNotKept: 'Skicu nije moguće spremiti u ovom pregledniku.',
  removal: {
    editors: {
      remove: 'Ukloni',
    },
  },
  goToComment: 'Idi na komentar',
  quoteGone: 'Ovog komentara više nema.',
  commentCount: (count, formatted) => (count === 0 ? 'Nema komentara' : comments(count, formatted)),
  causes: {
    network: 'Web-stranica nije dostupna.',
    timeout: 'Web-stranica predugo nije odgovarala.',
    unavailable: 'Naša web-stranica trenutačno ima poteškoća.',
    'bad-response': 'Na našoj je strani nešto pošlo po zlu.',
    forbidden: 'Nemate dopuštenje za to.',
    unsupported: 'To ovdje nije moguće.',
    'sign-in-required': 'Najprije se trebate prijaviti.',
    'session-expired': 'Više niste prijavljeni.',
    blocked: 'Ovdje trenutačno ne možete komentirati.',
    closed: 'Komentari su zatvoreni.',
    disabled: 'Komentiranje je zasad isključeno.',
    'not-found': 'Komentara više nema.',
    invalid: 'Provjerite što ste unijeli.',
    'rate-limited': 'Objavljujete prebrzo.',
  },
  withReference: (cause, reference) => `${cause.replace(/\.$/, '')} (oznaka ${reference}).`,

  visit: () => import('./parts/hr-visit.js'),
  takingPart: () => import('./parts/hr-taking-part.js'),
  changing: () => import('./parts/hr-changing.js'),
  legal: () => import('./parts/hr-legal.js'),
  moderation: () => import('./parts/hr-moderation.js'),
};

export default hr as Language;
