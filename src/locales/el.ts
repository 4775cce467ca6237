import type { Language } from '../i18n/messages.js';
import { pluralOf } from '../i18n/plural.js';

const plural = pluralOf<'one' | 'other'>('el');

const replies = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} απάντησης`, other: `${formatted} απαντήσεων` });

const newReplies = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} νέας απάντησης`, other: `${formatted} νέων απαντήσεων` });

const el: Language = {
  lang: 'el',
  dir: 'ltr',
  heading: (count) => (count === undefined ? 'Σχόλια' : `Σχόλια (${count})`),
  policy: (canReport) =>
    'Τα σχόλια πρέπει να προσθέτουν κάτι στο άρθρο. ' +
    (canReport
      ? 'Αν κάποιο είναι προσβλητικό ή εκτός θέματος, αναφέρετέ το και η σύνταξη θα το εξετάσει.'
      : 'Μείνετε στο θέμα και φερθείτε στους άλλους όπως θα θέλατε να φέρονται σε εσάς.'),
  policyLink: 'Οι κανόνες μας για τα σχόλια',
  editorsMessage: 'Από τη σύνταξη',
  loading: 'Φόρτωση σχολίων…',
  empty: 'Δεν υπάρχουν ακόμη σχόλια. Ποια είναι η γνώμη σας;',
  emptyClosed: 'Δεν δημοσιεύτηκε κανένα σχόλιο.',
  missing: 'Δεν υπάρχουν σχόλια σε αυτό το άρθρο.',
  unavailable: 'Τα σχόλια δεν είναι διαθέσιμα αυτή τη στιγμή.',
  loadFailed: (cause) => `Δεν ήταν δυνατή η φόρτωση των σχολίων. ${cause}`,
  tryAgain: 'Νέα προσπάθεια',
  loadMore: 'Περισσότερα σχόλια',
  loadingMore: 'Φόρτωση περισσότερων σχολίων…',
  loadingReplies: 'Φόρτωση απαντήσεων…',
  moreFailed: (cause) => `Δεν ήταν δυνατή η φόρτωση περισσότερων σχολίων. ${cause}`,
  truncated: 'Δεν μπορούμε να εμφανίσουμε εδώ τα υπόλοιπα σχόλια.',
  anonymous: 'Ανώνυμο',
  justNow: 'μόλις τώρα',
  edited: 'επεξεργασμένο',
  inReplyTo: (name) => `απάντηση προς: ${name}`,
  inReplyToUnknown: 'απάντηση σε σχόλιο που δεν εμφανίζεται',
  pinned: 'Καρφιτσωμένο',
  featured: 'Επιλογή της σύνταξης',
  isNew: 'Νέο',
  order: 'Ταξινόμηση',
  orders: { oldest: 'Παλαιότερα', newest: 'Νεότερα', top: 'Με τις περισσότερες συστάσεις' },
  filter: 'Εμφάνιση',
  filters: { all: 'Όλα τα σχόλια', featured: 'Επιλογές της σύνταξης' },
  moreReplies: 'Περισσότερες απαντήσεις',
  showReplies: (count, formatted) => `Εμφάνιση ${replies(count, formatted)}`,
  hideReplies: 'Απόκρυψη απαντήσεων',
  like: 'Σύσταση',
  voteUp: 'Συμφωνώ',
  voteDown: 'Διαφωνώ',
  voteCounts: {
    like: (count) => `Συστάσεις: ${count}`,
    voteUp: (count) => `Συμφωνούν: ${count}`,
    voteDown: (count) => `Διαφωνούν: ${count}`,
  },
  reply: 'Απάντηση',
  edit: 'Επεξεργασία',
  remove: 'Διαγραφή',
  more: 'Περισσότερα',
  badges: {
    author: 'Αρθρογράφος',
    moderator: 'Συντονισμός',
    staff: 'Σύνταξη',
    verified: 'Επαληθευμένο μέλος',
    guest: 'Επισκέπτης',
  },
  deletedComment: 'Διαγραμμένο σχόλιο',
  removedComment: 'Αφαιρεμένο σχόλιο',
  commentBy: (name) => `Σχόλιο από: ${name}`,
  replyBy: (name, parent) => `Απάντηση από: ${name} προς: ${parent}`,
  controls: {
    reply: (label, name) => `${label} προς: ${name}`,
    more: (label, name) => `${label}: ενέργειες για το σχόλιο από: ${name}`,
    replies: (label, name) => `${label}: σχόλιο από: ${name}`,
    comment: (label, name) => `${label}: σχόλιο από: ${name}`,
  },
  followFeed: 'Παρακολούθηση μέσω RSS',
  deletedByAuthor: 'Το σχόλιο διαγράφηκε από το άτομο που το έγραψε.',
  removedByEditors: 'Το σχόλιο αφαιρέθηκε από τη σύνταξη.',
  heldForReview: 'Σε αναμονή ελέγχου: το βλέπετε μόνο εσείς',
  notPublished: 'Το σχόλιο δεν δημοσιεύτηκε.',
  closed: 'Τα σχόλια έχουν κλείσει. Μένουν ανοιχτά για περιορισμένο χρόνο μετά τη δημοσίευση.',
  disabled: 'Τα σχόλια είναι προς το παρόν απενεργοποιημένα.',
  opensAt: (date) => `Τα σχόλια ανοίγουν ξανά: ${date}.`,
  yourComment: 'Το σχόλιό σας',
  post: 'Δημοσίευση σχολίου',
  signInToPost: 'Σύνδεση και δημοσίευση',
  formFailed: (cause) => `Δεν ήταν δυνατή η φόρτωση αυτού του τμήματος της σελίδας. ${cause}`,
  report: 'Αναφορά',
  reportShort: 'Αναφορά',
  reported: 'Αναφέρθηκε',
  yourReply: (name) => `Η απάντησή σας προς: ${name}`,
  postReply: 'Δημοσίευση απάντησης',
  viewNewReplies: (count, formatted) => `Εμφάνιση ${newReplies(count, formatted)}`,
  repliesFailed: (cause) => `Δεν ήταν δυνατή η φόρτωση περισσότερων απαντήσεων. ${cause}`,
  muted: (name) => `Έχετε κάνει σίγαση: ${name}.`,
  unmute: 'Εμφάνιση του σχολίου',
  unmuteAlways: (name) => `Κατάργηση σίγασης: ${name}`,
  close: 'Κλείσιμο',
  postingAs: (name) => `Γράφετε ως ${name}`,
  draftNotKept: 'Το πρόχειρό σας δεν μπορεί να αποθηκευτεί σε αυτό το πρόγραμμα περιήγησης.',
  removal: {
    editors: {
      remove: 'Αφαίρεση',
    },
  },
  goToComment: 'Μετάβαση στο σχόλιο',
  quoteGone: 'Αυτό το σχόλιο δεν υπάρχει πια.',
  commentCount: (count, formatted) =>
    count === 0 ? 'Κανένα σχόλιο' : plural(count, { one: `${formatted} σχόλιο`, other: `${formatted} σχόλια` }),
  causes: {
    network: 'Δεν ήταν δυνατή η επικοινωνία με τον ιστότοπο.',
    timeout: 'Ο ιστότοπος άργησε πολύ να απαντήσει.',
    unavailable: 'Ο ιστότοπός μας αντιμετωπίζει προβλήματα αυτή τη στιγμή.',
    'bad-response': 'Παρουσιάστηκε σφάλμα από την πλευρά μας.',
    forbidden: 'Δεν έχετε δικαίωμα για αυτή την ενέργεια.',
    unsupported: 'Αυτό δεν είναι δυνατό εδώ.',
    'sign-in-required': 'Πρέπει πρώτα να συνδεθείτε.',
    'session-expired': 'Η σύνδεσή σας έληξε.',
    blocked: 'Δεν μπορείτε να σχολιάσετε εδώ αυτή τη στιγμή.',
    closed: 'Τα σχόλια έχουν κλείσει.',
    disabled: 'Τα σχόλια είναι προς το παρόν απενεργοποιημένα.',
    'not-found': 'Το σχόλιο δεν βρίσκεται πια εδώ.',
    invalid: 'Ελέγξτε τα στοιχεία που συμπληρώσατε.',
    'rate-limited': 'Δημοσιεύετε πολύ γρήγορα.',
  },
  withReference: (cause, reference) => `${cause.replace(/\.$/, '')} (κωδικός ${reference}).`,

  visit: () => import('./parts/el-visit.js'),
  takingPart: () => import('./parts/el-taking-part.js'),
  changing: () => import('./parts/el-changing.js'),
  legal: () => import('./parts/el-legal.js'),
  moderation: () => import('./parts/el-moderation.js'),
};

export default el;
