import type { Translated, VisitMessages } from '../../i18n/messages.js';
import { pluralOf } from '../../i18n/plural.js';

const plural = pluralOf<'one' | 'other'>('el');

const newComments = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} νέου σχολίου`, other: `${formatted} νέων σχολίων` });

const newReplies = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} νέας απάντησης`, other: `${formatted} νέων απαντήσεων` });

const visit: Translated<VisitMessages> = {
  filter: 'Εμφάνιση',
  filters: { all: 'Όλα τα σχόλια', featured: 'Επιλογές της σύνταξης' },
  loadAll: 'Φόρτωση όλων των σχολίων',
  loadedSoFar: (loaded, total) =>
    total === undefined ? `Φορτώθηκαν: ${loaded}` : `Φορτώθηκαν: ${loaded} από ${total}`,
  stopLoading: 'Διακοπή',
  emptyFiltered: 'Η σύνταξη δεν έχει επιλέξει ακόμη κάποιο σχόλιο.',
  showInConversation: 'Εμφάνιση στη συζήτηση',
  between: (count, formatted) =>
    count === undefined
      ? 'Σχόλια που δεν φορτώθηκαν'
      : plural(count, { one: `${formatted} σχόλιο δεν φορτώθηκε`, other: `${formatted} σχόλια δεν φορτώθηκαν` }),
  skipToComments: 'Μετάβαση στα σχόλια',
  skipToEnd: 'Μετάβαση στο τέλος των σχολίων',
  endOfComments: 'Τέλος των σχολίων',
  loadedMore: (count, formatted) =>
    plural(count, { one: `Φορτώθηκε ${formatted} ακόμη σχόλιο.`, other: `Φορτώθηκαν ${formatted} ακόμη σχόλια.` }),
  sorted: (order) => `Ταξινόμηση: ${order}.`,
  sortFailed: (cause) => `Δεν ήταν δυνατή η ταξινόμηση των σχολίων. ${cause}`,
  filtered: (filter) => `Εμφανίζονται: ${filter}.`,
  filterFailed: (cause) => `Δεν ήταν δυνατή η αλλαγή των σχολίων που εμφανίζονται. ${cause}`,
  viewNew: (count, formatted) => `Εμφάνιση ${newComments(count, formatted)}`,
  viewNewReplies: (count, formatted) => `Εμφάνιση ${newReplies(count, formatted)}`,
  commentMissing: 'Το σχόλιο που αναζητάτε δεν βρίσκεται εδώ. Ίσως έχει αφαιρεθεί.',
  commentFailed: (cause) => `Δεν ήταν δυνατή η φόρτωση του σχολίου που αναζητάτε. ${cause}`,
  repliesLoaded: (count, formatted) =>
    plural(count, {
      one: `Φορτώθηκε ${formatted} ακόμη απάντηση.`,
      other: `Φορτώθηκαν ${formatted} ακόμη απαντήσεις.`,
    }),
  newShown: (count, formatted) =>
    plural(count, { one: `Εμφανίζεται ${formatted} νέο σχόλιο.`, other: `Εμφανίζονται ${formatted} νέα σχόλια.` }),
  share: 'Κοινή χρήση',
  copyLink: 'Αντιγραφή συνδέσμου',
  linkCopied: 'Ο σύνδεσμος αντιγράφηκε.',
  linkRefused: 'Το πρόγραμμα περιήγησης δεν επιτρέπει την αντιγραφή. Ο σύνδεσμος είναι:',
  viewOn: (host) => `Προβολή στο ${host}`,
  pin: 'Καρφίτσωμα στην κορυφή',
  unpin: 'Ξεκαρφίτσωμα',
  mute: (name) => `Σίγαση: ${name}`,
  muted: (name) => `Έχετε κάνει σίγαση: ${name}.`,
  unmute: 'Εμφάνιση του σχολίου',
  unmuteAlways: (name) => `Κατάργηση σίγασης: ${name}`,
  mutedNow: (name) => `Κάνατε σίγαση: ${name}. Δεν θα βλέπετε τα σχετικά σχόλια σε αυτή τη συσκευή.`,
  unmutedNow: (name) => `Καταργήσατε τη σίγαση: ${name}.`,
  goBack: 'Επιστροφή στο προηγούμενο σημείο',
  noneNew: 'Δεν υπάρχουν άλλα νέα σχόλια.',
  shortcuts: 'Συντομεύσεις πληκτρολογίου',
  useShortcuts: 'Χρήση συντομεύσεων πληκτρολογίου',
  shortcutsHint: 'Λειτουργούν παντού στα σχόλια, εκτός από όταν πληκτρολογείτε.',
  shortcutKeys: {
    j: 'Επόμενο σχόλιο',
    k: 'Προηγούμενο σχόλιο',
    n: 'Επόμενο νέο σχόλιο',
    r: 'Απάντηση',
    c: 'Απόκρυψη ή εμφάνιση απαντήσεων',
    '?': 'Εμφάνιση αυτής της λίστας',
  },
};

export default visit as VisitMessages;
