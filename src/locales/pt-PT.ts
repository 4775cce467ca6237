import type { Language, Translated } from '../i18n/messages.js';
import { pluralOf } from '../i18n/plural.js';

const plural = pluralOf<'one' | 'many' | 'other'>('pt-PT');

const replies = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} resposta`, many: `${formatted} de respostas`, other: `${formatted} respostas` });

const ptPT: Translated<Language> = {
  lang: 'pt-PT',
  dir: 'ltr',
  heading: (count) => (count === undefined ? 'Comentários' : `Comentários (${count})`),
  policy: (canReport) =>
    'Os comentários devem acrescentar algo ao artigo. ' +
    (canReport
      ? 'Se algum for ofensivo ou fugir ao tema, denuncie-o e a redação irá analisá-lo.'
      : 'Mantenha-se no tema e trate os outros como gostaria que fizessem consigo.'),
  policyLink: 'As nossas regras para comentários',
  editorsMessage: 'Da redação',
  loading: 'A carregar comentários…',
  empty: 'Ainda não há comentários. Qual é a sua opinião?',
  emptyClosed: 'Não foi publicado nenhum comentário.',
  missing: 'Não há comentários neste artigo.',
  unavailable: 'De momento, os comentários não estão disponíveis.',
  loadFailed: (cause) => `Não foi possível carregar os comentários. ${cause}`,
  tryAgain: 'Tentar novamente',
  loadMore: 'Carregar mais comentários',
  loadingMore: 'A carregar mais comentários…',
  loadingReplies: 'A carregar respostas…',
  moreFailed: (cause) => `Não foi possível carregar mais comentários. ${cause}`,
  truncated: 'Não podemos mostrar aqui os restantes comentários.',
  anonymous: 'Anónimo',
  justNow: 'agora mesmo',
  edited: 'editado',
  inReplyTo: (name) => `em resposta a ${name}`,
  inReplyToUnknown: 'em resposta a um comentário que não é apresentado',
  pinned: 'Afixado',
  featured: 'Escolha da redação',
  isNew: 'Novo',
  order: 'Ordenar por',
  orders: { oldest: 'Mais antigos', newest: 'Mais recentes', top: 'Mais recomendados' },
  moreReplies: 'Carregar mais respostas',
  showReplies: (count, formatted) => `Mostrar ${replies(count, formatted)}`,
  hideReplies: 'Ocultar respostas',
  like: 'Recomendar',
  voteUp: 'Concordo',
  voteDown: 'Discordo',
  voteCounts: {
    like: (count) => `Recomendações: ${count}`,
    voteUp: (count) => `Concordam: ${count}`,
    voteDown: (count) => `Discordam: ${count}`,
  },
  reply: 'Responder',
  edit: 'Editar',
  remove: 'Eliminar',
  more: 'Mais',
  badges: { author: 'Autoria', moderator: 'Moderação', staff: 'Redação', verified: 'Verificado', guest: 'Convidado' },
  deletedComment: 'Comentário eliminado',
  removedComment: 'Comentário removido',
  commentBy: (name) => `Comentário de ${name}`,
  replyBy: (name, parent) => `Resposta de ${name} a ${parent}`,
  controls: {
    reply: (label, name) => `${label} a ${name}`,
    more: (label, name) => `${label} ações para o comentário de ${name}`,
    replies: (label, name) => `${label}: comentário de ${name}`,
    comment: (label, name) => `${label}: comentário de ${name}`,
  },
  followFeed: 'Seguir por RSS',
  deletedByAuthor: 'Este comentário foi eliminado por quem o escreveu.',
  removedByEditors: 'Este comentário foi removido pela redação.',
  heldForReview: 'A aguardar moderação: só visível para si',
  notPublished: 'Este comentário não foi publicado.',
  closed: 'Os comentários estão encerrados. Ficam abertos por tempo limitado após a publicação.',
  disabled: 'De momento, os comentários estão desativados.',
  opensAt: (date) => `Os comentários reabrem na seguinte data: ${date}.`,
  yourComment: 'O seu comentário',
  post: 'Publicar comentário',
  signInToPost: 'Iniciar sessão e publicar',
  formFailed: (cause) => `Não foi possível carregar esta parte da página. ${cause}`,
  report: 'Denunciar',
  reportShort: 'Denunciar',
  reported: 'Denunciado',
  yourReply: (name) => `A sua resposta a ${name}`,
  postReply: 'Publicar resposta',
  repliesFailed: (cause) => `Não foi possível carregar mais respostas. ${cause}`,
  close: 'Fechar',
  postingAs: (name) => `Publica como ${name}`,
  draftNotKept: 'Não é possível guardar o seu rascunho neste navegador.',
  removal: {
    editors: {
      remove: 'Remover',
    },
  },
  goToComment: 'Ir para o comentário',
  quoteGone: 'Este comentário já não existe.',
  commentCount: (count, formatted) =>
    count === 0
      ? 'Sem comentários'
      : plural(count, {
          one: `${formatted} comentário`,
          many: `${formatted} de comentários`,
          other: `${formatted} comentários`,
        }),
  causes: {
    network: 'Não foi possível contactar o site.',
    timeout: 'O site demorou demasiado tempo a responder.',
    unavailable: 'O nosso site está com problemas neste momento.',
    'bad-response': 'Ocorreu um erro do nosso lado.',
    forbidden: 'Não tem permissão para o fazer.',
    unsupported: 'Isto não é possível aqui.',
    'sign-in-required': 'Primeiro tem de iniciar sessão.',
    'session-expired': 'A sua sessão expirou.',
    blocked: 'De momento, não pode comentar aqui.',
    closed: 'Os comentários estão encerrados.',
    disabled: 'De momento, os comentários estão desativados.',
    'not-found': 'O comentário já não está aqui.',
    invalid: 'Verifique o que introduziu.',
    'rate-limited': 'Está a publicar demasiado depressa.',
  },
  withReference: (cause, reference) => `${cause.replace(/\.$/, '')} (referência ${reference}).`,

  visit: () => import('./parts/pt-PT-visit.js'),
  takingPart: () => import('./parts/pt-PT-taking-part.js'),
  changing: () => import('./parts/pt-PT-changing.js'),
  legal: () => import('./parts/pt-PT-legal.js'),
  moderation: () => import('./parts/pt-PT-moderation.js'),
};

export default ptPT as Language;
