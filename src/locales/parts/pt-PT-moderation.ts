import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'A aguardar moderação',
  hidden: 'Oculto para os leitores',
  actions: {
    approve: {
      label: 'Aprovar',
      done: 'Comentário aprovado. Os leitores já o podem ver.',
      undone: 'O comentário está novamente a aguardar moderação.',
    },
    reject: {
      label: 'Rejeitar',
      done: 'Comentário rejeitado.',
      undone: 'O comentário está novamente a aguardar moderação.',
    },
    feature: {
      label: 'Destacar',
      done: 'O comentário é uma escolha da redação.',
      undone: 'O comentário já não é uma escolha da redação.',
    },
    unfeature: {
      label: 'Deixar de destacar',
      done: 'O comentário já não é uma escolha da redação.',
      undone: 'O comentário é novamente uma escolha da redação.',
    },
    hide: {
      label: 'Ocultar dos leitores',
      done: 'Comentário ocultado.',
      undone: 'Os leitores podem ver novamente o comentário.',
    },
    unhide: {
      label: 'Mostrar aos leitores',
      done: 'Os leitores podem ver novamente o comentário.',
      undone: 'O comentário está novamente oculto.',
    },
  },
  ban: {
    badge: 'Bloqueio ativo',
    label: (name) => `Bloquear ${name}`,
    question: (name) => `Impedir ${name} de comentar?`,
    consequence: 'Quem está bloqueado pode ler, mas já não pode escrever. Os seus comentários mantêm-se.',
    done: (name) => `${name} já não pode comentar.`,
    undone: (name) => `${name} pode voltar a comentar.`,
  },
  actionFailed: (cause) => `Nada foi alterado. ${cause}`,
  undoFailed: (cause) => `A ação não foi anulada. ${cause}`,
  warning: 'A redação tem uma mensagem para si',
  warningConsequence: 'Depois disso, pode continuar a escrever.',
  acknowledge: 'Compreendi',
  acknowledged: 'Agradecemos. Pode voltar a escrever.',
  acknowledgeFailed: (cause) => `Não recebemos a sua confirmação. ${cause}`,
};

export default moderation as ModerationMessages;
