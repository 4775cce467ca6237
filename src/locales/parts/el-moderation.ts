import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'Σε αναμονή ελέγχου',
  hidden: 'Κρυφό για τους αναγνώστες',
  actions: {
    approve: {
      label: 'Έγκριση',
      done: 'Το σχόλιο εγκρίθηκε. Οι αναγνώστες μπορούν πλέον να το δουν.',
      undone: 'Το σχόλιο περιμένει ξανά έλεγχο.',
    },
    reject: { label: 'Απόρριψη', done: 'Το σχόλιο απορρίφθηκε.', undone: 'Το σχόλιο περιμένει ξανά έλεγχο.' },
    feature: {
      label: 'Ανάδειξη',
      done: 'Το σχόλιο είναι επιλογή της σύνταξης.',
      undone: 'Το σχόλιο δεν είναι πλέον επιλογή της σύνταξης.',
    },
    unfeature: {
      label: 'Κατάργηση ανάδειξης',
      done: 'Το σχόλιο δεν είναι πλέον επιλογή της σύνταξης.',
      undone: 'Το σχόλιο είναι ξανά επιλογή της σύνταξης.',
    },
    hide: {
      label: 'Απόκρυψη από αναγνώστες',
      done: 'Το σχόλιο αποκρύφθηκε.',
      undone: 'Οι αναγνώστες μπορούν ξανά να δουν το σχόλιο.',
    },
    unhide: {
      label: 'Εμφάνιση σε αναγνώστες',
      done: 'Οι αναγνώστες μπορούν ξανά να δουν το σχόλιο.',
      undone: 'Το σχόλιο είναι ξανά κρυφό.',
    },
  },
  ban: {
    badge: 'Σε αποκλεισμό',
    label: (name) => `Αποκλεισμός: ${name}`,
    question: (name) => `Αποκλεισμός από τα σχόλια: ${name};`,
    consequence: 'Όποιος έχει αποκλειστεί μπορεί να διαβάζει, αλλά όχι πια να γράφει. Τα σχόλιά του παραμένουν.',
    done: (name) => `Αποκλείστηκε από τα σχόλια: ${name}.`,
    undone: (name) => `Μπορεί να σχολιάζει ξανά: ${name}.`,
  },
  actionFailed: (cause) => `Δεν άλλαξε τίποτα. ${cause}`,
  undoFailed: (cause) => `Δεν ήταν δυνατή η αναίρεση. ${cause}`,
  warning: 'Η σύνταξη έχει ένα μήνυμα για εσάς',
  warningConsequence: 'Έπειτα θα μπορείτε να συνεχίσετε να γράφετε.',
  acknowledge: 'Το κατάλαβα',
  acknowledged: 'Ευχαριστούμε. Μπορείτε να γράψετε ξανά.',
  acknowledgeFailed: (cause) => `Δεν λάβαμε την επιβεβαίωσή σας. ${cause}`,
};

export default moderation as ModerationMessages;
