import type { Translated, VisitMessages } from '../../i18n/messages.js';
import { comments, plural } from './hr-counted-nouns.js';

const newComments = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} novi komentar`,
    few: `${formatted} nova komentara`,
    other: `${formatted} novih komentara`,
  });

const newReplies = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} novi odgovor`,
    few: `${formatted} nova odgovora`,
    other: `${formatted} novih odgovora`,
  });

const visit: Translated<VisitMessages> = {
  filter: 'Prikaz',
  filters: { all: 'Svi komentari', featured: 'Izbor uredništva' },
  loadAll: 'Učitaj sve komentare',
  loadedSoFar: (loaded, total) => (total === undefined ? `Učitano: ${loaded}` : `Učitano: ${loaded} od ${total}`),
  stopLoading: 'Zaustavi',
  emptyFiltered: 'U izboru uredništva još nema komentara.',
  showInConversation: 'Prikaži u raspravi',
  between: (count, formatted) =>
    count === undefined ? 'Neučitani komentari' : `Neučitano: ${comments(count, formatted)}`,
  skipToComments: 'Prijeđi na komentare',
  skipToEnd: 'Prijeđi na kraj komentara',
  endOfComments: 'Kraj komentara',
  loadedMore: (count, formatted) =>
    plural(count, {
      one: `Učitan je još ${formatted} komentar.`,
      few: `Učitana su još ${formatted} komentara.`,
      other: `Učitano je još ${formatted} komentara.`,
    }),
  sorted: (order) => `Poredak: ${order}.`,
  sortFailed: (cause) => `Poredak komentara nije moguće promijeniti. ${cause}`,
  filtered: (filter) => `Prikazano: ${filter}.`,
  filterFailed: (cause) => `Prikaz komentara nije moguće promijeniti. ${cause}`,
  viewNew: (count, formatted) => `Prikaži ${newComments(count, formatted)}`,
  viewNewReplies: (count, formatted) => `Prikaži ${newReplies(count, formatted)}`,
  commentMissing: 'Komentara koji tražite nema ovdje. Možda je uklonjen.',
  commentFailed: (cause) => `Komentar koji tražite nije moguće učitati. ${cause}`,
  repliesLoaded: (count, formatted) =>
    plural(count, {
      one: `Učitan je još ${formatted} odgovor.`,
      few: `Učitana su još ${formatted} odgovora.`,
      other: `Učitano je još ${formatted} odgovora.`,
    }),
  newShown: (count, formatted) =>
    plural(count, {
      one: `Prikazan je ${formatted} novi komentar.`,
      few: `Prikazana su ${formatted} nova komentara.`,
      other: `Prikazano je ${formatted} novih komentara.`,
    }),
  share: 'Podijeli',
  copyLink: 'Kopiraj poveznicu',
  linkCopied: 'Poveznica je kopirana.',
  linkRefused: 'Vaš preglednik ne dopušta kopiranje. Ovo je poveznica:',
  viewOn: (host) => `Pogledaj na: ${host}`,
  pin: 'Prikvači na vrh',
  unpin: 'Otkvači',
  mute: (name) => `Utišaj: ${name}`,
  muted: (name) => `Utišali ste: ${name}.`,
  unmute: 'Prikaži ovaj komentar',
  unmuteAlways: (name) => `Poništi utišavanje: ${name}`,
  mutedNow: (name) => `Utišali ste: ${name}. Na ovom uređaju više nećete vidjeti komentare te osobe.`,
  unmutedNow: (name) => `Više nije utišano: ${name}.`,
  goBack: 'Natrag na prethodno mjesto',
  noneNew: 'Nema više novih komentara.',
  shortcuts: 'Tipkovni prečaci',
  useShortcuts: 'Koristi tipkovne prečace',
  shortcutsHint: 'Rade svugdje u komentarima, osim dok pišete.',
  shortcutKeys: {
    j: 'Sljedeći komentar',
    k: 'Prethodni komentar',
    n: 'Sljedeći novi komentar',
    r: 'Odgovori',
    c: 'Sakrij ili prikaži odgovore',
    '?': 'Prikaži ovaj popis',
  },
};

export default visit as VisitMessages;
