import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'Čaka na pregled',
  hidden: 'Skrito pred bralci',
  actions: {
    approve: {
      label: 'Odobri',
      done: 'Komentar je odobren. Bralci ga zdaj lahko vidijo.',
      undone: 'Komentar znova čaka na pregled.',
    },
    reject: { label: 'Zavrni', done: 'Komentar je zavrnjen.', undone: 'Komentar znova čaka na pregled.' },
    feature: {
      label: 'Izpostavi',
      done: 'Komentar je v izboru uredništva.',
      undone: 'Komentar ni več v izboru uredništva.',
    },
    unfeature: {
      label: 'Ne izpostavljaj več',
      done: 'Komentar ni več v izboru uredništva.',
      undone: 'Komentar je znova v izboru uredništva.',
    },
    hide: {
      label: 'Skrij pred bralci',
      done: 'Komentar je skrit.',
      undone: 'Bralci komentar znova lahko vidijo.',
    },
    unhide: {
      label: 'Prikaži bralcem',
      done: 'Bralci komentar znova lahko vidijo.',
      undone: 'Komentar je znova skrit.',
    },
  },
  ban: {
    badge: 'Prepoved komentiranja',
    label: (name) => `Prepovej komentiranje: ${name}`,
    question: (name) => `Želite prepovedati komentiranje: ${name}?`,
    consequence:
      'Oseba, ki ji je komentiranje prepovedano, lahko bere, pisati pa ne more več. Njeni komentarji ostanejo.',
    done: (name) => `${name} ne more več komentirati.`,
    undone: (name) => `${name} lahko znova komentira.`,
  },
  actionFailed: (cause) => `Nič ni bilo spremenjeno. ${cause}`,
  undoFailed: (cause) => `To ni bilo razveljavljeno. ${cause}`,
  warning: 'Uredništvo ima sporočilo za vas',
  warningConsequence: 'Potem lahko pišete naprej.',
  acknowledge: 'Razumem',
  acknowledged: 'Hvala. Znova lahko pišete.',
  acknowledgeFailed: (cause) => `Ne vemo še, da ste to prebrali. ${cause}`,
};

export default moderation as ModerationMessages;
