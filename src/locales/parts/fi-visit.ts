import type { Translated, VisitMessages } from '../../i18n/messages.js';
import { pluralOf } from '../../i18n/plural.js';

const plural = pluralOf<'one' | 'other'>('fi');

const newComments = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} uusi kommentti`, other: `${formatted} uutta kommenttia` });

const newReplies = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} uusi vastaus`, other: `${formatted} uutta vastausta` });

const visit: Translated<VisitMessages> = {
  filter: 'Näytä',
  filters: { all: 'Kaikki kommentit', featured: 'Toimituksen valinnat' },
  loadAll: 'Lataa kaikki kommentit',
  loadedSoFar: (loaded, total) => (total === undefined ? `Ladattu: ${loaded}` : `Ladattu: ${loaded}/${total}`),
  stopLoading: 'Pysäytä',
  emptyFiltered: 'Toimitus ei ole vielä valinnut kommentteja.',
  showInConversation: 'Näytä keskustelussa',
  between: (count, formatted) =>
    count === undefined
      ? 'Kommentteja lataamatta'
      : plural(count, { one: `${formatted} kommentti lataamatta`, other: `${formatted} kommenttia lataamatta` }),
  skipToComments: 'Siirry kommentteihin',
  skipToEnd: 'Siirry kommenttien loppuun',
  endOfComments: 'Kommentit päättyvät',
  loadedMore: (count, formatted) =>
    plural(count, {
      one: `Ladattiin ${formatted} kommentti lisää.`,
      other: `Ladattiin ${formatted} kommenttia lisää.`,
    }),
  sorted: (order) => `Järjestys: ${order}.`,
  sortFailed: (cause) => `Kommenttien järjestäminen ei onnistunut. ${cause}`,
  filtered: (filter) => `Näytetään: ${filter}.`,
  filterFailed: (cause) => `Näytettävien kommenttien vaihtaminen ei onnistunut. ${cause}`,
  viewNew: (count, formatted) => `Näytä ${newComments(count, formatted)}`,
  viewNewReplies: (count, formatted) => `Näytä ${newReplies(count, formatted)}`,
  commentMissing: 'Etsimäsi kommentti ei ole täällä. Se on ehkä poistettu.',
  commentFailed: (cause) => `Etsimäsi kommentin lataaminen ei onnistunut. ${cause}`,
  repliesLoaded: (count, formatted) =>
    plural(count, { one: `Ladattiin ${formatted} vastaus lisää.`, other: `Ladattiin ${formatted} vastausta lisää.` }),
  newShown: (count, formatted) => `Näytetään ${newComments(count, formatted)}.`,
  share: 'Jaa',
  copyLink: 'Kopioi linkki',
  linkCopied: 'Linkki kopioitu.',
  linkRefused: 'Selaimesi ei salli kopiointia. Tässä on linkki:',
  viewOn: (host) => `Katso palvelussa ${host}`,
  pin: 'Kiinnitä ylimmäksi',
  unpin: 'Poista kiinnitys',
  mute: (name) => `Mykistä käyttäjä ${name}`,
  muted: (name) => `Olet mykistänyt käyttäjän ${name}.`,
  unmute: 'Näytä tämä kommentti',
  unmuteAlways: (name) => `Poista mykistys: ${name}`,
  mutedNow: (name) => `Olet mykistänyt käyttäjän ${name}. Et näe hänen kommenttejaan tällä laitteella.`,
  unmutedNow: (name) => `Mykistys poistettu: ${name}.`,
  goBack: 'Takaisin edelliseen kohtaan',
  noneNew: 'Ei enempää uusia kommentteja.',
  shortcuts: 'Pikanäppäimet',
  useShortcuts: 'Käytä pikanäppäimiä',
  shortcutsHint: 'Ne toimivat kaikkialla kommenteissa, paitsi kun kirjoitat.',
  shortcutKeys: {
    j: 'Seuraava kommentti',
    k: 'Edellinen kommentti',
    n: 'Seuraava uusi kommentti',
    r: 'Vastaa',
    c: 'Piilota tai näytä vastaukset',
    '?': 'Näytä tämä luettelo',
  },
};

export default visit as VisitMessages;
