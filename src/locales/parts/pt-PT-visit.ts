import type { Translated, VisitMessages } from '../../i18n/messages.js';
import { pluralOf } from '../../i18n/plural.js';

const plural = pluralOf<'one' | 'many' | 'other'>('pt-PT');

const newComments = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} novo comentário`,
    many: `${formatted} de novos comentários`,
    other: `${formatted} novos comentários`,
  });

const newReplies = (count: number, formatted: string): string =>
  plural(count, {
    one: `${formatted} nova resposta`,
    many: `${formatted} de novas respostas`,
    other: `${formatted} novas respostas`,
  });

const visit: Translated<VisitMessages> = {
  filter: 'Mostrar',
  filters: { all: 'Todos os comentários', featured: 'Escolhas da redação' },
  loadAll: 'Carregar todos',
  loadedSoFar: (loaded, total) => (total === undefined ? `Carregados: ${loaded}` : `Carregados: ${loaded} de ${total}`),
  stopLoading: 'Parar',
  emptyFiltered: 'A redação ainda não escolheu nenhum comentário.',
  showInConversation: 'Mostrar na conversa',
  between: (count, formatted) =>
    count === undefined
      ? 'Comentários não carregados'
      : plural(count, {
          one: `${formatted} comentário não carregado`,
          many: `${formatted} de comentários não carregados`,
          other: `${formatted} comentários não carregados`,
        }),
  skipToComments: 'Ir para os comentários',
  skipToEnd: 'Ir para o fim dos comentários',
  endOfComments: 'Fim dos comentários',
  loadedMore: (count, formatted) =>
    plural(count, {
      one: `Mais ${formatted} comentário carregado.`,
      many: `Mais ${formatted} de comentários carregados.`,
      other: `Mais ${formatted} comentários carregados.`,
    }),
  sorted: (order) => `Ordem: ${order}.`,
  sortFailed: (cause) => `Não foi possível ordenar os comentários. ${cause}`,
  filtered: (filter) => `A mostrar: ${filter}.`,
  filterFailed: (cause) => `Não foi possível alterar os comentários apresentados. ${cause}`,
  viewNew: (count, formatted) => `Ver ${newComments(count, formatted)}`,
  viewNewReplies: (count, formatted) => `Ver ${newReplies(count, formatted)}`,
  commentMissing: 'O comentário que procura não está aqui. Talvez tenha sido removido.',
  commentFailed: (cause) => `Não foi possível carregar o comentário que procura. ${cause}`,
  repliesLoaded: (count, formatted) =>
    plural(count, {
      one: `Mais ${formatted} resposta carregada.`,
      many: `Mais ${formatted} de respostas carregadas.`,
      other: `Mais ${formatted} respostas carregadas.`,
    }),
  newShown: (count, formatted) =>
    plural(count, {
      one: `${formatted} novo comentário apresentado.`,
      many: `${formatted} de novos comentários apresentados.`,
      other: `${formatted} novos comentários apresentados.`,
    }),
  share: 'Partilhar',
  copyLink: 'Copiar ligação',
  linkCopied: 'Ligação copiada.',
  linkRefused: 'O seu navegador não permite copiar. Aqui está a ligação:',
  viewOn: (host) => `Ver em ${host}`,
  pin: 'Afixar no topo',
  unpin: 'Deixar de afixar',
  mute: (name) => `Silenciar ${name}`,
  muted: (name) => `Silenciou ${name}.`,
  unmute: 'Mostrar este comentário',
  unmuteAlways: (name) => `Deixar de silenciar ${name}`,
  mutedNow: (name) => `Silenciou ${name}. Deixa de ver os comentários dessa pessoa neste dispositivo.`,
  unmutedNow: (name) => `Deixou de silenciar ${name}.`,
  goBack: 'Voltar ao ponto anterior',
  noneNew: 'Não há mais comentários novos.',
  shortcuts: 'Atalhos de teclado',
  useShortcuts: 'Usar atalhos de teclado',
  shortcutsHint: 'Funcionam em toda a secção de comentários, exceto enquanto escreve.',
  shortcutKeys: {
    j: 'Comentário seguinte',
    k: 'Comentário anterior',
    n: 'Comentário novo seguinte',
    r: 'Responder',
    c: 'Ocultar ou mostrar respostas',
    '?': 'Mostrar esta lista',
  },
};

export default visit as VisitMessages;
