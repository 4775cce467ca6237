import type { Translated, VisitMessages } from '../../i18n/messages.js';
import { comments, plural } from './lv-counted-nouns.js';

/** In the accusative, as the object of "show". */
const newComments = (count: number, formatted: string): string =>
  plural(count, {
    zero: `${formatted} jaunus komentārus`,
    one: `${formatted} jaunu komentāru`,
    other: `${formatted} jaunus komentārus`,
  });

const newReplies = (count: number, formatted: string): string =>
  plural(count, {
    zero: `${formatted} jaunas atbildes`,
    one: `${formatted} jaunu atbildi`,
    other: `${formatted} jaunas atbildes`,
  });

const visit: Translated<VisitMessages> = {
  filter: 'Rādīt',
  filters: { all: 'Visi komentāri', featured: 'Redakcijas izvēle' },
  loadAll: 'Ielādēt visus komentārus',
  loadedSoFar: (loaded, total) => (total === undefined ? `Ielādēti: ${loaded}` : `Ielādēti: ${loaded} no ${total}`),
  stopLoading: 'Apturēt',
  emptyFiltered: 'Redakcija vēl nav izvēlējusies nevienu komentāru.',
  showInConversation: 'Rādīt sarunā',
  between: (count, formatted) =>
    count === undefined ? 'Neielādēti komentāri' : `Nav ielādēts: ${comments(count, formatted)}`,
  skipToComments: 'Pāriet uz komentāriem',
  skipToEnd: 'Pāriet uz komentāru beigām',
  endOfComments: 'Komentāru beigas',
  loadedMore: (count, formatted) =>
    plural(count, {
      zero: `Ielādēti vēl ${formatted} komentāri.`,
      one: `Ielādēts vēl ${formatted} komentārs.`,
      other: `Ielādēti vēl ${formatted} komentāri.`,
    }),
  sorted: (order) => `Secība: ${order}.`,
  sortFailed: (cause) => `Neizdevās mainīt komentāru secību. ${cause}`,
  filtered: (filter) => `Tiek rādīts: ${filter}.`,
  filterFailed: (cause) => `Neizdevās mainīt, kuri komentāri tiek rādīti. ${cause}`,
  viewNew: (count, formatted) => `Rādīt ${newComments(count, formatted)}`,
  viewNewReplies: (count, formatted) => `Rādīt ${newReplies(count, formatted)}`,
  commentMissing: 'Meklētā komentāra šeit nav. Iespējams, tas ir noņemts.',
  commentFailed: (cause) => `Neizdevās ielādēt meklēto komentāru. ${cause}`,
  repliesLoaded: (count, formatted) =>
    plural(count, {
      zero: `Ielādētas vēl ${formatted} atbildes.`,
      one: `Ielādēta vēl ${formatted} atbilde.`,
      other: `Ielādētas vēl ${formatted} atbildes.`,
    }),
  newShown: (count, formatted) =>
    plural(count, {
      zero: `Parādīti ${formatted} jauni komentāri.`,
      one: `Parādīts ${formatted} jauns komentārs.`,
      other: `Parādīti ${formatted} jauni komentāri.`,
    }),
  share: 'Kopīgot',
  copyLink: 'Kopēt saiti',
  linkCopied: 'Saite nokopēta.',
  linkRefused: 'Jūsu pārlūks neļauj kopēt. Šeit ir saite:',
  viewOn: (host) => `Skatīt vietnē ${host}`,
  pin: 'Piespraust augšpusē',
  unpin: 'Atspraust',
  mute: (name) => `Apklusināt: ${name}`,
  muted: (name) => `Jūs apklusinājāt: ${name}.`,
  unmute: 'Rādīt šo komentāru',
  unmuteAlways: (name) => `Atcelt apklusināšanu: ${name}`,
  mutedNow: (name) => `Jūs apklusinājāt: ${name}. Šajā ierīcē jūs vairs neredzēsiet šīs personas komentārus.`,
  unmutedNow: (name) => `Apklusināšana atcelta: ${name}.`,
  goBack: 'Atpakaļ uz iepriekšējo vietu',
  noneNew: 'Jaunu komentāru vairs nav.',
  shortcuts: 'Īsinājumtaustiņi',
  useShortcuts: 'Lietot īsinājumtaustiņus',
  shortcutsHint: 'Tie darbojas visur komentāros, izņemot brīžus, kad rakstāt.',
  shortcutKeys: {
    j: 'Nākamais komentārs',
    k: 'Iepriekšējais komentārs',
    n: 'Nākamais jaunais komentārs',
    r: 'Atbildēt',
    c: 'Paslēpt vai parādīt atbildes',
    '?': 'Rādīt šo sarakstu',
  },
};

export default visit as VisitMessages;
