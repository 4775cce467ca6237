import type { TakingPartMessages, Translated } from '../../i18n/messages.js';
import { pluralOf } from '../../i18n/plural.js';

const plural = pluralOf<'one' | 'many' | 'other'>('ca');

const characters = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} caràcter`, many: `${formatted} de caràcters`, other: `${formatted} caràcters` });

const takingPart: Translated<TakingPartMessages> = {
  refusals: {
    'not-a-member': 'Aquí només hi poden comentar els membres.',
    banned: 'Ara mateix no podeu comentar aquí.',
    unverified: 'Confirmeu la vostra adreça electrònica abans de comentar.',
    other: 'No podeu comentar aquest article.',
  },
  bannedUntil: (date) => `Podreu tornar a comentar a partir d’aquesta data: ${date}.`,
  findOutMore: 'Més informació',
  sending: 'S’està enviant…',
  perhapsPosted: 'Potser no s’ha publicat',
  closesIn: (duration) => `Temps que falta per tancar els comentaris: ${duration}.`,
  closedWhileWriting: 'Els comentaris s’han tancat. Encara podeu copiar el vostre text.',
  copyText: 'Copia el text',
  textCopied: 'Text copiat.',
  copyRefused: 'El navegador no permet copiar. Us hem seleccionat el text.',
  premoderated: 'La redacció llegeix els comentaris abans que es publiquin.',
  draftSaved: 'El vostre esborrany està desat.',
  draftInTab: 'El vostre esborrany es conserva fins que tanqueu aquesta pestanya.',
  keptElsewhere: 'També teniu un esborrany d’una altra pestanya.',
  keptEarlier: 'També teniu un esborrany anterior.',
  keptSignedOut: 'Això ho vau escriure abans d’iniciar la sessió. Ho voleu utilitzar?',
  keptSignedOutElsewhere: 'Això es va escriure en aquest navegador abans que iniciéssiu la sessió. Ho voleu utilitzar?',
  showKept: 'Utilitza l’esborrany',
  discardKept: 'Descarta l’esborrany',
  discard: 'Descarta',
  draftDiscarded: 'Esborrany descartat.',
  optional: '(opcional)',
  guestName: 'Nom',
  guestEmail: 'Correu electrònic',
  guestEmailHint: 'No es mostra mai',
  guestWebsite: 'Lloc web',
  rememberGuest: 'Recorda les meves dades en aquest dispositiu',
  notMe: 'No soc jo',
  notifyReplies: 'Avisa’m de les respostes',
  formatting: { toolbar: 'Format', bold: 'Negreta', italic: 'Cursiva', quote: 'Citació', link: 'Enllaç' },
  linkAddress: 'Adreça de l’enllaç',
  addLink: 'Afegeix l’enllaç',
  preview: 'Previsualització',
  signIn: 'Inicia la sessió',
  haveAccount: 'Teniu un compte?',
  signInLater: 'Podeu escriure ara i iniciar la sessió més tard.',
  signInElsewhere: 'Inicieu la sessió en aquest lloc per comentar.',
  signInElsewhereToPost:
    'El vostre comentari encara no s’ha publicat. Inicieu la sessió en aquest lloc i després torneu a aquesta pàgina per publicar-lo.',
  signInFailed: (cause) => `No heu iniciat la sessió. ${cause}`,
  signOutFailed: (cause) => `La vostra sessió continua oberta. ${cause}`,
  signedInAs: (name) => (name ? `Heu iniciat la sessió com a ${name}.` : 'Heu iniciat la sessió.'),
  signOut: 'Tanca la sessió',
  parentGone: 'El comentari a què responeu s’ha retirat.',
  parentEdited: 'El comentari a què responeu s’ha editat d’ençà que heu començat.',
  charactersLeft: (count, formatted) =>
    plural(count, {
      one: `Queda ${characters(count, formatted)}`,
      many: `Queden ${characters(count, formatted)}`,
      other: `Queden ${characters(count, formatted)}`,
    }),
  charactersOver: (count, formatted) =>
    plural(count, {
      one: `Sobra ${characters(count, formatted)}`,
      many: `Sobren ${characters(count, formatted)}`,
      other: `Sobren ${characters(count, formatted)}`,
    }),
  bodyMissing: 'Escriviu primer un comentari.',
  replyMissing: 'Escriviu primer una resposta.',
  bodyTooShort: (least, formatted) => `Escriviu almenys ${characters(least, formatted)}.`,
  fieldMissing: {
    name: 'Introduïu el vostre nom.',
    email: 'Introduïu la vostra adreça electrònica.',
    website: 'Introduïu el vostre lloc web.',
  },
  emailInvalid: 'Introduïu una adreça electrònica com nom@example.com.',
  websiteInvalid: 'Introduïu una adreça web com https://example.com.',
  postUncertain: (cause) =>
    `${cause} Per això no sabem si el vostre text s’ha publicat. Torneu-ho a provar: no apareixerà dues vegades.`,
  postedBefore: (cause) => `${cause} No cal que ho torneu a publicar.`,
  viewerChanged:
    'El vostre comentari no s’ha publicat. Ara hi ha una altra persona amb la sessió iniciada: comproveu el nom i torneu a publicar-lo.',
  postFailed: (cause) => `El vostre comentari no s’ha publicat. ${cause}`,
  published: 'El vostre comentari s’ha publicat.',
  showComment: 'Mostra’l',
  arrivedEarlier: 'Al final hem rebut el vostre comentari anterior. Voleu publicar també aquest?',
  held: 'El vostre comentari està pendent de revisió. De moment, només vós el podeu veure.',
  invisible: 'Hem rebut el vostre comentari, però no és públic.',
  replyOutcomes: {
    published: 'La vostra resposta s’ha publicat.',
    held: 'La vostra resposta està pendent de revisió. De moment, només vós la podeu veure.',
    invisible: 'Hem rebut la vostra resposta, però no és pública.',
    postFailed: (cause) => `La vostra resposta no s’ha publicat. ${cause}`,
    viewerChanged:
      'La vostra resposta no s’ha publicat. Ara hi ha una altra persona amb la sessió iniciada: comproveu el nom i torneu a publicar-la.',
    rejected: (reason) =>
      `La vostra resposta no s’ha acceptat. ${reason ? `${reason} ` : ''}Podeu modificar-la i tornar-la a publicar.`,
    reconsider: 'Torneu a llegir la vostra resposta abans que es publiqui.',
  },
  rejected: (reason) =>
    `El vostre comentari no s’ha acceptat. ${reason ? `${reason} ` : ''}Podeu modificar-lo i tornar-lo a publicar.`,
  reconsider: 'Torneu a llegir el vostre comentari abans que es publiqui.',
  postAnyway: 'Publica’l igualment',
  captcha: 'La vostra resposta',
  captchaPicture: 'Caràcters que heu d’escriure',
  rateLimited: (duration) => `Podreu tornar a publicar d’aquí a ${duration}.`,
  rateLimitOver: 'Ja podeu tornar a publicar.',
  reportReason: 'Per què denuncieu aquest comentari?',
  reasons: {
    abuse: 'Insults o odi',
    spam: 'Fora de tema o brossa',
    false: 'Fals o enganyós',
    private: 'Informació privada',
    illegal: 'Contingut il·lícit',
    other: 'Un altre motiu',
  },
  reasonMissing: 'Trieu un motiu.',
  reportDetail: 'Expliqueu més coses a la redacció',
  detailMissing: 'Expliqueu a la redacció quin és el problema.',
  reportPrivacy: 'Només la redacció veu la vostra denúncia.',
  sendReport: 'Envia la denúncia',
  cancel: 'Cancel·la',
  reportSent: (reference) =>
    `Gràcies. La vostra denúncia s’ha enviat.${reference === undefined ? '' : ` El número de referència és ${reference}.`}`,
  reportedAlready: 'Heu denunciat aquest comentari.',
  reportFailed: (cause) => `La vostra denúncia no s’ha enviat. ${cause}`,
  reportUncertain: (cause) =>
    `${cause} Per això no sabem si la vostra denúncia s’ha enviat. Torneu-ho a provar: no s’enviarà dues vegades.`,
  changeUncertain: (cause) =>
    `${cause} Per això no sabem si l’acció s’ha dut a terme. Ho podeu tornar a provar sense risc.`,
  reportSignIn: 'Inicieu la sessió per enviar la vostra denúncia.',
  withdrawReport: 'Retira la denúncia',
  reportWithdrawn: 'La vostra denúncia s’ha retirat.',
  withdrawFailed: (cause) => `La vostra denúncia no s’ha retirat. ${cause}`,
  voteFailed: (cause) => `El vostre vot no s’ha comptat. ${cause}`,
  signInToVote: 'Inicia la sessió per votar',
  signInToVoteHint: 'Tornareu a aquest comentari i llavors es comptarà el vostre vot.',
  voteNeedsSignIn:
    'El vostre vot encara no s’ha comptat. Inicieu la sessió en aquest lloc i després torneu a aquesta pàgina.',
  voteCounted: 'El vostre vot s’ha comptat.',
  votedBefore: 'Ja heu votat aquest comentari.',
  saving: 'S’està desant…',
  undo: 'Desfés',
  causes: {
    'parent-gone': 'El comentari a què responeu ja no és aquí.',
    'too-long': 'El text és massa llarg.',
    rejected: 'El text no s’ha acceptat.',
    confirm: 'Primer cal respondre a una pregunta.',
    duplicate: 'Ja heu publicat això.',
    conflict: 'El comentari ha canviat mentrestant.',
  },
};

export default takingPart as TakingPartMessages;
