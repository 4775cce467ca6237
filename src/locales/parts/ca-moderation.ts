import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'Pendent de revisió',
  hidden: 'Amagat als lectors',
  actions: {
    approve: {
      label: 'Aprova',
      done: 'Comentari aprovat. Ara els lectors el poden veure.',
      undone: 'El comentari torna a estar pendent de revisió.',
    },
    reject: { label: 'Rebutja', done: 'Comentari rebutjat.', undone: 'El comentari torna a estar pendent de revisió.' },
    feature: {
      label: 'Destaca',
      done: 'El comentari forma part de la tria de la redacció.',
      undone: 'El comentari ja no forma part de la tria de la redacció.',
    },
    unfeature: {
      label: 'Deixa de destacar',
      done: 'El comentari ja no forma part de la tria de la redacció.',
      undone: 'El comentari torna a formar part de la tria de la redacció.',
    },
    hide: {
      label: 'Amaga als lectors',
      done: 'Comentari amagat.',
      undone: 'Els lectors poden tornar a veure el comentari.',
    },
    unhide: {
      label: 'Mostra als lectors',
      done: 'Els lectors poden tornar a veure el comentari.',
      undone: 'El comentari torna a estar amagat.',
    },
  },
  ban: {
    badge: 'Bloqueig actiu',
    label: (name) => `Bloca ${name}`,
    question: (name) => `Voleu impedir que ${name} continuï comentant?`,
    consequence: 'Qui està blocat pot llegir, però ja no pot escriure. Els seus comentaris es mantenen.',
    done: (name) => `${name} ja no pot comentar.`,
    undone: (name) => `${name} pot tornar a comentar.`,
  },
  actionFailed: (cause) => `No s’ha canviat res. ${cause}`,
  undoFailed: (cause) => `No s’ha pogut desfer. ${cause}`,
  warning: 'La redacció té un missatge per a vós',
  warningConsequence: 'Després podreu continuar escrivint.',
  acknowledge: 'Entesos',
  acknowledged: 'Gràcies. Ja podeu tornar a escriure.',
  acknowledgeFailed: (cause) => `No hem rebut la vostra confirmació. ${cause}`,
};

export default moderation as ModerationMessages;
