import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'Pendiente de revisión',
  hidden: 'Oculto para los lectores',
  actions: {
    approve: {
      label: 'Aprobar',
      done: 'Comentario aprobado. Ya es visible para los lectores.',
      undone: 'El comentario vuelve a estar pendiente de revisión.',
    },
    reject: {
      label: 'Rechazar',
      done: 'Comentario rechazado.',
      undone: 'El comentario vuelve a estar pendiente de revisión.',
    },
    feature: {
      label: 'Destacar',
      done: 'El comentario forma parte de la selección de la redacción.',
      undone: 'El comentario ya no forma parte de la selección de la redacción.',
    },
    unfeature: {
      label: 'Dejar de destacar',
      done: 'El comentario ya no forma parte de la selección de la redacción.',
      undone: 'El comentario vuelve a formar parte de la selección de la redacción.',
    },
    hide: {
      label: 'Ocultar a los lectores',
      done: 'Comentario ocultado.',
      undone: 'El comentario vuelve a ser visible para los lectores.',
    },
    unhide: {
      label: 'Mostrar a los lectores',
      done: 'El comentario vuelve a ser visible para los lectores.',
      undone: 'El comentario vuelve a estar oculto.',
    },
  },
  ban: {
    badge: 'Bloqueo activo',
    label: (name) => `Bloquear a ${name}`,
    question: (name) => `¿Impedir que ${name} siga comentando?`,
    consequence: 'Quien está bloqueado puede leer, pero ya no escribir. Sus comentarios permanecen.',
    done: (name) => `${name} ya no puede comentar.`,
    undone: (name) => `${name} puede volver a comentar.`,
  },
  actionFailed: (cause) => `No se ha cambiado nada. ${cause}`,
  undoFailed: (cause) => `No se ha podido deshacer. ${cause}`,
  warning: 'La redacción tiene un mensaje para usted',
  warningConsequence: 'Después podrá seguir escribiendo.',
  acknowledge: 'Entendido',
  acknowledged: 'Gracias. Ya puede volver a escribir.',
  acknowledgeFailed: (cause) => `No hemos recibido su confirmación. ${cause}`,
};

export default moderation as ModerationMessages;
