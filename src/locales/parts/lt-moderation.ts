import type { ModerationMessages, Translated } from '../../i18n/messages.js';

const moderation: Translated<ModerationMessages> = {
  held: 'Laukia peržiūros',
  hidden: 'Paslėpta nuo skaitytojų',
  actions: {
    approve: {
      label: 'Patvirtinti',
      done: 'Komentaras patvirtintas. Dabar skaitytojai gali jį matyti.',
      undone: 'Komentaras vėl laukia peržiūros.',
    },
    reject: { label: 'Atmesti', done: 'Komentaras atmestas.', undone: 'Komentaras vėl laukia peržiūros.' },
    feature: {
      label: 'Išskirti',
      done: 'Komentaras – redakcijos pasirinkimas.',
      undone: 'Komentaras nebėra redakcijos pasirinkimas.',
    },
    unfeature: {
      label: 'Nebeišskirti',
      done: 'Komentaras nebėra redakcijos pasirinkimas.',
      undone: 'Komentaras vėl yra redakcijos pasirinkimas.',
    },
    hide: {
      label: 'Slėpti nuo skaitytojų',
      done: 'Komentaras paslėptas.',
      undone: 'Skaitytojai vėl gali matyti komentarą.',
    },
    unhide: {
      label: 'Rodyti skaitytojams',
      done: 'Skaitytojai vėl gali matyti komentarą.',
      undone: 'Komentaras vėl paslėptas.',
    },
  },
  ban: {
    badge: 'Uždrausta komentuoti',
    label: (name) => `Uždrausti komentuoti: ${name}`,
    question: (name) => `Uždrausti komentuoti: ${name}?`,
    consequence: 'Asmuo, kuriam uždrausta komentuoti, gali skaityti, bet nebegali rašyti. Jo komentarai lieka.',
    done: (name) => `${name} nebegali komentuoti.`,
    undone: (name) => `${name} vėl gali komentuoti.`,
  },
  actionFailed: (cause) => `Pakeitimų neatlikta. ${cause}`,
  undoFailed: (cause) => `Veiksmas neanuliuotas. ${cause}`,
  warning: 'Redakcijos žinutė jums',
  warningConsequence: 'Po to galėsite rašyti toliau.',
  acknowledge: 'Supratau',
  acknowledged: 'Ačiū. Vėl galite rašyti.',
  acknowledgeFailed: (cause) => `Dar nežinome, kad tai perskaitėte. ${cause}`,
};

export default moderation as ModerationMessages;
