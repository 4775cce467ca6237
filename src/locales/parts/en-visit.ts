import type { VisitMessages } from '../../i18n/messages.js';
import { pluralOf } from '../../i18n/plural.js';

const plural = pluralOf<'one' | 'other'>('en');

const visit: VisitMessages = {
  filter: 'Show',
  filters: { all: 'All comments', featured: 'Editors’ picks' },
  loadAll: 'Load all comments',
  loadedSoFar: (loaded, total) => (total === undefined ? `${loaded} loaded` : `${loaded} of ${total} loaded`),
  stopLoading: 'Stop',
  emptyFiltered: 'No editors’ picks yet.',
  showInConversation: 'Show in the conversation',
  between: (count, formatted) =>
    count === undefined
      ? 'Comments not loaded'
      : count === 1
        ? '1 comment not loaded'
        : `${formatted} comments not loaded`,
  skipToComments: 'Skip to comments',
  skipToEnd: 'Skip to the end of comments',
  endOfComments: 'End of comments',
  loadedMore: (count, formatted) =>
    plural(count, { one: '1 more comment loaded.', other: `${formatted} more comments loaded.` }),
  sorted: (order) => `Sorted by ${order.toLowerCase()}.`,
  sortFailed: (cause) => `We couldn’t sort the comments. ${cause}`,
  filtered: (filter) => `Showing ${filter.toLowerCase()}.`,
  filterFailed: (cause) => `We couldn’t change which comments are shown. ${cause}`,
  viewNew: (count, formatted) => plural(count, { one: 'View 1 new comment', other: `View ${formatted} new comments` }),
  viewNewReplies: (count, formatted) =>
    plural(count, { one: 'View 1 new reply', other: `View ${formatted} new replies` }),
  commentMissing: 'The comment you’re looking for isn’t here. It may have been removed.',
  commentFailed: (cause) => `We couldn’t load the comment you’re looking for. ${cause}`,
  repliesLoaded: (count, formatted) =>
    plural(count, { one: '1 more reply loaded.', other: `${formatted} more replies loaded.` }),
  newShown: (count, formatted) =>
    plural(count, { one: '1 new comment shown.', other: `${formatted} new comments shown.` }),
  share: 'Share',
  copyLink: 'Copy link',
  linkCopied: 'Link copied.',
  linkRefused: 'Your browser doesn’t allow copying. Here’s the link:',
  viewOn: (host) => `View on ${host}`,
  pin: 'Pin to the top',
  unpin: 'Unpin',
  mute: (name) => `Mute ${name}`,
  muted: (name) => `You’ve muted ${name}.`,
  unmute: 'Show this comment',
  unmuteAlways: (name) => `Unmute ${name}`,
  mutedNow: (name) => `You’ve muted ${name}. You won’t see their comments on this device.`,
  unmutedNow: (name) => `You’ve unmuted ${name}.`,
  goBack: 'Back to where you were',
  noneNew: 'No more new comments.',
  shortcuts: 'Keyboard shortcuts',
  useShortcuts: 'Use keyboard shortcuts',
  shortcutsHint: 'They work anywhere in the comments, except while you’re typing.',
  shortcutKeys: {
    j: 'Next comment',
    k: 'Previous comment',
    n: 'Next new comment',
    r: 'Reply',
    c: 'Hide or show replies',
    '?': 'Show this list',
  },
};

export default visit;
