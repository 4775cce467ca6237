import type { Translated, VisitMessages } from '../../i18n/messages.js';
import { comments, plural, replies } from './pl-counted-nouns.js';

const newComments = (count: number, formatted: string): string =>
  plural(count, {
    one: '1 nowy komentarz',
    few: `${formatted} nowe komentarze`,
    many: `${formatted} nowych komentarzy`,
    other: `${formatted} nowego komentarza`,
  });

const newReplies = (count: number, formatted: string): string =>
  plural(count, {
    one: '1 nową odpowiedź',
    few: `${formatted} nowe odpowiedzi`,
    many: `${formatted} nowych odpowiedzi`,
    other: `${formatted} nowej odpowiedzi`,
  });

const visit: Translated<VisitMessages> = {
  filter: 'Pokaż',
  filters: { all: 'Wszystkie komentarze', featured: 'Wybrane przez redakcję' },
  loadAll: 'Wczytaj wszystkie komentarze',
  loadedSoFar: (loaded, total) => (total === undefined ? `Wczytano: ${loaded}` : `Wczytano: ${loaded} z ${total}`),
  stopLoading: 'Zatrzymaj',
  emptyFiltered: 'Redakcja nie wybrała jeszcze żadnego komentarza.',
  showInConversation: 'Pokaż w dyskusji',
  between: (count, formatted) =>
    count === undefined ? 'Pominięte komentarze' : `Pominięto: ${comments(count, formatted)}`,
  skipToComments: 'Przejdź do komentarzy',
  skipToEnd: 'Przejdź na koniec komentarzy',
  endOfComments: 'Koniec komentarzy',
  loadedMore: (count, formatted) => `Wczytano jeszcze ${comments(count, formatted)}.`,
  sorted: (order) => `Sortowanie: ${order.toLowerCase()}.`,
  sortFailed: (cause) => `Nie udało się posortować komentarzy. ${cause}`,
  filtered: (filter) => `Wyświetlane: ${filter.toLowerCase()}.`,
  filterFailed: (cause) => `Nie udało się zmienić wyświetlanych komentarzy. ${cause}`,
  viewNew: (count, formatted) => `Pokaż ${newComments(count, formatted)}`,
  viewNewReplies: (count, formatted) => `Pokaż ${newReplies(count, formatted)}`,
  commentMissing: 'Nie ma tu szukanego komentarza. Możliwe, że został usunięty.',
  commentFailed: (cause) => `Nie udało się wczytać szukanego komentarza. ${cause}`,
  repliesLoaded: (count, formatted) => `Wczytano jeszcze ${replies(count, formatted)}.`,
  newShown: (count, formatted) => `Wyświetlono ${newComments(count, formatted)}.`,
  share: 'Udostępnij',
  copyLink: 'Kopiuj link',
  linkCopied: 'Skopiowano link.',
  linkRefused: 'Przeglądarka nie pozwala na kopiowanie. Oto link:',
  viewOn: (host) => `Zobacz na ${host}`,
  pin: 'Przypnij na górze',
  unpin: 'Odepnij',
  mute: (name) => `Wycisz: ${name}`,
  muted: (name) => `Wyciszono: ${name}.`,
  unmute: 'Pokaż ten komentarz',
  unmuteAlways: (name) => `Cofnij wyciszenie: ${name}`,
  mutedNow: (name) => `Wyciszono: ${name}. Komentarze tej osoby nie będą widoczne na tym urządzeniu.`,
  unmutedNow: (name) => `Cofnięto wyciszenie: ${name}.`,
  goBack: 'Wróć do poprzedniego miejsca',
  noneNew: 'Nie ma więcej nowych komentarzy.',
  shortcuts: 'Skróty klawiszowe',
  useShortcuts: 'Używaj skrótów klawiszowych',
  shortcutsHint: 'Działają wszędzie w komentarzach, z wyjątkiem pisania tekstu.',
  shortcutKeys: {
    j: 'Następny komentarz',
    k: 'Poprzedni komentarz',
    n: 'Następny nowy komentarz',
    r: 'Odpowiedz',
    c: 'Ukryj lub pokaż odpowiedzi',
    '?': 'Pokaż tę listę',
  },
};

export default visit as VisitMessages;
