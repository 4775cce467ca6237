import type { Language, Translated } from '../i18n/messages.js';
import { pluralOf } from '../i18n/plural.js';

const plural = pluralOf<'one' | 'few' | 'other'>('ro');

const replies = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} răspuns`, few: `${formatted} răspunsuri`, other: `${formatted} de răspunsuri` });

const ro: Translated<Language> = {
  lang: 'ro',
  dir: 'ltr',
  heading: (count) => (count === undefined ? 'Comentarii' : `Comentarii (${count})`),
  policy: (canReport) =>
    'Comentariile ar trebui să completeze articolul. ' +
    (canReport
      ? 'Dacă un comentariu este jignitor sau nu are legătură cu subiectul, raportați-l, iar redacția îl va verifica.'
      : 'Rămâneți la subiect și tratați-i pe ceilalți așa cum ați dori să fiți tratați.'),
  policyLink: 'Regulile noastre pentru comentarii',
  editorsMessage: 'Din partea redacției',
  loading: 'Se încarcă comentariile…',
  empty: 'Niciun comentariu deocamdată. Ce părere aveți?',
  emptyClosed: 'Nu a fost publicat niciun comentariu.',
  missing: 'Nu există comentarii la acest articol.',
  unavailable: 'Comentariile nu sunt disponibile în acest moment.',
  loadFailed: (cause) => `Comentariile nu au putut fi încărcate. ${cause}`,
  tryAgain: 'Reîncercare',
  loadMore: 'Mai multe comentarii',
  loadingMore: 'Se încarcă mai multe comentarii…',
  loadingReplies: 'Se încarcă răspunsurile…',
  moreFailed: (cause) => `Nu au putut fi încărcate mai multe comentarii. ${cause}`,
  truncated: 'Nu putem afișa aici restul comentariilor.',
  anonymous: 'Anonim',
  justNow: 'chiar acum',
  edited: 'editat',
  inReplyTo: (name) => `ca răspuns pentru ${name}`,
  inReplyToUnknown: 'ca răspuns la un comentariu care nu este afișat',
  pinned: 'Fixat',
  featured: 'Alegerea redacției',
  isNew: 'Nou',
  order: 'Sortare după',
  orders: { oldest: 'Cele mai vechi', newest: 'Cele mai noi', top: 'Cele mai recomandate' },
  moreReplies: 'Mai multe răspunsuri',
  showReplies: (count, formatted) => `Afișare ${replies(count, formatted)}`,
  hideReplies: 'Ascundere răspunsuri',
  like: 'Recomand',
  voteUp: 'De acord',
  voteDown: 'Dezacord',
  voteCounts: {
    like: (count) => `Recomandări: ${count}`,
    voteUp: (count) => `De acord: ${count}`,
    voteDown: (count) => `Dezacord: ${count}`,
  },
  reply: 'Răspuns',
  edit: 'Editare',
  remove: 'Ștergere',
  more: 'Mai multe',
  badges: { author: 'Autor', moderator: 'Moderator', staff: 'Redacția', verified: 'Verificat', guest: 'Vizitator' },
  deletedComment: 'Comentariu șters',
  removedComment: 'Comentariu eliminat',
  commentBy: (name) => `Comentariu de ${name}`,
  replyBy: (name, parent) => `Răspuns de la ${name} pentru ${parent}`,
  controls: {
    reply: (label, name) => `${label} pentru ${name}`,
    more: (label, name) => `${label}: acțiuni pentru comentariul scris de ${name}`,
    replies: (label, name) => `${label}: comentariul scris de ${name}`,
    comment: (label, name) => `${label}: comentariul scris de ${name}`,
  },
  followFeed: 'Urmărire prin RSS',
  deletedByAuthor: 'Acest comentariu a fost șters de persoana care l-a scris.',
  removedByEditors: 'Acest comentariu a fost eliminat de redacție.',
  heldForReview: 'În curs de verificare: numai dumneavoastră îl puteți vedea',
  notPublished: 'Acest comentariu nu a fost publicat.',
  closed: 'Comentariile sunt închise. Ele rămân deschise o perioadă limitată după publicare.',
  disabled: 'Comentariile sunt dezactivate deocamdată.',
  opensAt: (date) => `Comentariile se redeschid la data: ${date}.`,
  yourComment: 'Comentariul dumneavoastră',
  post: 'Publicare comentariu',
  signInToPost: 'Autentificare și publicare',
  formFailed: (cause) => `Această parte a paginii nu a putut fi încărcată. ${cause}`,
  report: 'Raportare abuz',
  reportShort: 'Raportare',
  reported: 'Raportat',
  yourReply: (name) => `Răspunsul dumneavoastră pentru ${name}`,
  postReply: 'Publicare răspuns',
  repliesFailed: (cause) => `Nu au putut fi încărcate mai multe răspunsuri. ${cause}`,
  close: 'Închidere',
  postingAs: (name) => `Scrieți ca ${name}`,
  draftNotKept: 'Ciorna dumneavoastră nu poate fi salvată în acest browser.',
  removal: {
    editors: {
      remove: 'Eliminare',
    },
  },
  goToComment: 'La comentariu',
  quoteGone: 'Acest comentariu nu mai există.',
  commentCount: (count, formatted) =>
    count === 0
      ? 'Niciun comentariu'
      : plural(count, {
          one: `${formatted} comentariu`,
          few: `${formatted} comentarii`,
          other: `${formatted} de comentarii`,
        }),
  causes: {
    network: 'Site-ul nu a putut fi contactat.',
    timeout: 'Site-ul a răspuns prea târziu.',
    unavailable: 'Site-ul nostru are probleme în acest moment.',
    'bad-response': 'A apărut o eroare la noi.',
    forbidden: 'Nu aveți permisiunea de a face acest lucru.',
    unsupported: 'Acest lucru nu este posibil aici.',
    'sign-in-required': 'Trebuie mai întâi să vă autentificați.',
    'session-expired': 'Sesiunea dumneavoastră a expirat.',
    blocked: 'Nu puteți comenta aici în acest moment.',
    closed: 'Comentariile sunt închise.',
    disabled: 'Comentariile sunt dezactivate deocamdată.',
    'not-found': 'Comentariul nu mai este aici.',
    invalid: 'Verificați ce ați introdus.',
    'rate-limited': 'Publicați prea repede.',
  },
  withReference: (cause, reference) => `${cause.replace(/\.$/, '')} (referință ${reference}).`,

  visit: () => import('./parts/ro-visit.js'),
  takingPart: () => import('./parts/ro-taking-part.js'),
  changing: () => import('./parts/ro-changing.js'),
  legal: () => import('./parts/ro-legal.js'),
  moderation: () => import('./parts/ro-moderation.js'),
};

export default ro as Language;
