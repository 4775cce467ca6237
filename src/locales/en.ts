import type { Language } from '../i18n/messages.js';
import { pluralOf } from '../i18n/plural.js';
import count from './parts/en-count.js';
import quote from './parts/en-quote.js';

const plural = pluralOf<'one' | 'other'>('en');

/** English, American spelling; addresses readers plainly ("you"). Corrections by native readers are welcome. */
const en: Language = {
  ...count,
  ...quote,
  heading: (count) => (count === undefined ? 'Comments' : `Comments (${count})`),
  policy: (canReport) =>
    'Comments should add to the story. ' +
    (canReport
      ? 'If one is abusive or off topic, report it and an editor will take a look.'
      : 'Stay on topic, and treat other readers as you’d like to be treated.'),
  policyLink: 'Our comment policy',
  editorsMessage: 'From the editors',
  loading: 'Loading comments…',
  empty: 'No comments yet. What do you think?',
  emptyClosed: 'No comments were posted.',
  missing: 'There are no comments on this article.',
  unavailable: 'Comments aren’t available right now.',
  loadFailed: (cause) => `We couldn’t load the comments. ${cause}`,
  tryAgain: 'Try again',
  loadMore: 'Load more comments',
  loadingMore: 'Loading more comments…',
  loadingReplies: 'Loading replies…',
  moreFailed: (cause) => `We couldn’t load more comments. ${cause}`,
  truncated: 'We can’t show the rest of the comments here.',
  justNow: 'just now',
  edited: 'edited',
  inReplyTo: (name) => `in reply to ${name}`,
  inReplyToUnknown: 'in reply to a comment that isn’t shown',
  pinned: 'Pinned',
  featured: 'Editors’ pick',
  isNew: 'New',
  order: 'Sort by',
  orders: { oldest: 'Oldest', newest: 'Newest', top: 'Most recommended' },
  moreReplies: 'Load more replies',
  showReplies: (count, formatted) => plural(count, { one: 'Show 1 reply', other: `Show ${formatted} replies` }),
  hideReplies: 'Hide replies',
  like: 'Recommend',
  voteUp: 'Agree',
  voteDown: 'Disagree',
  voteCounts: {
    like: (count) => (count === '1' ? '1 recommendation' : `${count} recommendations`),
    voteUp: (count) => `${count} agree`,
    voteDown: (count) => `${count} disagree`,
  },
  reply: 'Reply',
  edit: 'Edit',
  remove: 'Delete',
  more: 'More',
  badges: { author: 'Author', moderator: 'Moderator', staff: 'Staff', verified: 'Verified', guest: 'Guest' },
  commentBy: (name) => `Comment by ${name}`,
  replyBy: (name, parent) => `Reply by ${name} to ${parent}`,
  controls: {
    ...quote.controls,
    reply: (label, name) => `${label} to ${name}`,
    more: (label, name) => `${label} actions for ${name}’s comment`,
    replies: (label, name) => `${label} to ${name}`,
  },
  followFeed: 'Follow by RSS',
  heldForReview: 'Waiting for review: only you can see it',
  closed: 'Comments are closed. We accept them for a limited time after publication.',
  disabled: 'Comments are turned off for now.',
  opensAt: (date) => `Comments reopen on ${date}.`,
  yourComment: 'Your comment',
  post: 'Post comment',
  signInToPost: 'Sign in to post',
  formFailed: (cause) => `We couldn’t load this part of the page. ${cause}`,
  report: 'Report as abuse',
  reportShort: 'Report',
  reported: 'Reported',
  yourReply: (name) => `Your reply to ${name}`,
  postReply: 'Post reply',
  repliesFailed: (cause) => `We couldn’t load more replies. ${cause}`,
  close: 'Close',
  postingAs: (name) => `Posting as ${name}`,
  draftNotKept: 'Your draft can’t be saved in this browser.',
  removal: {
    editors: {
      remove: 'Remove',
    },
  },
  causes: {
    network: 'We couldn’t reach the site.',
    timeout: 'The site took too long to respond.',
    unavailable: 'Our site is having trouble right now.',
    'bad-response': 'Something went wrong on our side.',
    forbidden: 'You don’t have permission to do this.',
    unsupported: 'This site doesn’t support that.',
    'sign-in-required': 'You need to sign in first.',
    'session-expired': 'You’re no longer signed in.',
    blocked: 'You can’t comment here right now.',
    closed: 'Comments are closed.',
    disabled: 'Comments are turned off for now.',
    'not-found': 'The comment is no longer here.',
    invalid: 'Check what you’ve entered.',
    'rate-limited': 'You’re posting too quickly.',
  },
  withReference: (cause, reference) => `${cause.replace(/\.$/, '')} (reference ${reference}).`,

  visit: () => import('./parts/en-visit.js'),
  takingPart: () => import('./parts/en-taking-part.js'),
  changing: () => import('./parts/en-changing.js'),
  legal: () => import('./parts/en-legal.js'),
  moderation: () => import('./parts/en-moderation.js'),
};

export default en;
