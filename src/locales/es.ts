import type { Language, Translated } from '../i18n/messages.js';
import { pluralOf } from '../i18n/plural.js';

const plural = pluralOf<'one' | 'many' | 'other'>('es');

const replies = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} respuesta`,
    many: `${formatted} de respuestas`,
    other: `${formatted} respuestas`,
  });

const es: Translated<Language> = {
  lang: 'es',
  dir: 'ltr',
  heading: (count) => (count === undefined ? 'Comentarios' : `Comentarios (${count})`),
  policy: (canReport) =>
    'Los comentarios deben aportar algo al artículo. ' +
    (canReport
      ? 'Si alguno es ofensivo o no viene al caso, denúncielo y la redacción lo revisará.'
      : 'Cíñase al tema y trate a los demás como le gustaría que le trataran.'),
  policyLink: 'Nuestras normas de participación',
  editorsMessage: 'De la redacción',
  loading: 'Cargando comentarios…',
  empty: 'Aún no hay comentarios. ¿Qué opina usted?',
  emptyClosed: 'No se publicó ningún comentario.',
  missing: 'Este artículo no tiene comentarios.',
  unavailable: 'Los comentarios no están disponibles en este momento.',
  loadFailed: (cause) => `No hemos podido cargar los comentarios. ${cause}`,
  tryAgain: 'Reintentar',
  loadMore: 'Cargar más comentarios',
  loadingMore: 'Cargando más comentarios…',
  loadingReplies: 'Cargando respuestas…',
  moreFailed: (cause) => `No hemos podido cargar más comentarios. ${cause}`,
  truncated: 'No podemos mostrar aquí el resto de los comentarios.',
  anonymous: 'Anónimo',
  justNow: 'ahora mismo',
  edited: 'editado',
  inReplyTo: (name) => `en respuesta a ${name}`,
  inReplyToUnknown: 'en respuesta a un comentario que no se muestra',
  pinned: 'Fijado',
  featured: 'Selección de la redacción',
  isNew: 'Nuevo',
  order: 'Ordenar por',
  orders: { oldest: 'Más antiguos', newest: 'Más recientes', top: 'Más recomendados' },
  moreReplies: 'Cargar más respuestas',
  showReplies: (count, formatted) => `Mostrar ${replies(count, formatted)}`,
  hideReplies: 'Ocultar respuestas',
  like: 'Recomendar',
  voteUp: 'De acuerdo',
  voteDown: 'En desacuerdo',
  voteCounts: {
    like: (count) => `Recomendaciones: ${count}`,
    voteUp: (count) => `De acuerdo: ${count}`,
    voteDown: (count) => `En desacuerdo: ${count}`,
  },
  reply: 'Responder',
  edit: 'Editar',
  remove: 'Eliminar',
  more: 'Más',
  badges: { author: 'Autoría', moderator: 'Moderación', staff: 'Redacción', verified: 'Verificado', guest: 'Invitado' },
  deletedComment: 'Comentario eliminado',
  removedComment: 'Comentario retirado',
  commentBy: (name) => `Comentario de ${name}`,
  replyBy: (name, parent) => `Respuesta de ${name} a ${parent}`,
  controls: {
    reply: (label, name) => `${label} a ${name}`,
    more: (label, name) => `${label} acciones para el comentario de ${name}`,
    replies: (label, name) => `${label}: comentario de ${name}`,
    comment: (label, name) => `${label}: comentario de ${name}`,
  },
  followFeed: 'Seguir por RSS',
  deletedByAuthor: 'Este comentario lo ha eliminado la persona que lo escribió.',
  removedByEditors: 'Este comentario lo ha retirado la redacción.',
  heldForReview: 'Pendiente de revisión: solo usted puede verlo',
  notPublished: 'Este comentario no se ha publicado.',
  closed: 'Los comentarios están cerrados. Permanecen abiertos durante un tiempo limitado tras la publicación.',
  disabled: 'Los comentarios están desactivados por el momento.',
  opensAt: (date) => `Los comentarios se reabrirán en esta fecha: ${date}.`,
  yourComment: 'Su comentario',
  post: 'Publicar comentario',
  signInToPost: 'Iniciar sesión y publicar',
  formFailed: (cause) => `No hemos podido cargar esta parte de la página. ${cause}`,
  report: 'Denunciar',
  reportShort: 'Denunciar',
  reported: 'Denunciado',
  yourReply: (name) => `Su respuesta a ${name}`,
  postReply: 'Publicar respuesta',
  repliesFailed: (cause) => `No hemos podido cargar más respuestas. ${cause}`,
  close: 'Cerrar',
  postingAs: (name) => `Publica como ${name}`,
  draftNotKept: 'Su borrador no se puede guardar en este navegador.',
  removal: {
    editors: {
      remove: 'Retirar',
    },
  },
  goToComment: 'Ir al comentario',
  quoteGone: 'Este comentario ya no existe.',
  commentCount: (count, formatted) =>
    count === 0
      ? 'Sin comentarios'
      : plural(count, {
          one: `${formatted} comentario`,
          many: `${formatted} de comentarios`,
          other: `${formatted} comentarios`,
        }),
  causes: {
    network: 'No hemos podido conectar con el sitio.',
    timeout: 'El sitio ha tardado demasiado en responder.',
    unavailable: 'Nuestro sitio tiene problemas en este momento.',
    'bad-response': 'Se ha producido un error por nuestra parte.',
    forbidden: 'No tiene permiso para hacer esto.',
    unsupported: 'Esto no es posible aquí.',
    'sign-in-required': 'Primero tiene que iniciar sesión.',
    'session-expired': 'Su sesión ha caducado.',
    blocked: 'Usted no puede comentar aquí en este momento.',
    closed: 'Los comentarios están cerrados.',
    disabled: 'Los comentarios están desactivados por el momento.',
    'not-found': 'El comentario ya no está aquí.',
    invalid: 'Revise lo que ha escrito.',
    'rate-limited': 'Está publicando demasiado rápido.',
  },
  withReference: (cause, reference) => `${cause.replace(/\.$/, '')} (referencia ${reference}).`,

  visit: () => import('./parts/es-visit.js'),
  takingPart: () => import('./parts/es-taking-part.js'),
  changing: () => import('./parts/es-changing.js'),
  legal: () => import('./parts/es-legal.js'),
  moderation: () => import('./parts/es-moderation.js'),
};

export default es as Language;
