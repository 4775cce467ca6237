import type { Language, Translated } from '../i18n/messages.js';
import { pluralOf } from '../i18n/plural.js';

const plural = pluralOf<'one' | 'many' | 'other'>('ca');

const replies = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} resposta`, many: `${formatted} de respostes`, other: `${formatted} respostes` });

const ca: Translated<Language> = {
  lang: 'ca',
  dir: 'ltr',
  heading: (count) => (count === undefined ? 'Comentaris' : `Comentaris (${count})`),
  policy: (canReport) =>
    'Els comentaris han d’aportar alguna cosa a l’article. ' +
    (canReport
      ? 'Si n’hi ha cap d’ofensiu o fora de tema, denuncieu-lo i la redacció el revisarà.'
      : 'Cenyiu-vos al tema i tracteu els altres com voldríeu que us tractessin.'),
  policyLink: 'Les nostres normes de participació',
  editorsMessage: 'De la redacció',
  loading: 'S’estan carregant els comentaris…',
  empty: 'Encara no hi ha comentaris. Què en penseu?',
  emptyClosed: 'No s’hi va publicar cap comentari.',
  missing: 'Aquest article no té comentaris.',
  unavailable: 'Ara mateix els comentaris no estan disponibles.',
  loadFailed: (cause) => `No hem pogut carregar els comentaris. ${cause}`,
  tryAgain: 'Torna-ho a provar',
  loadMore: 'Carrega més comentaris',
  loadingMore: 'S’estan carregant més comentaris…',
  loadingReplies: 'S’estan carregant les respostes…',
  moreFailed: (cause) => `No hem pogut carregar més comentaris. ${cause}`,
  truncated: 'No podem mostrar aquí la resta dels comentaris.',
  anonymous: 'Anònim',
  justNow: 'ara mateix',
  edited: 'editat',
  inReplyTo: (name) => `en resposta a ${name}`,
  inReplyToUnknown: 'en resposta a un comentari que no es mostra',
  pinned: 'Fixat',
  featured: 'Tria de la redacció',
  isNew: 'Nou',
  order: 'Ordena per',
  orders: { oldest: 'Més antics', newest: 'Més recents', top: 'Més recomanats' },
  moreReplies: 'Carrega més respostes',
  showReplies: (count, formatted) => `Mostra ${replies(count, formatted)}`,
  hideReplies: 'Amaga les respostes',
  like: 'Recomana',
  voteUp: 'D’acord',
  voteDown: 'En desacord',
  voteCounts: {
    like: (count) => `Recomanacions: ${count}`,
    voteUp: (count) => `D’acord: ${count}`,
    voteDown: (count) => `En desacord: ${count}`,
  },
  reply: 'Respon',
  edit: 'Edita',
  remove: 'Suprimeix',
  more: 'Més',
  badges: { author: 'Autoria', moderator: 'Moderació', staff: 'Redacció', verified: 'Verificat', guest: 'Convidat' },
  deletedComment: 'Comentari suprimit',
  removedComment: 'Comentari retirat',
  commentBy: (name) => `Comentari escrit per ${name}`,
  replyBy: (name, parent) => `Resposta escrita per ${name} a ${parent}`,
  controls: {
    reply: (label, name) => `${label} a ${name}`,
    more: (label, name) => `${label}: accions per al comentari escrit per ${name}`,
    replies: (label, name) => `${label}: comentari escrit per ${name}`,
    comment: (label, name) => `${label}: comentari escrit per ${name}`,
  },
  followFeed: 'Segueix per RSS',
  deletedByAuthor: 'Aquest comentari l’ha suprimit la persona que el va escriure.',
  removedByEditors: 'Aquest comentari l’ha retirat la redacció.',
  heldForReview: 'Pendent de revisió: només vós el podeu veure',
  notPublished: 'Aquest comentari no s’ha publicat.',
  closed: 'Els comentaris estan tancats. Estan oberts durant un temps limitat després de la publicació.',
  disabled: 'De moment els comentaris estan desactivats.',
  opensAt: (date) => `Els comentaris es reobriran en aquesta data: ${date}.`,
  yourComment: 'El vostre comentari',
  post: 'Publica el comentari',
  signInToPost: 'Inicia la sessió i publica',
  formFailed: (cause) => `No hem pogut carregar aquesta part de la pàgina. ${cause}`,
  report: 'Denuncia',
  reportShort: 'Denuncia',
  reported: 'Denunciat',
  yourReply: (name) => `La vostra resposta a ${name}`,
  postReply: 'Publica la resposta',
  repliesFailed: (cause) => `No hem pogut carregar més respostes. ${cause}`,
  close: 'Tanca',
  postingAs: (name) => `Publiqueu com a ${name}`,
  draftNotKept: 'El vostre esborrany no es pot desar en aquest navegador.',
  removal: {
    editors: {
      remove: 'Retira',
    },
  },
  goToComment: 'Ves al comentari',
  quoteGone: 'Aquest comentari ja no existeix.',
  commentCount: (count, formatted) =>
    count === 0
      ? 'Cap comentari'
      : plural(count, {
          one: `${formatted} comentari`,
          many: `${formatted} de comentaris`,
          other: `${formatted} comentaris`,
        }),
  causes: {
    network: 'No hem pogut connectar amb el lloc.',
    timeout: 'El lloc ha trigat massa a respondre.',
    unavailable: 'El nostre lloc té problemes ara mateix.',
    'bad-response': 'Hi ha hagut un error per part nostra.',
    forbidden: 'No teniu permís per fer això.',
    unsupported: 'Això no és possible aquí.',
    'sign-in-required': 'Primer heu d’iniciar la sessió.',
    'session-expired': 'La vostra sessió ha caducat.',
    blocked: 'Ara mateix no podeu comentar aquí.',
    closed: 'Els comentaris estan tancats.',
    disabled: 'De moment els comentaris estan desactivats.',
    'not-found': 'El comentari ja no és aquí.',
    invalid: 'Reviseu el que heu introduït.',
    'rate-limited': 'Publiqueu massa de pressa.',
  },
  withReference: (cause, reference) => `${cause.replace(/\.$/, '')} (referència ${reference}).`,

  visit: () => import('./parts/ca-visit.js'),
  takingPart: () => import('./parts/ca-taking-part.js'),
  changing: () => import('./parts/ca-changing.js'),
  legal: () => import('./parts/ca-legal.js'),
  moderation: () => import('./parts/ca-moderation.js'),
};

export default ca as Language;
