import type { Language, Translated } from '../i18n/messages.js';
import { pluralOf } from '../i18n/plural.js';

const plural = pluralOf<'one' | 'many' | 'other'>('pt-BR');

const replies = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} resposta`, many: `${formatted} de respostas`, other: `${formatted} respostas` });

const ptBR: Translated<Language> = {
  lang: 'pt-BR',
  dir: 'ltr',
  heading: (count) => (count === undefined ? 'Comentários' : `Comentários (${count})`),
  policy: (canReport) =>
    'Os comentários devem acrescentar algo ao artigo. ' +
    (canReport
      ? 'Se algum for ofensivo ou fugir do assunto, denuncie, e a redação vai analisá-lo.'
      : 'Não fuja do assunto e trate os outros como gostaria que tratassem você.'),
  policyLink: 'Nossas regras para comentários',
  editorsMessage: 'Da redação',
  loading: 'Carregando comentários…',
  empty: 'Ainda não há comentários. O que você acha?',
  emptyClosed: 'Nenhum comentário foi publicado.',
  missing: 'Não há comentários neste artigo.',
  unavailable: 'Os comentários não estão disponíveis no momento.',
  loadFailed: (cause) => `Não foi possível carregar os comentários. ${cause}`,
  tryAgain: 'Tentar novamente',
  loadMore: 'Carregar mais comentários',
  loadingMore: 'Carregando mais comentários…',
  loadingReplies: 'Carregando respostas…',
  moreFailed: (cause) => `Não foi possível carregar mais comentários. ${cause}`,
  truncated: 'Não podemos mostrar aqui os demais comentários.',
  anonymous: 'Anônimo',
  justNow: 'agora mesmo',
  edited: 'editado',
  inReplyTo: (name) => `em resposta a ${name}`,
  inReplyToUnknown: 'em resposta a um comentário que não é exibido',
  pinned: 'Fixado',
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
  remove: 'Excluir',
  more: 'Mais',
  badges: { author: 'Autoria', moderator: 'Moderação', staff: 'Redação', verified: 'Verificado', guest: 'Visitante' },
  deletedComment: 'Comentário excluído',
  removedComment: 'Comentário removido',
  commentBy: (name) => `Comentário de ${name}`,
  replyBy: (name, parent) => `Resposta de ${name} a ${parent}`,
  controls: {
    reply: (label, name) => `${label} a ${name}`,
    more: (label, name) => `${label} ações para o comentário de ${name}`,
    replies: (label, name) => `${label}: comentário de ${name}`,
    comment: (label, name) => `${label}: comentário de ${name}`,
  },
  followFeed: 'Acompanhar por RSS',
  deletedByAuthor: 'Este comentário foi excluído por quem o escreveu.',
  removedByEditors: 'Este comentário foi removido pela redação.',
  heldForReview: 'Aguardando moderação: só você pode vê-lo',
  notPublished: 'Este comentário não foi publicado.',
  closed: 'Os comentários estão encerrados. Eles ficam abertos por tempo limitado após a publicação.',
  disabled: 'Os comentários estão desativados por enquanto.',
  opensAt: (date) => `Os comentários serão reabertos em: ${date}.`,
  yourComment: 'Seu comentário',
  post: 'Publicar comentário',
  signInToPost: 'Entrar para publicar',
  formFailed: (cause) => `Não foi possível carregar esta parte da página. ${cause}`,
  report: 'Denunciar',
  reportShort: 'Denunciar',
  reported: 'Denunciado',
  yourReply: (name) => `Sua resposta a ${name}`,
  postReply: 'Publicar resposta',
  repliesFailed: (cause) => `Não foi possível carregar mais respostas. ${cause}`,
  close: 'Fechar',
  postingAs: (name) => `Publicando como ${name}`,
  draftNotKept: 'Não é possível salvar seu rascunho neste navegador.',
  removal: {
    editors: {
      remove: 'Remover',
    },
  },
  goToComment: 'Ir para o comentário',
  quoteGone: 'Este comentário não existe mais.',
  commentCount: (count, formatted) =>
    count === 0
      ? 'Nenhum comentário'
      : plural(count, {
          one: `${formatted} comentário`,
          many: `${formatted} de comentários`,
          other: `${formatted} comentários`,
        }),
  causes: {
    network: 'Não foi possível conectar ao site.',
    timeout: 'O site demorou demais para responder.',
    unavailable: 'Nosso site está com problemas no momento.',
    'bad-response': 'Ocorreu um erro do nosso lado.',
    forbidden: 'Você não tem permissão para fazer isso.',
    unsupported: 'Isso não é possível aqui.',
    'sign-in-required': 'Primeiro é preciso entrar.',
    'session-expired': 'Sua sessão expirou.',
    blocked: 'Você não pode comentar aqui no momento.',
    closed: 'Os comentários estão encerrados.',
    disabled: 'Os comentários estão desativados por enquanto.',
    'not-found': 'O comentário não está mais aqui.',
    invalid: 'Confira o que você digitou.',
    'rate-limited': 'Você está publicando rápido demais.',
  },
  withReference: (cause, reference) => `${cause.replace(/\.$/, '')} (referência ${reference}).`,

  visit: () => import('./parts/pt-BR-visit.js'),
  takingPart: () => import('./parts/pt-BR-taking-part.js'),
  changing: () => import('./parts/pt-BR-changing.js'),
  legal: () => import('./parts/pt-BR-legal.js'),
  moderation: () => import('./parts/pt-BR-moderation.js'),
};

export default ptBR as Language;
