import type { Translated, VisitMessages } from '../../i18n/messages.js';
import { comments, plural, replies } from './et-counted-nouns.js';

const newComments = (count: number, formatted: string): string =>
  plural(count, { one: '1 uus kommentaar', other: `${formatted} uut kommentaari` });

const visit: Translated<VisitMessages> = {
  filter: 'Näita',
  filters: { all: 'Kõik kommentaarid', featured: 'Toimetuse valikud' },
  loadAll: 'Laadi kõik kommentaarid',
  loadedSoFar: (loaded, total) => (total === undefined ? `Laaditud: ${loaded}` : `Laaditud: ${loaded} / ${total}`),
  stopLoading: 'Peata',
  emptyFiltered: 'Toimetus ei ole veel ühtegi kommentaari valinud.',
  showInConversation: 'Näita vestluses',
  between: (count, formatted) =>
    count === undefined ? 'Laadimata kommentaarid' : `Laadimata: ${comments(count, formatted)}`,
  skipToComments: 'Liigu kommentaaride juurde',
  skipToEnd: 'Liigu kommentaaride lõppu',
  endOfComments: 'Kommentaaride lõpp',
  loadedMore: (count, formatted) => `Laaditud veel ${comments(count, formatted)}.`,
  sorted: (order) => `Järjestus: ${order.toLowerCase()}.`,
  sortFailed: (cause) => `Kommentaare ei õnnestunud järjestada. ${cause}`,
  filtered: (filter) => `Näidatakse: ${filter.toLowerCase()}.`,
  filterFailed: (cause) => `Näidatavate kommentaaride valikut ei õnnestunud muuta. ${cause}`,
  viewNew: (count, formatted) => `Kuva ${newComments(count, formatted)}`,
  viewNewReplies: (count, formatted) =>
    plural(count, { one: 'Kuva 1 uus vastus', other: `Kuva ${formatted} uut vastust` }),
  commentMissing: 'Otsitavat kommentaari siin ei ole. Võimalik, et see on eemaldatud.',
  commentFailed: (cause) => `Otsitavat kommentaari ei õnnestunud laadida. ${cause}`,
  repliesLoaded: (count, formatted) => `Laaditud veel ${replies(count, formatted)}.`,
  newShown: (count, formatted) => `Kuvatud ${newComments(count, formatted)}.`,
  share: 'Jaga',
  copyLink: 'Kopeeri link',
  linkCopied: 'Link kopeeritud.',
  linkRefused: 'Teie brauser ei luba kopeerida. Link on siin:',
  viewOn: (host) => `Vaata lehel ${host}`,
  pin: 'Kinnita üles',
  unpin: 'Eemalda kinnitus',
  mute: (name) => `Vaigista ${name}`,
  muted: (name) => `Olete vaigistanud kasutaja ${name}.`,
  unmute: 'Näita seda kommentaari',
  unmuteAlways: (name) => `Lõpeta vaigistamine: ${name}`,
  mutedNow: (name) => `Vaigistasite kasutaja ${name}. Selles seadmes te tema kommentaare ei näe.`,
  unmutedNow: (name) => `Kasutaja ${name} ei ole enam vaigistatud.`,
  goBack: 'Tagasi eelmisse kohta',
  noneNew: 'Rohkem uusi kommentaare ei ole.',
  shortcuts: 'Kiirklahvid',
  useShortcuts: 'Kasuta kiirklahve',
  shortcutsHint: 'Need töötavad kõikjal kommentaarides, välja arvatud kirjutamise ajal.',
  shortcutKeys: {
    j: 'Järgmine kommentaar',
    k: 'Eelmine kommentaar',
    n: 'Järgmine uus kommentaar',
    r: 'Vasta',
    c: 'Peida või näita vastuseid',
    '?': 'Näita seda loendit',
  },
};

export default visit as VisitMessages;
