import type { Language } from '../i18n/messages.js';
import { pluralOf } from '../i18n/plural.js';

const plural = pluralOf<'one' | 'other'>('fi');

const replies = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} vastaus`, other: `${formatted} vastausta` });

const newReplies = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} uusi vastaus`, other: `${formatted} uutta vastausta` });

const fi: Language = {
  lang: 'fi',
  dir: 'ltr',
  heading: (count) => (count === undefined ? 'Kommentit' : `Kommentit (${count})`),
  policy: (canReport) =>
    'Kommenttien tulee tuoda juttuun jotain lisää. ' +
    (canReport
      ? 'Jos kommentti on loukkaava tai ei liity aiheeseen, ilmoita siitä, niin toimitus tarkistaa sen.'
      : 'Pysy aiheessa ja kohtele muita niin kuin toivoisit itseäsi kohdeltavan.'),
  policyLink: 'Kommentoinnin säännöt',
  editorsMessage: 'Toimitukselta',
  loading: 'Ladataan kommentteja…',
  empty: 'Ei vielä kommentteja. Mitä mieltä sinä olet?',
  emptyClosed: 'Kommentteja ei kirjoitettu.',
  missing: 'Tällä artikkelilla ei ole kommentteja.',
  unavailable: 'Kommentit eivät ole juuri nyt käytettävissä.',
  loadFailed: (cause) => `Kommenttien lataaminen ei onnistunut. ${cause}`,
  tryAgain: 'Yritä uudelleen',
  loadMore: 'Lataa lisää kommentteja',
  loadingMore: 'Ladataan lisää kommentteja…',
  loadingReplies: 'Ladataan vastauksia…',
  moreFailed: (cause) => `Lisää kommentteja ei voitu ladata. ${cause}`,
  truncated: 'Emme voi näyttää loppuja kommentteja tässä.',
  anonymous: 'Nimetön',
  justNow: 'juuri nyt',
  edited: 'muokattu',
  inReplyTo: (name) => `vastaus käyttäjälle ${name}`,
  inReplyToUnknown: 'vastaus kommenttiin, jota ei näytetä',
  pinned: 'Kiinnitetty',
  featured: 'Toimituksen valinta',
  isNew: 'Uusi',
  order: 'Järjestys',
  orders: { oldest: 'Vanhimmat ensin', newest: 'Uusimmat ensin', top: 'Suositelluimmat ensin' },
  filter: 'Näytä',
  filters: { all: 'Kaikki kommentit', featured: 'Toimituksen valinnat' },
  moreReplies: 'Lataa lisää vastauksia',
  showReplies: (count, formatted) => `Näytä ${replies(count, formatted)}`,
  hideReplies: 'Piilota vastaukset',
  like: 'Suosittele',
  voteUp: 'Samaa mieltä',
  voteDown: 'Eri mieltä',
  voteCounts: {
    like: (count) => `Suosituksia: ${count}`,
    voteUp: (count) => `Samaa mieltä: ${count}`,
    voteDown: (count) => `Eri mieltä: ${count}`,
  },
  reply: 'Vastaa',
  edit: 'Muokkaa',
  remove: 'Poista',
  more: 'Lisää',
  badges: {
    author: 'Jutun kirjoittaja',
    moderator: 'Moderaattori',
    staff: 'Toimitus',
    verified: 'Vahvistettu',
    guest: 'Vieras',
  },
  deletedComment: 'Poistettu kommentti',
  removedComment: 'Toimituksen poistama kommentti',
  commentBy: (name) => `Kommentti, kirjoittaja: ${name}`,
  replyBy: (name, parent) => `Vastaus käyttäjälle ${parent}, kirjoittaja: ${name}`,
  controls: {
    reply: (label, name) => `${label} käyttäjälle ${name}`,
    more: (label, name) => `${label} toimintoja: kommentti, kirjoittaja: ${name}`,
    replies: (label, name) => `${label}: kommentti, kirjoittaja: ${name}`,
    comment: (label, name) => `${label}: kommentti, kirjoittaja: ${name}`,
  },
  followFeed: 'Seuraa RSS-syötettä',
  deletedByAuthor: 'Kommentin kirjoittaja on poistanut sen.',
  removedByEditors: 'Toimitus on poistanut tämän kommentin.',
  heldForReview: 'Odottaa tarkistusta: vain sinä näet sen',
  notPublished: 'Tätä kommenttia ei julkaistu.',
  closed: 'Kommentointi on päättynyt. Se on avoinna rajoitetun ajan julkaisun jälkeen.',
  disabled: 'Kommentointi on toistaiseksi poissa käytöstä.',
  opensAt: (date) => `Kommentointi avataan uudelleen: ${date}.`,
  yourComment: 'Kommenttisi',
  post: 'Julkaise kommentti',
  signInToPost: 'Kirjaudu ja julkaise',
  formFailed: (cause) => `Tämän sivun osan lataaminen ei onnistunut. ${cause}`,
  report: 'Ilmoita asiattomasta',
  reportShort: 'Ilmoita',
  reported: 'Ilmoitettu',
  yourReply: (name) => `Vastauksesi käyttäjälle ${name}`,
  postReply: 'Julkaise vastaus',
  viewNewReplies: (count, formatted) => `Näytä ${newReplies(count, formatted)}`,
  repliesFailed: (cause) => `Lisää vastauksia ei voitu ladata. ${cause}`,
  muted: (name) => `Olet mykistänyt käyttäjän ${name}.`,
  unmute: 'Näytä tämä kommentti',
  unmuteAlways: (name) => `Poista mykistys: ${name}`,
  close: 'Sulje',
  postingAs: (name) => `Kirjoitat nimellä ${name}`,
  draftNotKept: 'Luonnostasi ei voi tallentaa tässä selaimessa.',
  removal: {
    editors: {
      remove: 'Poista',
    },
  },
  goToComment: 'Siirry kommenttiin',
  quoteGone: 'Tätä kommenttia ei enää ole.',
  commentCount: (count, formatted) =>
    count === 0 ? 'Ei kommentteja' : plural(count, { one: `${formatted} kommentti`, other: `${formatted} kommenttia` }),
  causes: {
    network: 'Sivustoon ei saatu yhteyttä.',
    timeout: 'Sivusto ei vastannut ajoissa.',
    unavailable: 'Sivustollamme on juuri nyt ongelmia.',
    'bad-response': 'Jokin meni meillä vikaan.',
    forbidden: 'Sinulla ei ole oikeutta tehdä tätä.',
    unsupported: 'Tämä ei ole mahdollista täällä.',
    'sign-in-required': 'Sinun on ensin kirjauduttava sisään.',
    'session-expired': 'Et ole enää kirjautuneena.',
    blocked: 'Et voi kommentoida täällä juuri nyt.',
    closed: 'Kommentointi on suljettu.',
    disabled: 'Kommentointi on toistaiseksi poissa käytöstä.',
    'not-found': 'Kommentti ei ole enää täällä.',
    invalid: 'Tarkista antamasi tiedot.',
    'rate-limited': 'Julkaiset liian tiheään.',
  },
  withReference: (cause, reference) => `${cause.replace(/\.$/, '')} (viite ${reference}).`,

  visit: () => import('./parts/fi-visit.js'),
  takingPart: () => import('./parts/fi-taking-part.js'),
  changing: () => import('./parts/fi-changing.js'),
  legal: () => import('./parts/fi-legal.js'),
  moderation: () => import('./parts/fi-moderation.js'),
};

export default fi;
