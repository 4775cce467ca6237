import type { Translated, VisitMessages } from '../../i18n/messages.js';
import { pluralOf } from '../../i18n/plural.js';

const plural = pluralOf<'one' | 'other'>('nb');

const newComments = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} ny kommentar`, other: `${formatted} nye kommentarer` });

const newReplies = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} nytt svar`, other: `${formatted} nye svar` });

const visit: Translated<VisitMessages> = {
  filter: 'Vis',
  filters: { all: 'Alle kommentarer', featured: 'Redaksjonens valg' },
  loadAll: 'Vis alle kommentarer',
  loadedSoFar: (loaded, total) => (total === undefined ? `${loaded} lastet inn` : `${loaded} av ${total} lastet inn`),
  stopLoading: 'Stopp',
  emptyFiltered: 'Redaksjonen har ikke valgt ut noen kommentarer ennå.',
  showInConversation: 'Vis i samtalen',
  between: (count, formatted) =>
    count === undefined
      ? 'Kommentarer ikke lastet inn'
      : plural(count, {
          one: `${formatted} kommentar ikke lastet inn`,
          other: `${formatted} kommentarer ikke lastet inn`,
        }),
  skipToComments: 'Hopp til kommentarene',
  skipToEnd: 'Hopp til slutten av kommentarene',
  endOfComments: 'Slutt på kommentarene',
  loadedMore: (count, formatted) =>
    plural(count, {
      one: `${formatted} kommentar til er lastet inn.`,
      other: `${formatted} kommentarer til er lastet inn.`,
    }),
  sorted: (order) => `Sortering: ${order}.`,
  sortFailed: (cause) => `Kommentarene kunne ikke sorteres. ${cause}`,
  filtered: (filter) => `Vises: ${filter}.`,
  filterFailed: (cause) => `Utvalget av kommentarer kunne ikke endres. ${cause}`,
  viewNew: (count, formatted) => `Vis ${newComments(count, formatted)}`,
  viewNewReplies: (count, formatted) => `Vis ${newReplies(count, formatted)}`,
  commentMissing: 'Kommentaren du leter etter, er ikke her. Den kan ha blitt fjernet.',
  commentFailed: (cause) => `Kommentaren du leter etter, kunne ikke lastes inn. ${cause}`,
  repliesLoaded: (_count, formatted) => `${formatted} svar til er lastet inn.`,
  newShown: (count, formatted) => `${newComments(count, formatted)} vises.`,
  share: 'Del',
  copyLink: 'Kopier lenke',
  linkCopied: 'Lenken er kopiert.',
  linkRefused: 'Nettleseren din tillater ikke kopiering. Her er lenken:',
  viewOn: (host) => `Vis på ${host}`,
  pin: 'Fest øverst',
  unpin: 'Løsne',
  mute: (name) => `Demp ${name}`,
  muted: (name) => `Du har dempet ${name}.`,
  unmute: 'Vis denne kommentaren',
  unmuteAlways: (name) => `Opphev demping av ${name}`,
  mutedNow: (name) => `Du har dempet ${name}. Du vil ikke se kommentarer derfra på denne enheten.`,
  unmutedNow: (name) => `Du demper ikke lenger ${name}.`,
  goBack: 'Tilbake til forrige sted',
  noneNew: 'Ingen flere nye kommentarer.',
  shortcuts: 'Hurtigtaster',
  useShortcuts: 'Bruk hurtigtaster',
  shortcutsHint: 'De virker overalt i kommentarfeltet, unntatt mens du skriver.',
  shortcutKeys: {
    j: 'Neste kommentar',
    k: 'Forrige kommentar',
    n: 'Neste nye kommentar',
    r: 'Svar',
    c: 'Skjul eller vis svar',
    '?': 'Vis denne listen',
  },
};

export default visit as VisitMessages;
