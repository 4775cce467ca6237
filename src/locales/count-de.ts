import type { CountMessages } from '../i18n/messages.js';

const de: CountMessages = {
  lang: 'de',
  dir: 'ltr',
  commentCount: (count, formatted) => (count === 0 ? 'Keine Kommentare' : count === 1 ? '1 Kommentar' : `${formatted} Kommentare`),
};

export default de;
