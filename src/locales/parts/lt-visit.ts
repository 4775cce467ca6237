import type { Translated, VisitMessages } from '../../i18n/messages.js';
import { pluralOf } from '../../i18n/plural.js';

const plural = pluralOf<'one' | 'few' | 'many' | 'other'>('lt');

/** In the accusative, as the object of "show". */
const newComments = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} naują komentarą`,
    few: `${formatted} naujus komentarus`,
    many: `${formatted} naujo komentaro`,
    other: `${formatted} naujų komentarų`,
  });

const newReplies = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} naują atsakymą`,
    few: `${formatted} naujus atsakymus`,
    many: `${formatted} naujo atsakymo`,
    other: `${formatted} naujų atsakymų`,
  });

const visit: Translated<VisitMessages> = {
  filter: 'Rodymas',
  filters: { all: 'Visi komentarai', featured: 'Redakcijos pasirinkti' },
  loadAll: 'Įkelti visus komentarus',
  loadedSoFar: (loaded, total) => (total === undefined ? `Įkelta: ${loaded}` : `Įkelta: ${loaded} iš ${total}`),
  stopLoading: 'Stabdyti',
  emptyFiltered: 'Redakcija dar nepasirinko nė vieno komentaro.',
  showInConversation: 'Rodyti pokalbyje',
  between: (count, formatted) => (count === undefined ? 'Praleisti komentarai' : `Praleista komentarų: ${formatted}`),
  skipToComments: 'Pereiti prie komentarų',
  skipToEnd: 'Pereiti į komentarų pabaigą',
  endOfComments: 'Komentarų pabaiga',
  loadedMore: (count, formatted) =>
    plural(count, {
      one: `Įkeltas dar ${formatted} komentaras.`,
      few: `Įkelti dar ${formatted} komentarai.`,
      many: `Įkelta dar ${formatted} komentaro.`,
      other: `Įkelta dar ${formatted} komentarų.`,
    }),
  sorted: (order) => `Rikiavimas: ${order}.`,
  sortFailed: (cause) => `Komentarų išrikiuoti nepavyko. ${cause}`,
  filtered: (filter) => `Rodoma: ${filter}.`,
  filterFailed: (cause) => `Pakeisti, kurie komentarai rodomi, nepavyko. ${cause}`,
  viewNew: (count, formatted) => `Rodyti ${newComments(count, formatted)}`,
  viewNewReplies: (count, formatted) => `Rodyti ${newReplies(count, formatted)}`,
  commentMissing: 'Komentaro, kurio ieškote, čia nėra. Galbūt jis pašalintas.',
  commentFailed: (cause) => `Komentaro, kurio ieškote, įkelti nepavyko. ${cause}`,
  repliesLoaded: (count, formatted) =>
    plural(count, {
      one: `Įkeltas dar ${formatted} atsakymas.`,
      few: `Įkelti dar ${formatted} atsakymai.`,
      many: `Įkelta dar ${formatted} atsakymo.`,
      other: `Įkelta dar ${formatted} atsakymų.`,
    }),
  newShown: (count, formatted) =>
    plural(count, {
      one: `Rodomas ${formatted} naujas komentaras.`,
      few: `Rodomi ${formatted} nauji komentarai.`,
      many: `Rodoma ${formatted} naujo komentaro.`,
      other: `Rodoma ${formatted} naujų komentarų.`,
    }),
  share: 'Bendrinti',
  copyLink: 'Kopijuoti nuorodą',
  linkCopied: 'Nuoroda nukopijuota.',
  linkRefused: 'Jūsų naršyklė neleidžia kopijuoti. Štai nuoroda:',
  viewOn: (host) => `Žiūrėti svetainėje ${host}`,
  pin: 'Prisegti viršuje',
  unpin: 'Atsegti',
  mute: (name) => `Nutildyti: ${name}`,
  muted: (name) => `Nutildėte: ${name}.`,
  unmute: 'Rodyti šį komentarą',
  unmuteAlways: (name) => `Nebetildyti: ${name}`,
  mutedNow: (name) => `Nutildėte: ${name}. Šiame įrenginyje šio asmens komentarų nebematysite.`,
  unmutedNow: (name) => `Nebetildote: ${name}.`,
  goBack: 'Grįžti į ankstesnę vietą',
  noneNew: 'Daugiau naujų komentarų nėra.',
  shortcuts: 'Spartieji klavišai',
  useShortcuts: 'Naudoti sparčiuosius klavišus',
  shortcutsHint: 'Jie veikia visoje komentarų skiltyje, išskyrus tada, kai rašote.',
  shortcutKeys: {
    j: 'Kitas komentaras',
    k: 'Ankstesnis komentaras',
    n: 'Kitas naujas komentaras',
    r: 'Atsakyti',
    c: 'Slėpti arba rodyti atsakymus',
    '?': 'Rodyti šį sąrašą',
  },
};

export default visit as VisitMessages;
