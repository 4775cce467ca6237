import type { Language } from '../i18n/messages.js';
import { comments, plural } from './parts/lv-counted-nouns.js';

const replies = (count: number, formatted: string): string =>
  plural(count, { zero: `${formatted} atbildes`, one: `${formatted} atbildi`, other: `${formatted} atbildes` });

const newReplies = (count: number, formatted: string): string =>
  plural(count, {
    zero: `${formatted} jaunas atbildes`,
    one: `${formatted} jaunu atbildi`,
    other: `${formatted} jaunas atbildes`,
  });

/**
 * Latvian. Addresses readers formally ("jūs"), as the newspapers of the language do; names stand after a colon, uninflected.
 * Corrections by native readers are welcome.
 */
const lv: Language = {
  lang: 'lv',
  dir: 'ltr',
  heading: (count) => (count === undefined ? 'Komentāri' : `Komentāri (${count})`),
  policy: (canReport) =>
    'Komentāriem vajadzētu papildināt tematu. ' +
    (canReport
      ? 'Ja kāds ir aizskarošs vai neattiecas uz tematu, ziņojiet par to, un redakcija to izskatīs.'
      : 'Runājiet par tematu un izturieties pret citiem tā, kā vēlaties, lai izturas pret jums.'),
  policyLink: 'Mūsu komentēšanas noteikumi',
  editorsMessage: 'Redakcijas ziņa',
  loading: 'Ielādē komentārus…',
  empty: 'Komentāru vēl nav. Ko domājat jūs?',
  emptyClosed: 'Neviens komentārs netika publicēts.',
  missing: 'Šim rakstam nav komentāru.',
  unavailable: 'Komentāri pašlaik nav pieejami.',
  loadFailed: (cause) => `Neizdevās ielādēt komentārus. ${cause}`,
  tryAgain: 'Mēģināt vēlreiz',
  loadMore: 'Ielādēt vēl komentārus',
  loadingMore: 'Ielādē vēl komentārus…',
  loadingReplies: 'Ielādē atbildes…',
  moreFailed: (cause) => `Neizdevās ielādēt vēl komentārus. ${cause}`,
  truncated: 'Pārējos komentārus šeit nevaram parādīt.',
  anonymous: 'Anonīmi',
  justNow: 'tikko',
  edited: 'labots',
  inReplyTo: (name) => `atbilde uz komentāru: ${name}`,
  inReplyToUnknown: 'atbilde uz komentāru, kas nav redzams',
  pinned: 'Piesprausts',
  featured: 'Redakcijas izvēle',
  isNew: 'Jauns',
  order: 'Secība',
  orders: { oldest: 'Vecākie', newest: 'Jaunākie', top: 'Visvairāk ieteiktie' },
  filter: 'Rādīt',
  filters: { all: 'Visi komentāri', featured: 'Redakcijas izvēle' },
  moreReplies: 'Ielādēt vēl atbildes',
  showReplies: (count, formatted) => `Rādīt ${replies(count, formatted)}`,
  hideReplies: 'Paslēpt atbildes',
  like: 'Ieteikt',
  voteUp: 'Piekrītu',
  voteDown: 'Nepiekrītu',
  voteCounts: {
    like: (count) => `Ieteikumi: ${count}`,
    voteUp: (count) => `Piekrīt: ${count}`,
    voteDown: (count) => `Nepiekrīt: ${count}`,
  },
  reply: 'Atbildēt',
  edit: 'Labot',
  remove: 'Dzēst',
  more: 'Vairāk',
  badges: {
    author: 'Autors',
    moderator: 'Moderators',
    staff: 'Redakcija',
    verified: 'Apstiprināts',
    guest: 'Viesis',
  },
  deletedComment: 'Dzēsts komentārs',
  removedComment: 'Noņemts komentārs',
  commentBy: (name) => `Komentārs: ${name}`,
  replyBy: (name, parent) => `Atbilde: ${name}, uz komentāru: ${parent}`,
  controls: {
    reply: (label, name) => `${label} uz komentāru: ${name}`,
    more: (label, name) => `${label} darbību ar komentāru: ${name}`,
    replies: (label, name) => `${label} uz komentāru: ${name}`,
    comment: (label, name) => `${label}, komentārs: ${name}`,
  },
  followFeed: 'Sekot ar RSS',
  deletedByAuthor: 'Šo komentāru izdzēsa persona, kas to uzrakstīja.',
  removedByEditors: 'Šo komentāru noņēma redakcija.',
  heldForReview: 'Gaida pārbaudi: redzat tikai jūs',
  notPublished: 'Šis komentārs netika publicēts.',
  closed: 'Komentēšana ir slēgta. Komentārus pieņemam ierobežotu laiku pēc publicēšanas.',
  disabled: 'Komentēšana pagaidām ir izslēgta.',
  opensAt: (date) => `Komentēšana atkal būs atvērta no: ${date}.`,
  yourComment: 'Jūsu komentārs',
  post: 'Publicēt komentāru',
  signInToPost: 'Pierakstīties un publicēt',
  formFailed: (cause) => `Neizdevās ielādēt šo lapas daļu. ${cause}`,
  report: 'Ziņot par pārkāpumu',
  reportShort: 'Ziņot',
  reported: 'Ziņots',
  yourReply: (name) => `Jūsu atbilde uz komentāru: ${name}`,
  postReply: 'Publicēt atbildi',
  viewNewReplies: (count, formatted) => `Rādīt ${newReplies(count, formatted)}`,
  repliesFailed: (cause) => `Neizdevās ielādēt vēl atbildes. ${cause}`,
  muted: (name) => `Jūs apklusinājāt: ${name}.`,
  unmute: 'Rādīt šo komentāru',
  unmuteAlways: (name) => `Atcelt apklusināšanu: ${name}`,
  close: 'Aizvērt',
  postingAs: (name) => `Jūs rakstāt kā ${name}`,
  draftNotKept: 'Šajā pārlūkā melnrakstu nevar saglabāt.',
  removal: {
    editors: {
      remove: 'Noņemt',
    },
  },
  goToComment: 'Pāriet uz komentāru',
  quoteGone: 'Šī komentāra vairs nav.',
  commentCount: (count, formatted) => (count === 0 ? 'Nav komentāru' : comments(count, formatted)),
  causes: {
    network: 'Vietne nav sasniedzama.',
    timeout: 'Vietne pārāk ilgi neatbildēja.',
    unavailable: 'Mūsu vietnei pašlaik ir traucējumi.',
    'bad-response': 'Mūsu pusē radās kļūda.',
    forbidden: 'Jums nav atļaujas to darīt.',
    unsupported: 'Šeit tas nav iespējams.',
    'sign-in-required': 'Vispirms jāpierakstās.',
    'session-expired': 'Jūsu sesija ir beigusies.',
    blocked: 'Pašlaik jūs šeit nevarat komentēt.',
    closed: 'Komentāri ir slēgti.',
    disabled: 'Komentēšana pagaidām ir izslēgta.',
    'not-found': 'Komentāra šeit vairs nav.',
    invalid: 'Pārbaudiet, ko ievadījāt.',
    'rate-limited': 'Jūs publicējat pārāk ātri.',
  },
  withReference: (cause, reference) => `${cause.replace(/\.$/, '')} (numurs ${reference}).`,

  visit: () => import('./parts/lv-visit.js'),
  takingPart: () => import('./parts/lv-taking-part.js'),
  changing: () => import('./parts/lv-changing.js'),
  legal: () => import('./parts/lv-legal.js'),
  moderation: () => import('./parts/lv-moderation.js'),
};

export default lv;
