import type { Translated, VisitMessages } from '../../i18n/messages.js';
import { pluralOf } from '../../i18n/plural.js';

const plural = pluralOf<'one' | 'other'>('sv');

const newComments = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} ny kommentar`, other: `${formatted} nya kommentarer` });

const newReplies = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} nytt svar`, other: `${formatted} nya svar` });

const visit: Translated<VisitMessages> = {
  filter: 'Visa',
  filters: { all: 'Alla kommentarer', featured: 'Redaktionens val' },
  loadAll: 'Visa alla kommentarer',
  loadedSoFar: (loaded, total) => (total === undefined ? `${loaded} inlästa` : `${loaded} av ${total} inlästa`),
  stopLoading: 'Stoppa',
  emptyFiltered: 'Redaktionen har inte valt ut några kommentarer än.',
  showInConversation: 'Visa i samtalet',
  between: (count, formatted) =>
    count === undefined
      ? 'Kommentarer inte hämtade'
      : plural(count, { one: `${formatted} kommentar inte hämtad`, other: `${formatted} kommentarer inte hämtade` }),
  skipToComments: 'Hoppa till kommentarerna',
  skipToEnd: 'Hoppa till slutet av kommentarerna',
  endOfComments: 'Slut på kommentarerna',
  loadedMore: (count, formatted) =>
    plural(count, {
      one: `${formatted} kommentar till har lästs in.`,
      other: `${formatted} kommentarer till har lästs in.`,
    }),
  sorted: (order) => `Sortering: ${order}.`,
  sortFailed: (cause) => `Det gick inte att sortera kommentarerna. ${cause}`,
  filtered: (filter) => `Visas: ${filter}.`,
  filterFailed: (cause) => `Det gick inte att ändra vilka kommentarer som visas. ${cause}`,
  viewNew: (count, formatted) => `Visa ${newComments(count, formatted)}`,
  viewNewReplies: (count, formatted) => `Visa ${newReplies(count, formatted)}`,
  commentMissing: 'Kommentaren du söker finns inte här. Den kan ha tagits bort.',
  commentFailed: (cause) => `Det gick inte att läsa in kommentaren du söker. ${cause}`,
  repliesLoaded: (_count, formatted) => `${formatted} svar till har lästs in.`,
  newShown: (count, formatted) => `${newComments(count, formatted)} visas.`,
  share: 'Dela',
  copyLink: 'Kopiera länk',
  linkCopied: 'Länken är kopierad.',
  linkRefused: 'Din webbläsare tillåter inte kopiering. Här är länken:',
  viewOn: (host) => `Visa på ${host}`,
  pin: 'Fäst högst upp',
  unpin: 'Lossa',
  mute: (name) => `Tysta ${name}`,
  muted: (name) => `Du har tystat ${name}.`,
  unmute: 'Visa den här kommentaren',
  unmuteAlways: (name) => `Sluta tysta ${name}`,
  mutedNow: (name) => `Du har tystat ${name}. Kommentarer därifrån visas inte på den här enheten.`,
  unmutedNow: (name) => `Du tystar inte längre ${name}.`,
  goBack: 'Tillbaka till föregående ställe',
  noneNew: 'Inga fler nya kommentarer.',
  shortcuts: 'Kortkommandon',
  useShortcuts: 'Använd kortkommandon',
  shortcutsHint: 'De fungerar överallt bland kommentarerna, utom när du skriver.',
  shortcutKeys: {
    j: 'Nästa kommentar',
    k: 'Föregående kommentar',
    n: 'Nästa nya kommentar',
    r: 'Svara',
    c: 'Dölj eller visa svar',
    '?': 'Visa den här listan',
  },
};

export default visit as VisitMessages;
