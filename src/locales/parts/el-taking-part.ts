import type { TakingPartMessages, Translated } from '../../i18n/messages.js';
import { pluralOf } from '../../i18n/plural.js';

const plural = pluralOf<'one' | 'other'>('el');

const characters = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} χαρακτήρας`, other: `${formatted} χαρακτήρες` });

const takingPart: Translated<TakingPartMessages> = {
  refusals: {
    'not-a-member': 'Μόνο μέλη μπορούν να σχολιάσουν εδώ.',
    banned: 'Δεν μπορείτε να σχολιάσετε εδώ αυτή τη στιγμή.',
    unverified: 'Επιβεβαιώστε τη διεύθυνση email σας πριν σχολιάσετε.',
    other: 'Δεν μπορείτε να σχολιάσετε αυτό το άρθρο.',
  },
  bannedUntil: (date) => `Μπορείτε να σχολιάσετε ξανά από: ${date}.`,
  findOutMore: 'Μάθετε περισσότερα',
  sending: 'Αποστολή…',
  perhapsPosted: 'Ίσως δεν δημοσιεύτηκε',
  closesIn: (duration) => `Τα σχόλια κλείνουν σε ${duration}.`,
  closedWhileWriting: 'Τα σχόλια έκλεισαν. Μπορείτε ακόμη να αντιγράψετε το κείμενό σας.',
  copyText: 'Αντιγραφή κειμένου',
  textCopied: 'Το κείμενο αντιγράφηκε.',
  copyRefused: 'Το πρόγραμμα περιήγησης δεν επιτρέπει την αντιγραφή. Επιλέξαμε το κείμενο για εσάς.',
  premoderated: 'Η σύνταξη διαβάζει τα σχόλια πριν εμφανιστούν.',
  draftSaved: 'Το πρόχειρό σας αποθηκεύτηκε.',
  draftInTab: 'Το πρόχειρό σας διατηρείται μέχρι να κλείσετε αυτή την καρτέλα.',
  keptElsewhere: 'Έχετε επίσης ένα πρόχειρο από άλλη καρτέλα.',
  keptEarlier: 'Έχετε επίσης ένα παλαιότερο πρόχειρο.',
  keptSignedOut: 'Το γράψατε πριν συνδεθείτε. Θέλετε να το χρησιμοποιήσετε;',
  keptSignedOutElsewhere: 'Γράφτηκε σε αυτό το πρόγραμμα περιήγησης πριν συνδεθείτε. Θέλετε να το χρησιμοποιήσετε;',
  showKept: 'Χρήση του πρόχειρου',
  discardKept: 'Απόρριψη του πρόχειρου',
  discard: 'Απόρριψη πρόχειρου',
  draftDiscarded: 'Το πρόχειρο απορρίφθηκε.',
  optional: '(προαιρετικό)',
  guestName: 'Όνομα',
  guestEmail: 'Διεύθυνση email',
  guestEmailHint: 'Δεν εμφανίζεται ποτέ',
  guestWebsite: 'Ιστότοπος',
  rememberGuest: 'Αποθήκευση των στοιχείων μου στη συσκευή',
  notMe: 'Δεν είμαι εγώ',
  notifyReplies: 'Ειδοποίηση για απαντήσεις',
  formatting: { toolbar: 'Μορφοποίηση', bold: 'Έντονα', italic: 'Πλάγια', quote: 'Παράθεση', link: 'Σύνδεσμος' },
  linkAddress: 'Διεύθυνση συνδέσμου',
  addLink: 'Προσθήκη συνδέσμου',
  preview: 'Προεπισκόπηση',
  signIn: 'Σύνδεση',
  haveAccount: 'Έχετε λογαριασμό;',
  signInLater: 'Μπορείτε να γράψετε τώρα και να συνδεθείτε αργότερα.',
  signInElsewhere: 'Συνδεθείτε σε αυτόν τον ιστότοπο για να σχολιάσετε.',
  signInElsewhereToPost:
    'Το σχόλιό σας δεν δημοσιεύτηκε ακόμη. Συνδεθείτε σε αυτόν τον ιστότοπο και έπειτα επιστρέψτε σε αυτή τη σελίδα για να το δημοσιεύσετε.',
  signInFailed: (cause) => `Η σύνδεση δεν ολοκληρώθηκε. ${cause}`,
  signOutFailed: (cause) => `Η αποσύνδεση δεν ολοκληρώθηκε. ${cause}`,
  signedInAs: (name) => (name ? `Έχετε συνδεθεί ως ${name}.` : 'Έχετε συνδεθεί.'),
  signOut: 'Αποσύνδεση',
  parentGone: 'Το σχόλιο στο οποίο απαντάτε έχει αφαιρεθεί.',
  parentEdited: 'Το σχόλιο στο οποίο απαντάτε έχει αλλάξει από τότε που αρχίσατε.',
  charactersLeft: (count, formatted) =>
    plural(count, {
      one: `Απομένει ${characters(count, formatted)}`,
      other: `Απομένουν ${characters(count, formatted)}`,
    }),
  charactersOver: (count, formatted) => `${characters(count, formatted)} πάνω από το όριο`,
  bodyMissing: 'Γράψτε πρώτα ένα σχόλιο.',
  replyMissing: 'Γράψτε πρώτα μια απάντηση.',
  bodyTooShort: (least, formatted) =>
    plural(least, {
      one: `Γράψτε τουλάχιστον ${formatted} χαρακτήρα.`,
      other: `Γράψτε τουλάχιστον ${formatted} χαρακτήρες.`,
    }),
  fieldMissing: {
    name: 'Συμπληρώστε το όνομά σας.',
    email: 'Συμπληρώστε τη διεύθυνση email σας.',
    website: 'Συμπληρώστε τον ιστότοπό σας.',
  },
  emailInvalid: 'Συμπληρώστε μια διεύθυνση email όπως name@example.com.',
  websiteInvalid: 'Συμπληρώστε μια διεύθυνση ιστού όπως https://example.com.',
  postUncertain: (cause) =>
    `${cause} Έτσι δεν γνωρίζουμε αν το κείμενό σας δημοσιεύτηκε. Προσπαθήστε ξανά: δεν θα εμφανιστεί δύο φορές.`,
  postedBefore: (cause) => `${cause} Δεν χρειάζεται να το δημοσιεύσετε ξανά.`,
  viewerChanged:
    'Το σχόλιό σας δεν δημοσιεύτηκε. Στο μεταξύ συνδέθηκε κάποιο άλλο άτομο: ελέγξτε το όνομα και δημοσιεύστε ξανά.',
  postFailed: (cause) => `Το σχόλιό σας δεν δημοσιεύτηκε. ${cause}`,
  published: 'Το σχόλιό σας δημοσιεύτηκε.',
  showComment: 'Εμφάνιση',
  arrivedEarlier: 'Το προηγούμενο σχόλιό σας τελικά παραλήφθηκε. Να δημοσιευτεί και αυτό;',
  held: 'Το σχόλιό σας περιμένει έλεγχο. Προς το παρόν το βλέπετε μόνο εσείς.',
  invisible: 'Λάβαμε το σχόλιό σας, αλλά δεν είναι δημόσιο.',
  replyOutcomes: {
    published: 'Η απάντησή σας δημοσιεύτηκε.',
    held: 'Η απάντησή σας περιμένει έλεγχο. Προς το παρόν τη βλέπετε μόνο εσείς.',
    invisible: 'Λάβαμε την απάντησή σας, αλλά δεν είναι δημόσια.',
    postFailed: (cause) => `Η απάντησή σας δεν δημοσιεύτηκε. ${cause}`,
    viewerChanged:
      'Η απάντησή σας δεν δημοσιεύτηκε. Στο μεταξύ συνδέθηκε κάποιο άλλο άτομο: ελέγξτε το όνομα και δημοσιεύστε ξανά.',
    rejected: (reason) =>
      `Η απάντησή σας δεν έγινε δεκτή. ${reason ? `${reason} ` : ''}Μπορείτε να την αλλάξετε και να τη δημοσιεύσετε ξανά.`,
    reconsider: 'Διαβάστε ξανά την απάντησή σας πριν δημοσιευτεί.',
  },
  rejected: (reason) =>
    `Το σχόλιό σας δεν έγινε δεκτό. ${reason ? `${reason} ` : ''}Μπορείτε να το αλλάξετε και να το δημοσιεύσετε ξανά.`,
  reconsider: 'Διαβάστε ξανά το σχόλιό σας πριν δημοσιευτεί.',
  postAnyway: 'Δημοσίευση έτσι κι αλλιώς',
  captcha: 'Η απάντησή σας',
  captchaPicture: 'Χαρακτήρες προς πληκτρολόγηση',
  rateLimited: (duration) => `Μπορείτε να δημοσιεύσετε ξανά σε ${duration}.`,
  rateLimitOver: 'Μπορείτε πλέον να δημοσιεύσετε ξανά.',
  reportReason: 'Γιατί αναφέρετε αυτό το σχόλιο;',
  reasons: {
    abuse: 'Προσβολή ή μίσος',
    spam: 'Εκτός θέματος ή ανεπιθύμητο',
    false: 'Ψευδές ή παραπλανητικό',
    private: 'Προσωπικά στοιχεία',
    illegal: 'Παράνομο περιεχόμενο',
    other: 'Κάτι άλλο',
  },
  reasonMissing: 'Επιλέξτε έναν λόγο.',
  reportDetail: 'Πείτε περισσότερα στη σύνταξη',
  detailMissing: 'Πείτε στη σύνταξη ποιο είναι το πρόβλημα.',
  reportPrivacy: 'Μόνο η σύνταξη βλέπει την αναφορά σας.',
  sendReport: 'Αποστολή αναφοράς',
  cancel: 'Ακύρωση',
  reportSent: (reference) =>
    `Ευχαριστούμε. Η αναφορά σας στάλθηκε.${reference === undefined ? '' : ` Ο αριθμός της είναι ${reference}.`}`,
  reportedAlready: 'Έχετε αναφέρει αυτό το σχόλιο.',
  reportFailed: (cause) => `Η αναφορά σας δεν στάλθηκε. ${cause}`,
  reportUncertain: (cause) =>
    `${cause} Έτσι δεν γνωρίζουμε αν η αναφορά σας στάλθηκε. Προσπαθήστε ξανά: δεν θα σταλεί δύο φορές.`,
  changeUncertain: (cause) =>
    `${cause} Έτσι δεν γνωρίζουμε αν η ενέργεια ολοκληρώθηκε. Μπορείτε να προσπαθήσετε ξανά με ασφάλεια.`,
  reportSignIn: 'Συνδεθείτε για να στείλετε την αναφορά σας.',
  withdrawReport: 'Ανάκληση αναφοράς',
  reportWithdrawn: 'Η αναφορά σας ανακλήθηκε.',
  withdrawFailed: (cause) => `Η αναφορά σας δεν ανακλήθηκε. ${cause}`,
  voteFailed: (cause) => `Η ψήφος σας δεν μετρήθηκε. ${cause}`,
  signInToVote: 'Σύνδεση για ψήφο',
  signInToVoteHint: 'Θα επιστρέψετε σε αυτό το σχόλιο και τότε θα μετρηθεί η ψήφος σας.',
  voteNeedsSignIn:
    'Η ψήφος σας δεν μετρήθηκε ακόμη. Συνδεθείτε σε αυτόν τον ιστότοπο και έπειτα επιστρέψτε σε αυτή τη σελίδα.',
  voteCounted: 'Η ψήφος σας μετρήθηκε.',
  votedBefore: 'Έχετε ήδη ψηφίσει για αυτό το σχόλιο.',
  saving: 'Αποθήκευση…',
  undo: 'Αναίρεση',
  causes: {
    'parent-gone': 'Το σχόλιο στο οποίο απαντάτε δεν βρίσκεται πια εδώ.',
    'too-long': 'Το κείμενο είναι πολύ μεγάλο.',
    rejected: 'Το κείμενο δεν έγινε δεκτό.',
    confirm: 'Πρέπει πρώτα να απαντήσετε σε μια ερώτηση.',
    duplicate: 'Το έχετε ήδη δημοσιεύσει.',
    conflict: 'Το σχόλιο άλλαξε στο μεταξύ.',
  },
};

export default takingPart as TakingPartMessages;
