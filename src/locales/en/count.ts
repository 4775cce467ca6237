import type { CountMessages } from '../../i18n/messages.js';

export const count: CountMessages = {
  lang: 'en',
  dir: 'ltr',
  commentCount: (count, formatted) => (count === 0 ? 'No comments' : count === 1 ? '1 comment' : `${formatted} comments`),
};
