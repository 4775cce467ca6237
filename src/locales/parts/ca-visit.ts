import type { Translated, VisitMessages } from '../../i18n/messages.js';
import { pluralOf } from '../../i18n/plural.js';

const plural = pluralOf<'one' | 'many' | 'other'>('ca');

const newComments = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} comentari nou`,
    many: `${formatted} de comentaris nous`,
    other: `${formatted} comentaris nous`,
  });

const newReplies = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} resposta nova`,
    many: `${formatted} de respostes noves`,
    other: `${formatted} respostes noves`,
  });

const visit: Translated<VisitMessages> = {
  filter: 'Mostra',
  filters: { all: 'Tots els comentaris', featured: 'Tria de la redacció' },
  loadAll: 'Carrega’ls tots',
  loadedSoFar: (loaded, total) => (total === undefined ? `Carregats: ${loaded}` : `Carregats: ${loaded} de ${total}`),
  stopLoading: 'Atura',
  emptyFiltered: 'La redacció encara no ha triat cap comentari.',
  showInConversation: 'Mostra’l en la conversa',
  between: (count, formatted) =>
    count === undefined
      ? 'Comentaris sense carregar'
      : plural(count, {
          one: `${formatted} comentari sense carregar`,
          many: `${formatted} de comentaris sense carregar`,
          other: `${formatted} comentaris sense carregar`,
        }),
  skipToComments: 'Ves als comentaris',
  skipToEnd: 'Ves al final dels comentaris',
  endOfComments: 'Final dels comentaris',
  loadedMore: (count, formatted) =>
    plural(count, {
      one: `S’ha carregat ${formatted} comentari més.`,
      many: `S’han carregat ${formatted} de comentaris més.`,
      other: `S’han carregat ${formatted} comentaris més.`,
    }),
  sorted: (order) => `Ordre: ${order}.`,
  sortFailed: (cause) => `No hem pogut ordenar els comentaris. ${cause}`,
  filtered: (filter) => `Es mostra: ${filter}.`,
  filterFailed: (cause) => `No hem pogut canviar els comentaris que es mostren. ${cause}`,
  viewNew: (count, formatted) => `Mostra ${newComments(count, formatted)}`,
  viewNewReplies: (count, formatted) => `Mostra ${newReplies(count, formatted)}`,
  commentMissing: 'El comentari que busqueu no és aquí. Potser s’ha retirat.',
  commentFailed: (cause) => `No hem pogut carregar el comentari que busqueu. ${cause}`,
  repliesLoaded: (count, formatted) =>
    plural(count, {
      one: `S’ha carregat ${formatted} resposta més.`,
      many: `S’han carregat ${formatted} de respostes més.`,
      other: `S’han carregat ${formatted} respostes més.`,
    }),
  newShown: (count, formatted) =>
    plural(count, {
      one: `Es mostra ${newComments(count, formatted)}.`,
      many: `Es mostren ${newComments(count, formatted)}.`,
      other: `Es mostren ${newComments(count, formatted)}.`,
    }),
  share: 'Comparteix',
  copyLink: 'Copia l’enllaç',
  linkCopied: 'Enllaç copiat.',
  linkRefused: 'El navegador no permet copiar. Aquest és l’enllaç:',
  viewOn: (host) => `Mostra a ${host}`,
  pin: 'Fixa a dalt',
  unpin: 'Deixa de fixar',
  mute: (name) => `Silencia ${name}`,
  muted: (name) => `Heu silenciat ${name}.`,
  unmute: 'Mostra aquest comentari',
  unmuteAlways: (name) => `Deixa de silenciar ${name}`,
  mutedNow: (name) => `Heu silenciat ${name}. No en veureu els comentaris en aquest dispositiu.`,
  unmutedNow: (name) => `Heu deixat de silenciar ${name}.`,
  goBack: 'Torna al lloc anterior',
  noneNew: 'No hi ha més comentaris nous.',
  shortcuts: 'Dreceres de teclat',
  useShortcuts: 'Utilitza les dreceres de teclat',
  shortcutsHint: 'Funcionen a tota la secció de comentaris, excepte mentre escriviu.',
  shortcutKeys: {
    j: 'Comentari següent',
    k: 'Comentari anterior',
    n: 'Comentari nou següent',
    r: 'Respon',
    c: 'Amaga o mostra les respostes',
    '?': 'Mostra aquesta llista',
  },
};

export default visit as VisitMessages;
