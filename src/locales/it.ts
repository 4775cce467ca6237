import type { Language, Translated } from '../i18n/messages.js';
import { pluralOf } from '../i18n/plural.js';

const plural = pluralOf<'one' | 'many' | 'other'>('it');

const replies = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} risposta`, many: `${formatted} di risposte`, other: `${formatted} risposte` });

const it: Translated<Language> = {
  lang: 'it',
  dir: 'ltr',
  heading: (count) => (count === undefined ? 'Commenti' : `Commenti (${count})`),
  policy: (canReport) =>
    'I commenti dovrebbero arricchire l’articolo. ' +
    (canReport
      ? 'Se un commento è offensivo o fuori tema, può segnalarlo: la redazione lo esaminerà.'
      : 'Si prega di restare in tema e di trattare gli altri come si vorrebbe essere trattati.'),
  policyLink: 'Le nostre regole per i commenti',
  editorsMessage: 'Dalla redazione',
  loading: 'Caricamento dei commenti…',
  empty: 'Ancora nessun commento. Qual è la sua opinione?',
  emptyClosed: 'Non è stato pubblicato alcun commento.',
  missing: 'Non ci sono commenti a questo articolo.',
  unavailable: 'Al momento i commenti non sono disponibili.',
  loadFailed: (cause) => `Impossibile caricare i commenti. ${cause}`,
  tryAgain: 'Riprova',
  loadMore: 'Carica altri commenti',
  loadingMore: 'Caricamento di altri commenti…',
  loadingReplies: 'Caricamento delle risposte…',
  moreFailed: (cause) => `Impossibile caricare altri commenti. ${cause}`,
  truncated: 'Non possiamo mostrare qui gli altri commenti.',
  anonymous: 'Anonimo',
  justNow: 'adesso',
  edited: 'modificato',
  inReplyTo: (name) => `in risposta a ${name}`,
  inReplyToUnknown: 'in risposta a un commento non visualizzato',
  pinned: 'Fissato',
  featured: 'Scelto dalla redazione',
  isNew: 'Nuovo',
  order: 'Ordina per',
  orders: { oldest: 'Meno recenti', newest: 'Più recenti', top: 'Più consigliati' },
  moreReplies: 'Carica altre risposte',
  showReplies: (count, formatted) => `Mostra ${replies(count, formatted)}`,
  hideReplies: 'Nascondi risposte',
  like: 'Consiglia',
  voteUp: 'D’accordo',
  voteDown: 'Non d’accordo',
  voteCounts: {
    like: (count) => `Consigliato: ${count}`,
    voteUp: (count) => `D’accordo: ${count}`,
    voteDown: (count) => `Non d’accordo: ${count}`,
  },
  reply: 'Rispondi',
  edit: 'Modifica',
  remove: 'Elimina',
  more: 'Altro',
  badges: { author: 'Autore', moderator: 'Moderazione', staff: 'Redazione', verified: 'Verificato', guest: 'Ospite' },
  deletedComment: 'Commento eliminato',
  removedComment: 'Commento rimosso',
  commentBy: (name) => `Commento di ${name}`,
  replyBy: (name, parent) => `Risposta di ${name} a ${parent}`,
  controls: {
    reply: (label, name) => `${label} a ${name}`,
    more: (label, name) => `${label}: azioni per il commento di ${name}`,
    replies: (label, name) => `${label}: commento di ${name}`,
    comment: (label, name) => `${label}: commento di ${name}`,
  },
  followFeed: 'Segui via RSS',
  deletedByAuthor: 'Questo commento è stato eliminato da chi l’ha scritto.',
  removedByEditors: 'Questo commento è stato rimosso dalla redazione.',
  heldForReview: 'In attesa di moderazione: visibile solo a lei',
  notPublished: 'Questo commento non è stato pubblicato.',
  closed: 'I commenti sono chiusi. Restano aperti per un periodo limitato dopo la pubblicazione.',
  disabled: 'I commenti sono al momento disattivati.',
  opensAt: (date) => `I commenti riapriranno in questa data: ${date}.`,
  yourComment: 'Il suo commento',
  post: 'Pubblica commento',
  signInToPost: 'Accedi per pubblicare',
  formFailed: (cause) => `Impossibile caricare questa parte della pagina. ${cause}`,
  report: 'Segnala abuso',
  reportShort: 'Segnala',
  reported: 'Segnalato',
  yourReply: (name) => `La sua risposta a ${name}`,
  postReply: 'Pubblica risposta',
  repliesFailed: (cause) => `Impossibile caricare altre risposte. ${cause}`,
  close: 'Chiudi',
  postingAs: (name) => `Pubblica come ${name}`,
  draftNotKept: 'La bozza non può essere salvata in questo browser.',
  removal: {
    editors: {
      remove: 'Rimuovi',
    },
  },
  goToComment: 'Vai al commento',
  quoteGone: 'Questo commento non c’è più.',
  commentCount: (count, formatted) =>
    count === 0
      ? 'Nessun commento'
      : plural(count, {
          one: `${formatted} commento`,
          many: `${formatted} di commenti`,
          other: `${formatted} commenti`,
        }),
  causes: {
    network: 'Il sito non è raggiungibile.',
    timeout: 'Il sito ha impiegato troppo tempo a rispondere.',
    unavailable: 'Il nostro sito ha dei problemi in questo momento.',
    'bad-response': 'Si è verificato un errore da parte nostra.',
    forbidden: 'Non dispone delle autorizzazioni necessarie.',
    unsupported: 'Qui non è possibile.',
    'sign-in-required': 'Prima deve accedere.',
    'session-expired': 'La sessione è scaduta.',
    blocked: 'Al momento non può commentare qui.',
    closed: 'I commenti sono chiusi.',
    disabled: 'I commenti sono al momento disattivati.',
    'not-found': 'Il commento non c’è più.',
    invalid: 'Controlli i dati inseriti.',
    'rate-limited': 'Sta pubblicando troppo in fretta.',
  },
  withReference: (cause, reference) => `${cause.replace(/\.$/, '')} (riferimento ${reference}).`,

  visit: () => import('./parts/it-visit.js'),
  takingPart: () => import('./parts/it-taking-part.js'),
  changing: () => import('./parts/it-changing.js'),
  legal: () => import('./parts/it-legal.js'),
  moderation: () => import('./parts/it-moderation.js'),
};

export default it as Language;
