import type { Translated, VisitMessages } from '../../i18n/messages.js';
import { pluralOf } from '../../i18n/plural.js';

const plural = pluralOf<'one' | 'other'>('da');

const newComments = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} ny kommentar`, other: `${formatted} nye kommentarer` });

const newReplies = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} nyt svar`, other: `${formatted} nye svar` });

const visit: Translated<VisitMessages> = {
  filter: 'Vis',
  filters: { all: 'Alle kommentarer', featured: 'Redaktionens valg' },
  loadAll: 'Vis alle kommentarer',
  loadedSoFar: (loaded, total) => (total === undefined ? `${loaded} hentet` : `${loaded} af ${total} hentet`),
  stopLoading: 'Stop',
  emptyFiltered: 'Redaktionen har ikke udvalgt nogen kommentarer endnu.',
  showInConversation: 'Vis i samtalen',
  between: (count, formatted) =>
    count === undefined
      ? 'Kommentarer ikke hentet'
      : plural(count, { one: `${formatted} kommentar ikke hentet`, other: `${formatted} kommentarer ikke hentet` }),
  skipToComments: 'Gå til kommentarerne',
  skipToEnd: 'Gå til slutningen af kommentarerne',
  endOfComments: 'Slut på kommentarerne',
  loadedMore: (count, formatted) =>
    plural(count, {
      one: `Yderligere ${formatted} kommentar er hentet.`,
      other: `Yderligere ${formatted} kommentarer er hentet.`,
    }),
  sorted: (order) => `Sortering: ${order}.`,
  sortFailed: (cause) => `Kommentarerne kunne ikke sorteres. ${cause}`,
  filtered: (filter) => `Vises: ${filter}.`,
  filterFailed: (cause) => `Udvalget af kommentarer kunne ikke ændres. ${cause}`,
  viewNew: (count, formatted) => `Vis ${newComments(count, formatted)}`,
  viewNewReplies: (count, formatted) => `Vis ${newReplies(count, formatted)}`,
  commentMissing: 'Kommentaren, du leder efter, er her ikke. Den er måske blevet fjernet.',
  commentFailed: (cause) => `Kommentaren, du leder efter, kunne ikke hentes. ${cause}`,
  repliesLoaded: (_count, formatted) => `Yderligere ${formatted} svar er hentet.`,
  newShown: (count, formatted) => `${newComments(count, formatted)} vises.`,
  share: 'Del',
  copyLink: 'Kopiér link',
  linkCopied: 'Linket er kopieret.',
  linkRefused: 'Din browser tillader ikke kopiering. Her er linket:',
  viewOn: (host) => `Vis på ${host}`,
  pin: 'Fastgør øverst',
  unpin: 'Fjern fastgørelse',
  mute: (name) => `Skjul ${name}`,
  muted: (name) => `Du har skjult ${name}.`,
  unmute: 'Vis denne kommentar',
  unmuteAlways: (name) => `Skjul ikke længere ${name}`,
  mutedNow: (name) => `Du har skjult ${name}. Du ser ikke kommentarer derfra på denne enhed.`,
  unmutedNow: (name) => `Du skjuler ikke længere ${name}.`,
  goBack: 'Tilbage til det forrige sted',
  noneNew: 'Ikke flere nye kommentarer.',
  shortcuts: 'Tastaturgenveje',
  useShortcuts: 'Brug tastaturgenveje',
  shortcutsHint: 'De virker overalt i kommentarsporet, undtagen mens du skriver.',
  shortcutKeys: {
    j: 'Næste kommentar',
    k: 'Forrige kommentar',
    n: 'Næste nye kommentar',
    r: 'Svar',
    c: 'Skjul eller vis svar',
    '?': 'Vis denne liste',
  },
};

export default visit as VisitMessages;
