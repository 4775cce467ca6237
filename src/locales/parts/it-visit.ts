import type { Translated, VisitMessages } from '../../i18n/messages.js';
import { pluralOf } from '../../i18n/plural.js';

const plural = pluralOf<'one' | 'many' | 'other'>('it');

const newComments = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} nuovo commento`,
    many: `${formatted} di nuovi commenti`,
    other: `${formatted} nuovi commenti`,
  });

const newReplies = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} nuova risposta`,
    many: `${formatted} di nuove risposte`,
    other: `${formatted} nuove risposte`,
  });

const visit: Translated<VisitMessages> = {
  filter: 'Mostra',
  filters: { all: 'Tutti i commenti', featured: 'Scelti dalla redazione' },
  loadAll: 'Carica tutti i commenti',
  loadedSoFar: (loaded, total) => (total === undefined ? `Caricati: ${loaded}` : `Caricati: ${loaded} su ${total}`),
  stopLoading: 'Interrompi',
  emptyFiltered: 'La redazione non ha ancora scelto alcun commento.',
  showInConversation: 'Mostra nella conversazione',
  between: (count, formatted) =>
    count === undefined
      ? 'Commenti non caricati'
      : plural(count, {
          one: `${formatted} commento non caricato`,
          many: `${formatted} di commenti non caricati`,
          other: `${formatted} commenti non caricati`,
        }),
  skipToComments: 'Vai ai commenti',
  skipToEnd: 'Vai alla fine dei commenti',
  endOfComments: 'Fine dei commenti',
  loadedMore: (count, formatted) =>
    plural(count, {
      one: `Caricato ${formatted} altro commento.`,
      many: `Caricati altri ${formatted} di commenti.`,
      other: `Caricati altri ${formatted} commenti.`,
    }),
  sorted: (order) => `Ordine: ${order}.`,
  sortFailed: (cause) => `Impossibile ordinare i commenti. ${cause}`,
  filtered: (filter) => `Visualizzazione: ${filter}.`,
  filterFailed: (cause) => `Impossibile cambiare i commenti mostrati. ${cause}`,
  viewNew: (count, formatted) => `Mostra ${newComments(count, formatted)}`,
  viewNewReplies: (count, formatted) => `Mostra ${newReplies(count, formatted)}`,
  commentMissing: 'Il commento cercato non è qui. Potrebbe essere stato rimosso.',
  commentFailed: (cause) => `Impossibile caricare il commento cercato. ${cause}`,
  repliesLoaded: (count, formatted) =>
    plural(count, {
      one: `Caricata ${formatted} altra risposta.`,
      many: `Caricate altre ${formatted} di risposte.`,
      other: `Caricate altre ${formatted} risposte.`,
    }),
  newShown: (count, formatted) =>
    plural(count, {
      one: `Visualizzato ${newComments(count, formatted)}.`,
      many: `Visualizzati ${newComments(count, formatted)}.`,
      other: `Visualizzati ${newComments(count, formatted)}.`,
    }),
  share: 'Condividi',
  copyLink: 'Copia link',
  linkCopied: 'Link copiato.',
  linkRefused: 'Il browser non consente di copiare. Ecco il link:',
  viewOn: (host) => `Vedi su ${host}`,
  pin: 'Fissa in alto',
  unpin: 'Non fissare più',
  mute: (name) => `Silenzia ${name}`,
  muted: (name) => `Ha silenziato ${name}.`,
  unmute: 'Mostra questo commento',
  unmuteAlways: (name) => `Riattiva ${name}`,
  mutedNow: (name) => `Ha silenziato ${name}. Su questo dispositivo non vedrà più i suoi commenti.`,
  unmutedNow: (name) => `Ha riattivato ${name}.`,
  goBack: 'Torna al punto precedente',
  noneNew: 'Non ci sono altri nuovi commenti.',
  shortcuts: 'Scorciatoie da tastiera',
  useShortcuts: 'Usa le scorciatoie da tastiera',
  shortcutsHint: 'Funzionano ovunque nei commenti, tranne mentre si scrive.',
  shortcutKeys: {
    j: 'Commento successivo',
    k: 'Commento precedente',
    n: 'Nuovo commento successivo',
    r: 'Rispondi',
    c: 'Nascondi o mostra le risposte',
    '?': 'Mostra questo elenco',
  },
};

export default visit as VisitMessages;
