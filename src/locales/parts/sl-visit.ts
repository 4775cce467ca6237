import type { Translated, VisitMessages } from '../../i18n/messages.js';
import { comments, plural } from './sl-counted-nouns.js';

/** As the object of "show": with numerals, only "few" differs from the nominative. */
const newComments = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} nov komentar`,
    two: `${formatted} nova komentarja`,
    few: `${formatted} nove komentarje`,
    other: `${formatted} novih komentarjev`,
  });

const newReplies = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} nov odgovor`,
    two: `${formatted} nova odgovora`,
    few: `${formatted} nove odgovore`,
    other: `${formatted} novih odgovorov`,
  });

const visit: Translated<VisitMessages> = {
  filter: 'Prikaz',
  filters: { all: 'Vsi komentarji', featured: 'Izbor uredništva' },
  loadAll: 'Naloži vse komentarje',
  loadedSoFar: (loaded, total) => (total === undefined ? `Naloženo: ${loaded}` : `Naloženo: ${loaded} od ${total}`),
  stopLoading: 'Ustavi',
  emptyFiltered: 'V izboru uredništva še ni komentarjev.',
  showInConversation: 'Prikaži v pogovoru',
  between: (count, formatted) =>
    count === undefined ? 'Nenaloženi komentarji' : `Nenaloženo: ${comments(count, formatted)}`,
  skipToComments: 'Preskoči na komentarje',
  skipToEnd: 'Preskoči na konec komentarjev',
  endOfComments: 'Konec komentarjev',
  loadedMore: (count, formatted) =>
    plural(count, {
      one: `Naložen je še ${formatted} komentar.`,
      two: `Naložena sta še ${formatted} komentarja.`,
      few: `Naloženi so še ${formatted} komentarji.`,
      other: `Naloženih je še ${formatted} komentarjev.`,
    }),
  sorted: (order) => `Razvrstitev: ${order}.`,
  sortFailed: (cause) => `Razvrstitve komentarjev ni bilo mogoče spremeniti. ${cause}`,
  filtered: (filter) => `Prikazano: ${filter}.`,
  filterFailed: (cause) => `Prikaza komentarjev ni bilo mogoče spremeniti. ${cause}`,
  viewNew: (count, formatted) => `Prikaži ${newComments(count, formatted)}`,
  viewNewReplies: (count, formatted) => `Prikaži ${newReplies(count, formatted)}`,
  commentMissing: 'Komentarja, ki ga iščete, ni tukaj. Morda je bil odstranjen.',
  commentFailed: (cause) => `Komentarja, ki ga iščete, ni bilo mogoče naložiti. ${cause}`,
  repliesLoaded: (count, formatted) =>
    plural(count, {
      one: `Naložen je še ${formatted} odgovor.`,
      two: `Naložena sta še ${formatted} odgovora.`,
      few: `Naloženi so še ${formatted} odgovori.`,
      other: `Naloženih je še ${formatted} odgovorov.`,
    }),
  newShown: (count, formatted) =>
    plural(count, {
      one: `Prikazan je ${formatted} nov komentar.`,
      two: `Prikazana sta ${formatted} nova komentarja.`,
      few: `Prikazani so ${formatted} novi komentarji.`,
      other: `Prikazanih je ${formatted} novih komentarjev.`,
    }),
  share: 'Deli',
  copyLink: 'Kopiraj povezavo',
  linkCopied: 'Povezava je kopirana.',
  linkRefused: 'Vaš brskalnik ne dovoli kopiranja. Tukaj je povezava:',
  viewOn: (host) => `Oglejte si na: ${host}`,
  pin: 'Pripni na vrh',
  unpin: 'Odpni',
  mute: (name) => `Utišaj: ${name}`,
  muted: (name) => `Utišali ste: ${name}.`,
  unmute: 'Prikaži ta komentar',
  unmuteAlways: (name) => `Prekliči utišanje: ${name}`,
  mutedNow: (name) => `Utišali ste: ${name}. Na tej napravi komentarjev te osebe ne boste več videli.`,
  unmutedNow: (name) => `Ni več utišano: ${name}.`,
  goBack: 'Nazaj na prejšnje mesto',
  noneNew: 'Ni več novih komentarjev.',
  shortcuts: 'Bližnjice na tipkovnici',
  useShortcuts: 'Uporabi bližnjice na tipkovnici',
  shortcutsHint: 'Delujejo povsod v komentarjih, razen med pisanjem.',
  shortcutKeys: {
    j: 'Naslednji komentar',
    k: 'Prejšnji komentar',
    n: 'Naslednji novi komentar',
    r: 'Odgovori',
    c: 'Skrij ali prikaži odgovore',
    '?': 'Prikaži ta seznam',
  },
};

export default visit as VisitMessages;
