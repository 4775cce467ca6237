import type { BrowsingMessages } from '../../i18n/messages.js';
import { reading } from './reading.js';

/** English for those who go on from what is shown. */
export const browsing: BrowsingMessages = {
  causes: {
    ...reading.causes,
    timeout: 'the site did not answer in time',
    unavailable: 'the site cannot do this at the moment',
    'bad-response': 'the site gave a wrong answer',
    forbidden: 'you are not allowed to do this',
  },
  yourReply: (name) => `Your reply to ${name}`,
  postReply: 'Post reply',
  loadedMore: (count, formatted) => (count === 1 ? '1 more comment loaded.' : `${formatted} more comments loaded.`),
  sorted: (order) => `Now ${order.toLowerCase()}.`,
  sortFailed: (cause) => `The order could not be changed: ${cause}.`,
  viewNew: (count, formatted) => (count === 1 ? 'View 1 new comment' : `View ${formatted} new comments`),
  viewNewReplies: (count, formatted) => (count === 1 ? 'View 1 new reply' : `View ${formatted} new replies`),
  commentMissing: 'The comment you followed a link to is not here. It may have been removed.',
  commentFailed: (cause) => `The comment you followed a link to could not be loaded: ${cause}.`,
  repliesLoaded: (count, formatted) => (count === 1 ? '1 more reply loaded.' : `${formatted} more replies loaded.`),
  newShown: (count, formatted) => (count === 1 ? '1 new comment shown.' : `${formatted} new comments shown.`),
  copyLink: 'Copy link',
  linkCopied: 'The link is copied.',
  linkRefused: 'The browser does not allow copying. Here is the link:',
  pin: 'Pin to the top',
  unpin: 'Unpin',
  mute: (name) => `Mute ${name}`,
  mutedNow: (name) => `${name} is muted: you will not see their comments on this device.`,
  unmutedNow: (name) => `${name} is no longer muted.`,
  noneNew: 'There are no more new comments.',
  shortcuts: 'Keyboard shortcuts',
  shortcutsHint: 'They work while the focus is in the comments and not in a text field.',
  shortcutKeys: {
    j: 'Next comment',
    k: 'Previous comment',
    n: 'Next new comment',
    r: 'Reply',
    c: 'Hide or show replies',
    '?': 'Show this list',
  },
  close: 'Close',
};
