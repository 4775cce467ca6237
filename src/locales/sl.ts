import type { Language, Translated } from '../i18n/messages.js';
import { comments, plural } from './parts/sl-counted-nouns.js';

const replies = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} odgovor`,
    two: `${formatted} odgovora`,
    few: `${formatted} odgovore`,
    other: `${formatted} odgovorov`,
  });

/**
 * Slovenian. Addresses readers formally ("vi"), as the newspapers of the language do; names stand after a colon, uninflected.
 * Corrections by native readers are welcome.
 */
const sl: Translated<Language> = {
  lang: 'sl',
  dir: 'ltr',
  heading: (count) => (count === undefined ? 'Komentarji' : `Komentarji (${count})`),
  policy: (canReport) =>
    'Komentarji naj temo dopolnijo. ' +
    (canReport
      ? 'Če je kateri žaljiv ali se ne nanaša na temo, ga prijavite in uredništvo ga bo pregledalo.'
      : 'Držite se teme in z drugimi ravnajte tako, kot želite, da oni ravnajo z vami.'),
  policyLink: 'Naša pravila komentiranja',
  editorsMessage: 'Sporočilo uredništva',
  loading: 'Nalaganje komentarjev\u00a0…',
  empty: 'Komentarjev še ni. Kaj menite vi?',
  emptyClosed: 'Objavljen ni bil noben komentar.',
  missing: 'Ta članek nima komentarjev.',
  unavailable: 'Komentarji trenutno niso na voljo.',
  loadFailed: (cause) => `Komentarjev ni bilo mogoče naložiti. ${cause}`,
  tryAgain: 'Poskusi znova',
  loadMore: 'Naloži več komentarjev',
  loadingMore: 'Nalaganje več komentarjev\u00a0…',
  loadingReplies: 'Nalaganje odgovorov\u00a0…',
  moreFailed: (cause) => `Več komentarjev ni bilo mogoče naložiti. ${cause}`,
  truncated: 'Preostalih komentarjev tukaj ne moremo prikazati.',
  anonymous: 'Anonimno',
  justNow: 'pravkar',
  edited: 'urejeno',
  inReplyTo: (name) => `odgovor na komentar: ${name}`,
  inReplyToUnknown: 'odgovor na komentar, ki ni prikazan',
  pinned: 'Pripeto',
  featured: 'Izbor uredništva',
  isNew: 'Novo',
  order: 'Razvrstitev',
  orders: { oldest: 'Najstarejši', newest: 'Najnovejši', top: 'Največ priporočil' },
  moreReplies: 'Naloži več odgovorov',
  showReplies: (count, formatted) => `Prikaži ${replies(count, formatted)}`,
  hideReplies: 'Skrij odgovore',
  like: 'Priporoči',
  voteUp: 'Strinjam se',
  voteDown: 'Ne strinjam se',
  voteCounts: {
    like: (count) => `Priporočila: ${count}`,
    voteUp: (count) => `Strinja se: ${count}`,
    voteDown: (count) => `Ne strinja se: ${count}`,
  },
  reply: 'Odgovori',
  edit: 'Uredi',
  remove: 'Izbriši',
  more: 'Več',
  badges: { author: 'Avtor', moderator: 'Moderator', staff: 'Uredništvo', verified: 'Preverjeno', guest: 'Gost' },
  deletedComment: 'Izbrisan komentar',
  removedComment: 'Odstranjen komentar',
  commentBy: (name) => `Komentar: ${name}`,
  replyBy: (name, parent) => `Odgovor: ${name}, na komentar: ${parent}`,
  controls: {
    reply: (label, name) => `${label} na komentar: ${name}`,
    more: (label, name) => `${label} možnosti za komentar: ${name}`,
    replies: (label, name) => `${label} na komentar: ${name}`,
    comment: (label, name) => `${label}, komentar: ${name}`,
  },
  followFeed: 'Spremljajte prek RSS',
  deletedByAuthor: 'Ta komentar je izbrisala oseba, ki ga je napisala.',
  removedByEditors: 'Ta komentar je odstranilo uredništvo.',
  heldForReview: 'Čaka na pregled: vidite ga samo vi',
  notPublished: 'Ta komentar ni bil objavljen.',
  closed: 'Komentiranje je zaprto. Komentarje sprejemamo omejen čas po objavi.',
  disabled: 'Komentiranje je za zdaj izklopljeno.',
  opensAt: (date) => `Komentiranje se znova odpre: ${date}.`,
  yourComment: 'Vaš komentar',
  post: 'Objavi komentar',
  signInToPost: 'Prijavite se za objavo',
  formFailed: (cause) => `Tega dela strani ni bilo mogoče naložiti. ${cause}`,
  report: 'Prijavi zlorabo',
  reportShort: 'Prijavi',
  reported: 'Prijavljeno',
  yourReply: (name) => `Vaš odgovor na komentar: ${name}`,
  postReply: 'Objavi odgovor',
  repliesFailed: (cause) => `Več odgovorov ni bilo mogoče naložiti. ${cause}`,
  close: 'Zapri',
  postingAs: (name) => `Objavljate kot ${name}`,
  draftNotKept: 'Osnutka v tem brskalniku ni mogoče shraniti.',
  removal: {
    editors: {
      remove: 'Odstrani',
    },
  },
  goToComment: 'Pojdi na komentar',
  quoteGone: 'Tega komentarja ni več.',
  commentCount: (count, formatted) => (count === 0 ? 'Ni komentarjev' : comments(count, formatted)),
  causes: {
    network: 'Spletno mesto ni dosegljivo.',
    timeout: 'Spletno mesto predolgo ni odgovorilo.',
    unavailable: 'Naše spletno mesto ima trenutno težave.',
    'bad-response': 'Na naši strani je prišlo do napake.',
    forbidden: 'Za to nimate dovoljenja.',
    unsupported: 'To tukaj ni mogoče.',
    'sign-in-required': 'Najprej se morate prijaviti.',
    'session-expired': 'Niste več prijavljeni.',
    blocked: 'Tukaj trenutno ne morete komentirati.',
    closed: 'Komentarji so zaprti.',
    disabled: 'Komentiranje je za zdaj izklopljeno.',
    'not-found': 'Komentarja ni več.',
    invalid: 'Preverite, kaj ste vnesli.',
    'rate-limited': 'Objavljate prehitro.',
  },
  withReference: (cause, reference) => `${cause.replace(/\.$/, '')} (oznaka ${reference}).`,

  visit: () => import('./parts/sl-visit.js'),
  takingPart: () => import('./parts/sl-taking-part.js'),
  changing: () => import('./parts/sl-changing.js'),
  legal: () => import('./parts/sl-legal.js'),
  moderation: () => import('./parts/sl-moderation.js'),
};

export default sl as Language;
