import type { Translated, VisitMessages } from '../../i18n/messages.js';
import { comments, plural } from './cs-counted-nouns.js';

const newComments = (count: number, formatted: string): string =>
  plural(count, {
    one: '1 nový komentář',
    few: `${formatted} nové komentáře`,
    many: `${formatted} nového komentáře`,
    other: `${formatted} nových komentářů`,
  });

const moreComments = (count: number, formatted: string): string =>
  plural(count, {
    one: '1 další komentář',
    few: `${formatted} další komentáře`,
    many: `${formatted} dalšího komentáře`,
    other: `${formatted} dalších komentářů`,
  });

const moreReplies = (count: number, formatted: string): string =>
  plural(count, {
    one: '1 další odpověď',
    few: `${formatted} další odpovědi`,
    many: `${formatted} další odpovědi`,
    other: `${formatted} dalších odpovědí`,
  });

/** In the accusative. */
const newReplies = (count: number, formatted: string): string =>
  plural(count, {
    one: '1 novou odpověď',
    few: `${formatted} nové odpovědi`,
    many: `${formatted} nové odpovědi`,
    other: `${formatted} nových odpovědí`,
  });

const visit: Translated<VisitMessages> = {
  filter: 'Zobrazit',
  filters: { all: 'Všechny komentáře', featured: 'Výběr redakce' },
  loadAll: 'Načíst všechny komentáře',
  loadedSoFar: (loaded, total) => (total === undefined ? `Načteno: ${loaded}` : `Načteno: ${loaded} z ${total}`),
  stopLoading: 'Zastavit',
  emptyFiltered: 'Redakce zatím nevybrala žádný komentář.',
  showInConversation: 'Zobrazit v diskusi',
  between: (count, formatted) =>
    count === undefined ? 'Vynechané komentáře' : `Vynecháno: ${comments(count, formatted)}`,
  skipToComments: 'Přejít na komentáře',
  skipToEnd: 'Přejít na konec komentářů',
  endOfComments: 'Konec komentářů',
  loadedMore: (count, formatted) => `Načteno: ${moreComments(count, formatted)}.`,
  sorted: (order) => `Řazení: ${order.toLowerCase()}.`,
  sortFailed: (cause) => `Komentáře se nepodařilo seřadit. ${cause}`,
  filtered: (filter) => `Zobrazeno: ${filter.toLowerCase()}.`,
  filterFailed: (cause) => `Výběr zobrazených komentářů se nepodařilo změnit. ${cause}`,
  viewNew: (count, formatted) => `Zobrazit ${newComments(count, formatted)}`,
  viewNewReplies: (count, formatted) => `Zobrazit ${newReplies(count, formatted)}`,
  commentMissing: 'Komentář, který hledáte, tu není. Mohl být odstraněn.',
  commentFailed: (cause) => `Komentář, který hledáte, se nepodařilo načíst. ${cause}`,
  repliesLoaded: (count, formatted) => `Načteno: ${moreReplies(count, formatted)}.`,
  newShown: (count, formatted) => `Zobrazeno: ${newComments(count, formatted)}.`,
  share: 'Sdílet',
  copyLink: 'Kopírovat odkaz',
  linkCopied: 'Odkaz byl zkopírován.',
  linkRefused: 'Váš prohlížeč nedovoluje kopírování. Tady je odkaz:',
  viewOn: (host) => `Zobrazit na ${host}`,
  pin: 'Připnout nahoru',
  unpin: 'Zrušit připnutí',
  mute: (name) => `Nezobrazovat: ${name}`,
  muted: (name) => `Skryli jste komentáře: ${name}.`,
  unmute: 'Zobrazit tento komentář',
  unmuteAlways: (name) => `Znovu zobrazovat: ${name}`,
  mutedNow: (name) => `Skryli jste komentáře: ${name}. Na tomto zařízení už je neuvidíte.`,
  unmutedNow: (name) => `Komentáře se znovu zobrazují: ${name}.`,
  goBack: 'Zpět na předchozí místo',
  noneNew: 'Žádné další nové komentáře.',
  shortcuts: 'Klávesové zkratky',
  useShortcuts: 'Používat klávesové zkratky',
  shortcutsHint: 'Fungují všude v komentářích, jen ne při psaní textu.',
  shortcutKeys: {
    j: 'Další komentář',
    k: 'Předchozí komentář',
    n: 'Další nový komentář',
    r: 'Odpovědět',
    c: 'Skrýt nebo zobrazit odpovědi',
    '?': 'Zobrazit tento seznam',
  },
};

export default visit as VisitMessages;
