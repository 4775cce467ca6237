import type { Translated, VisitMessages } from '../../i18n/messages.js';
import { pluralOf } from '../../i18n/plural.js';

const plural = pluralOf<'one' | 'many' | 'other'>('es');

const newComments = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} comentario nuevo`,
    many: `${formatted} de comentarios nuevos`,
    other: `${formatted} comentarios nuevos`,
  });

const newReplies = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} respuesta nueva`,
    many: `${formatted} de respuestas nuevas`,
    other: `${formatted} respuestas nuevas`,
  });

const visit: Translated<VisitMessages> = {
  filter: 'Mostrar',
  filters: { all: 'Todos los comentarios', featured: 'Selección de la redacción' },
  loadAll: 'Cargar todos',
  loadedSoFar: (loaded, total) => (total === undefined ? `Cargados: ${loaded}` : `Cargados: ${loaded} de ${total}`),
  stopLoading: 'Detener',
  emptyFiltered: 'La redacción aún no ha seleccionado ningún comentario.',
  showInConversation: 'Ver en la conversación',
  between: (count, formatted) =>
    count === undefined
      ? 'Comentarios sin cargar'
      : plural(count, {
          one: `${formatted} comentario sin cargar`,
          many: `${formatted} de comentarios sin cargar`,
          other: `${formatted} comentarios sin cargar`,
        }),
  skipToComments: 'Ir a los comentarios',
  skipToEnd: 'Ir al final de los comentarios',
  endOfComments: 'Fin de los comentarios',
  loadedMore: (count, formatted) =>
    plural(count, {
      one: `Se ha cargado ${formatted} comentario más.`,
      many: `Se han cargado ${formatted} de comentarios más.`,
      other: `Se han cargado ${formatted} comentarios más.`,
    }),
  sorted: (order) => `Orden: ${order}.`,
  sortFailed: (cause) => `No hemos podido ordenar los comentarios. ${cause}`,
  filtered: (filter) => `Se muestra: ${filter}.`,
  filterFailed: (cause) => `No hemos podido cambiar los comentarios que se muestran. ${cause}`,
  viewNew: (count, formatted) => `Ver ${newComments(count, formatted)}`,
  viewNewReplies: (count, formatted) => `Ver ${newReplies(count, formatted)}`,
  commentMissing: 'El comentario que busca no está aquí. Es posible que se haya retirado.',
  commentFailed: (cause) => `No hemos podido cargar el comentario que busca. ${cause}`,
  repliesLoaded: (count, formatted) =>
    plural(count, {
      one: `Se ha cargado ${formatted} respuesta más.`,
      many: `Se han cargado ${formatted} de respuestas más.`,
      other: `Se han cargado ${formatted} respuestas más.`,
    }),
  newShown: (count, formatted) =>
    plural(count, {
      one: `Se muestra ${newComments(count, formatted)}.`,
      many: `Se muestran ${newComments(count, formatted)}.`,
      other: `Se muestran ${newComments(count, formatted)}.`,
    }),
  share: 'Compartir',
  copyLink: 'Copiar enlace',
  linkCopied: 'Enlace copiado.',
  linkRefused: 'Su navegador no permite copiar. Este es el enlace:',
  viewOn: (host) => `Ver en ${host}`,
  pin: 'Fijar arriba',
  unpin: 'Dejar de fijar',
  mute: (name) => `Silenciar a ${name}`,
  muted: (name) => `Ha silenciado a ${name}.`,
  unmute: 'Mostrar este comentario',
  unmuteAlways: (name) => `Dejar de silenciar a ${name}`,
  mutedNow: (name) => `Ha silenciado a ${name}. No verá sus comentarios en este dispositivo.`,
  unmutedNow: (name) => `Ha dejado de silenciar a ${name}.`,
  goBack: 'Volver al punto anterior',
  noneNew: 'No hay más comentarios nuevos.',
  shortcuts: 'Atajos de teclado',
  useShortcuts: 'Usar atajos de teclado',
  shortcutsHint: 'Funcionan en toda la sección de comentarios, salvo mientras escribe.',
  shortcutKeys: {
    j: 'Comentario siguiente',
    k: 'Comentario anterior',
    n: 'Siguiente comentario nuevo',
    r: 'Responder',
    c: 'Ocultar o mostrar respuestas',
    '?': 'Mostrar esta lista',
  },
};

export default visit as VisitMessages;
