import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'En attente de modération',
  hidden: 'Masqué aux lecteurs',
  actions: {
    approve: {
      label: 'Approuver',
      done: 'Commentaire approuvé. Les lecteurs peuvent maintenant le voir.',
      undone: 'Le commentaire est de nouveau en attente de modération.',
    },
    reject: {
      label: 'Refuser',
      done: 'Commentaire refusé.',
      undone: 'Le commentaire est de nouveau en attente de modération.',
    },
    feature: {
      label: 'Mettre en avant',
      done: 'Le commentaire fait partie du choix de la rédaction.',
      undone: 'Le commentaire ne fait plus partie du choix de la rédaction.',
    },
    unfeature: {
      label: 'Ne plus mettre en avant',
      done: 'Le commentaire ne fait plus partie du choix de la rédaction.',
      undone: 'Le commentaire fait de nouveau partie du choix de la rédaction.',
    },
    hide: {
      label: 'Masquer aux lecteurs',
      done: 'Commentaire masqué.',
      undone: 'Les lecteurs peuvent de nouveau voir le commentaire.',
    },
    unhide: {
      label: 'Montrer aux lecteurs',
      done: 'Les lecteurs peuvent de nouveau voir le commentaire.',
      undone: 'Le commentaire est de nouveau masqué.',
    },
  },
  ban: {
    badge: 'Bannissement en cours',
    label: (name) => `Bannir ${name}`,
    question: (name) => `Empêcher ${name} de commenter\u202F?`,
    consequence: 'Une personne bannie peut lire, mais ne peut plus écrire. Ses commentaires restent.',
    done: (name) => `${name} ne peut plus commenter.`,
    undone: (name) => `${name} peut de nouveau commenter.`,
  },
  actionFailed: (cause) => `Rien n’a été modifié. ${cause}`,
  undoFailed: (cause) => `L’action n’a pas été annulée. ${cause}`,
  warning: 'La rédaction a un message pour vous',
  warningConsequence: 'Vous pourrez ensuite continuer à écrire.',
  acknowledge: 'J’ai compris',
  acknowledged: 'Merci. Vous pouvez de nouveau écrire.',
  acknowledgeFailed: (cause) => `Votre confirmation ne nous est pas parvenue. ${cause}`,
};

export default moderation as ModerationMessages;
