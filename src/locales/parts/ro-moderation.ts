import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'În curs de verificare',
  hidden: 'Ascuns pentru cititori',
  actions: {
    approve: {
      label: 'Aprobare',
      done: 'Comentariu aprobat. Cititorii îl pot vedea acum.',
      undone: 'Comentariul este din nou în curs de verificare.',
    },
    reject: {
      label: 'Respingere',
      done: 'Comentariu respins.',
      undone: 'Comentariul este din nou în curs de verificare.',
    },
    feature: {
      label: 'Recomandare',
      done: 'Comentariul este o alegere a redacției.',
      undone: 'Comentariul nu mai este o alegere a redacției.',
    },
    unfeature: {
      label: 'Anulare recomandare',
      done: 'Comentariul nu mai este o alegere a redacției.',
      undone: 'Comentariul este din nou o alegere a redacției.',
    },
    hide: {
      label: 'Ascundere de cititori',
      done: 'Comentariu ascuns.',
      undone: 'Cititorii pot vedea din nou comentariul.',
    },
    unhide: {
      label: 'Afișare pentru cititori',
      done: 'Cititorii pot vedea din nou comentariul.',
      undone: 'Comentariul este din nou ascuns.',
    },
  },
  ban: {
    badge: 'Blocare activă',
    label: (name) => `Blocare: ${name}`,
    question: (name) => `Blocați accesul la comentarii pentru ${name}?`,
    consequence: 'Cine este blocat poate citi, dar nu mai poate scrie. Comentariile sale rămân.',
    done: (name) => `${name} nu mai poate comenta.`,
    undone: (name) => `${name} poate comenta din nou.`,
  },
  actionFailed: (cause) => `Nu s-a schimbat nimic. ${cause}`,
  undoFailed: (cause) => `Acțiunea nu a fost anulată. ${cause}`,
  warning: 'Redacția are un mesaj pentru dumneavoastră',
  warningConsequence: 'După aceea, puteți continua să scrieți.',
  acknowledge: 'Am înțeles',
  acknowledged: 'Vă mulțumim. Puteți scrie din nou.',
  acknowledgeFailed: (cause) => `Nu am primit confirmarea dumneavoastră. ${cause}`,
};

export default moderation as ModerationMessages;
