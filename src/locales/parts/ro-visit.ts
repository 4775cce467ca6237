import type { Translated, VisitMessages } from '../../i18n/messages.js';
import { pluralOf } from '../../i18n/plural.js';

const plural = pluralOf<'one' | 'few' | 'other'>('ro');

const newComments = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} comentariu nou`,
    few: `${formatted} comentarii noi`,
    other: `${formatted} de comentarii noi`,
  });

const newReplies = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} răspuns nou`,
    few: `${formatted} răspunsuri noi`,
    other: `${formatted} de răspunsuri noi`,
  });

const visit: Translated<VisitMessages> = {
  filter: 'Afișare',
  filters: { all: 'Toate comentariile', featured: 'Alegerile redacției' },
  loadAll: 'Toate comentariile',
  loadedSoFar: (loaded, total) => (total === undefined ? `Încărcate: ${loaded}` : `Încărcate: ${loaded} din ${total}`),
  stopLoading: 'Oprire',
  emptyFiltered: 'Redacția nu a ales încă niciun comentariu.',
  showInConversation: 'Afișare în conversație',
  between: (count, formatted) =>
    count === undefined
      ? 'Comentarii neîncărcate'
      : plural(count, {
          one: `${formatted} comentariu neîncărcat`,
          few: `${formatted} comentarii neîncărcate`,
          other: `${formatted} de comentarii neîncărcate`,
        }),
  skipToComments: 'Salt la comentarii',
  skipToEnd: 'Salt la sfârșitul comentariilor',
  endOfComments: 'Sfârșitul comentariilor',
  loadedMore: (count, formatted) =>
    plural(count, {
      one: `Încă ${formatted} comentariu încărcat.`,
      few: `Încă ${formatted} comentarii încărcate.`,
      other: `Încă ${formatted} de comentarii încărcate.`,
    }),
  sorted: (order) => `Sortare: ${order}.`,
  sortFailed: (cause) => `Comentariile nu au putut fi sortate. ${cause}`,
  filtered: (filter) => `Se afișează: ${filter}.`,
  filterFailed: (cause) => `Comentariile afișate nu au putut fi schimbate. ${cause}`,
  viewNew: (count, formatted) => `Afișare ${newComments(count, formatted)}`,
  viewNewReplies: (count, formatted) => `Afișare ${newReplies(count, formatted)}`,
  commentMissing: 'Comentariul căutat nu este aici. Este posibil să fi fost eliminat.',
  commentFailed: (cause) => `Comentariul căutat nu a putut fi încărcat. ${cause}`,
  repliesLoaded: (count, formatted) =>
    plural(count, {
      one: `Încă ${formatted} răspuns încărcat.`,
      few: `Încă ${formatted} răspunsuri încărcate.`,
      other: `Încă ${formatted} de răspunsuri încărcate.`,
    }),
  newShown: (count, formatted) =>
    plural(count, {
      one: `${formatted} comentariu nou afișat.`,
      few: `${formatted} comentarii noi afișate.`,
      other: `${formatted} de comentarii noi afișate.`,
    }),
  share: 'Distribuie',
  copyLink: 'Copiere link',
  linkCopied: 'Link copiat.',
  linkRefused: 'Browserul dumneavoastră nu permite copierea. Iată linkul:',
  viewOn: (host) => `Vizualizare pe ${host}`,
  pin: 'Fixare sus',
  unpin: 'Anulare fixare',
  mute: (name) => `Ascundere: ${name}`,
  muted: (name) => `Ați ascuns comentariile scrise de ${name}.`,
  unmute: 'Afișare comentariu',
  unmuteAlways: (name) => `Afișare: ${name}`,
  mutedNow: (name) => `Ați ascuns comentariile scrise de ${name}. Nu le veți mai vedea pe acest dispozitiv.`,
  unmutedNow: (name) => `Comentariile scrise de ${name} sunt din nou vizibile.`,
  goBack: 'Înapoi la locul anterior',
  noneNew: 'Nu mai sunt comentarii noi.',
  shortcuts: 'Comenzi rapide de la tastatură',
  useShortcuts: 'Folosirea comenzilor rapide de la tastatură',
  shortcutsHint: 'Funcționează oriunde în comentarii, cu excepția momentelor în care scrieți.',
  shortcutKeys: {
    j: 'Comentariul următor',
    k: 'Comentariul anterior',
    n: 'Următorul comentariu nou',
    r: 'Răspuns',
    c: 'Ascundere sau afișare răspunsuri',
    '?': 'Afișarea acestei liste',
  },
};

export default visit as VisitMessages;
