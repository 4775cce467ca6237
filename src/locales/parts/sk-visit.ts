import type { Translated, VisitMessages } from '../../i18n/messages.js';
import { comments, plural } from './sk-counted-nouns.js';

const newComments = (count: number, formatted: string): string =>
  plural(count, {
    one: '1 nový komentár',
    few: `${formatted} nové komentáre`,
    many: `${formatted} nového komentára`,
    other: `${formatted} nových komentárov`,
  });

const moreComments = (count: number, formatted: string): string =>
  plural(count, {
    one: '1 ďalší komentár',
    few: `${formatted} ďalšie komentáre`,
    many: `${formatted} ďalšieho komentára`,
    other: `${formatted} ďalších komentárov`,
  });

const moreReplies = (count: number, formatted: string): string =>
  plural(count, {
    one: '1 ďalšia odpoveď',
    few: `${formatted} ďalšie odpovede`,
    many: `${formatted} ďalšej odpovede`,
    other: `${formatted} ďalších odpovedí`,
  });

/** In the accusative. */
const newReplies = (count: number, formatted: string): string =>
  plural(count, {
    one: '1 novú odpoveď',
    few: `${formatted} nové odpovede`,
    many: `${formatted} novej odpovede`,
    other: `${formatted} nových odpovedí`,
  });

const visit: Translated<VisitMessages> = {
  filter: 'Zobraziť',
  filters: { all: 'Všetky komentáre', featured: 'Výber redakcie' },
  loadAll: 'Načítať všetky komentáre',
  loadedSoFar: (loaded, total) => (total === undefined ? `Načítané: ${loaded}` : `Načítané: ${loaded} z ${total}`),
  stopLoading: 'Zastaviť',
  emptyFiltered: 'Redakcia zatiaľ nevybrala žiadny komentár.',
  showInConversation: 'Zobraziť v diskusii',
  between: (count, formatted) =>
    count === undefined ? 'Vynechané komentáre' : `Vynechané: ${comments(count, formatted)}`,
  skipToComments: 'Prejsť na komentáre',
  skipToEnd: 'Prejsť na koniec komentárov',
  endOfComments: 'Koniec komentárov',
  loadedMore: (count, formatted) => `Načítané: ${moreComments(count, formatted)}.`,
  sorted: (order) => `Zoradenie: ${order.toLowerCase()}.`,
  sortFailed: (cause) => `Komentáre sa nepodarilo zoradiť. ${cause}`,
  filtered: (filter) => `Zobrazené: ${filter.toLowerCase()}.`,
  filterFailed: (cause) => `Výber zobrazených komentárov sa nepodarilo zmeniť. ${cause}`,
  viewNew: (count, formatted) => `Zobraziť ${newComments(count, formatted)}`,
  viewNewReplies: (count, formatted) => `Zobraziť ${newReplies(count, formatted)}`,
  commentMissing: 'Komentár, ktorý hľadáte, tu nie je. Možno bol odstránený.',
  commentFailed: (cause) => `Komentár, ktorý hľadáte, sa nepodarilo načítať. ${cause}`,
  repliesLoaded: (count, formatted) => `Načítané: ${moreReplies(count, formatted)}.`,
  newShown: (count, formatted) => `Zobrazené: ${newComments(count, formatted)}.`,
  share: 'Zdieľať',
  copyLink: 'Kopírovať odkaz',
  linkCopied: 'Odkaz bol skopírovaný.',
  linkRefused: 'Váš prehliadač nedovoľuje kopírovanie. Tu je odkaz:',
  viewOn: (host) => `Zobraziť na ${host}`,
  pin: 'Pripnúť navrch',
  unpin: 'Zrušiť pripnutie',
  mute: (name) => `Nezobrazovať: ${name}`,
  muted: (name) => `Skryli ste komentáre: ${name}.`,
  unmute: 'Zobraziť tento komentár',
  unmuteAlways: (name) => `Znova zobrazovať: ${name}`,
  mutedNow: (name) => `Skryli ste komentáre: ${name}. Na tomto zariadení ich už neuvidíte.`,
  unmutedNow: (name) => `Komentáre sa znova zobrazujú: ${name}.`,
  goBack: 'Späť na predchádzajúce miesto',
  noneNew: 'Žiadne ďalšie nové komentáre.',
  shortcuts: 'Klávesové skratky',
  useShortcuts: 'Používať klávesové skratky',
  shortcutsHint: 'Fungujú všade v komentároch, len nie pri písaní textu.',
  shortcutKeys: {
    j: 'Ďalší komentár',
    k: 'Predchádzajúci komentár',
    n: 'Ďalší nový komentár',
    r: 'Odpovedať',
    c: 'Skryť alebo zobraziť odpovede',
    '?': 'Zobraziť tento zoznam',
  },
};

export default visit as VisitMessages;
