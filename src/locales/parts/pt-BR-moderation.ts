import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'Aguardando moderação',
  hidden: 'Oculto para os leitores',
  actions: {
    approve: {
      label: 'Aprovar',
      done: 'Comentário aprovado. Agora os leitores podem vê-lo.',
      undone: 'O comentário está de novo aguardando moderação.',
    },
    reject: {
      label: 'Rejeitar',
      done: 'Comentário rejeitado.',
      undone: 'O comentário está de novo aguardando moderação.',
    },
    feature: {
      label: 'Destacar',
      done: 'O comentário é uma escolha da redação.',
      undone: 'O comentário não é mais uma escolha da redação.',
    },
    unfeature: {
      label: 'Deixar de destacar',
      done: 'O comentário não é mais uma escolha da redação.',
      undone: 'O comentário é de novo uma escolha da redação.',
    },
    hide: {
      label: 'Ocultar dos leitores',
      done: 'Comentário ocultado.',
      undone: 'Os leitores podem ver o comentário de novo.',
    },
    unhide: {
      label: 'Mostrar aos leitores',
      done: 'Os leitores podem ver o comentário de novo.',
      undone: 'O comentário está oculto de novo.',
    },
  },
  ban: {
    badge: 'Bloqueio ativo',
    label: (name) => `Bloquear ${name}`,
    question: (name) => `Impedir ${name} de comentar?`,
    consequence: 'Quem é bloqueado pode ler, mas não pode mais escrever. Seus comentários permanecem.',
    done: (name) => `${name} não pode mais comentar.`,
    undone: (name) => `${name} pode comentar de novo.`,
  },
  actionFailed: (cause) => `Nada foi alterado. ${cause}`,
  undoFailed: (cause) => `A ação não foi desfeita. ${cause}`,
  warning: 'A redação tem uma mensagem para você',
  warningConsequence: 'Depois disso, você pode continuar escrevendo.',
  acknowledge: 'Entendi',
  acknowledged: 'Agradecemos. Você pode escrever de novo.',
  acknowledgeFailed: (cause) => `Não recebemos sua confirmação. ${cause}`,
};

export default moderation as ModerationMessages;
