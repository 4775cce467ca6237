import type { Translated, VisitMessages } from '../../i18n/messages.js';
import { comments, plural } from './hi-counted-nouns.js';

const newComments = (count: number, formatted: string): string =>
  plural(count, { one: `${formatted} नई टिप्पणी`, other: `${formatted} नई टिप्पणियाँ` });

const visit: Translated<VisitMessages> = {
  filter: 'दिखाएँ',
  filters: { all: 'सभी टिप्पणियाँ', featured: 'संपादकों की पसंद' },
  loadAll: 'सभी टिप्पणियाँ लोड करें',
  loadedSoFar: (loaded, total) => (total === undefined ? `${loaded} लोड हुईं` : `${total} में से ${loaded} लोड हुईं`),
  stopLoading: 'रोकें',
  emptyFiltered: 'संपादकों ने अभी तक कोई टिप्पणी नहीं चुनी है।',
  showInConversation: 'बातचीत में दिखाएँ',
  between: (count, formatted) =>
    count === undefined ? 'लोड न हुई टिप्पणियाँ' : `लोड नहीं हुईं: ${comments(count, formatted)}`,
  skipToComments: 'टिप्पणियों पर जाएँ',
  skipToEnd: 'टिप्पणियों के अंत पर जाएँ',
  endOfComments: 'टिप्पणियों का अंत',
  loadedMore: (count, formatted) =>
    plural(count, {
      one: `${formatted} और टिप्पणी लोड हुई।`,
      other: `${formatted} और टिप्पणियाँ लोड हुईं।`,
    }),
  sorted: (order) => `क्रम: ${order}।`,
  sortFailed: (cause) => `टिप्पणियों का क्रम नहीं बदला जा सका। ${cause}`,
  filtered: (filter) => `दिखाई जा रही हैं: ${filter}।`,
  filterFailed: (cause) => `दिखाई जाने वाली टिप्पणियाँ नहीं बदली जा सकीं। ${cause}`,
  viewNew: (count, formatted) => `${newComments(count, formatted)} देखें`,
  viewNewReplies: (count, formatted) =>
    plural(count, { one: `${formatted} नया जवाब देखें`, other: `${formatted} नए जवाब देखें` }),
  commentMissing: 'आप जो टिप्पणी ढूँढ रहे हैं, वह यहाँ नहीं है। हो सकता है कि उसे हटा दिया गया हो।',
  commentFailed: (cause) => `आप जो टिप्पणी ढूँढ रहे हैं, वह लोड नहीं हो सकी। ${cause}`,
  repliesLoaded: (count, formatted) =>
    plural(count, { one: `${formatted} और जवाब लोड हुआ।`, other: `${formatted} और जवाब लोड हुए।` }),
  newShown: (count, formatted) =>
    plural(count, {
      one: `${formatted} नई टिप्पणी दिखाई गई।`,
      other: `${formatted} नई टिप्पणियाँ दिखाई गईं।`,
    }),
  share: 'शेयर करें',
  copyLink: 'लिंक कॉपी करें',
  linkCopied: 'लिंक कॉपी हो गया।',
  linkRefused: 'आपका ब्राउज़र कॉपी करने की अनुमति नहीं देता। लिंक यह है:',
  viewOn: (host) => `${host} पर देखें`,
  pin: 'सबसे ऊपर पिन करें',
  unpin: 'पिन हटाएँ',
  mute: (name) => `${name} को म्यूट करें`,
  muted: (name) => `आपने ${name} को म्यूट किया है।`,
  unmute: 'यह टिप्पणी दिखाएँ',
  unmuteAlways: (name) => `${name} को अनम्यूट करें`,
  mutedNow: (name) => `आपने ${name} को म्यूट किया है। उनकी टिप्पणियाँ इस डिवाइस पर नहीं दिखेंगी।`,
  unmutedNow: (name) => `आपने ${name} को अनम्यूट किया है।`,
  goBack: 'पिछली जगह पर वापस जाएँ',
  noneNew: 'और कोई नई टिप्पणी नहीं है।',
  shortcuts: 'कीबोर्ड शॉर्टकट',
  useShortcuts: 'कीबोर्ड शॉर्टकट इस्तेमाल करें',
  shortcutsHint: 'ये टिप्पणियों में हर जगह काम करते हैं, सिवाय तब जब आप लिख रहे हों।',
  shortcutKeys: {
    j: 'अगली टिप्पणी',
    k: 'पिछली टिप्पणी',
    n: 'अगली नई टिप्पणी',
    r: 'जवाब दें',
    c: 'जवाब छिपाएँ या दिखाएँ',
    '?': 'यह सूची दिखाएँ',
  },
};

export default visit as VisitMessages;
