import { all, type Reasons } from '../conformance/expected-outcome.js';

/** Checks for what both documented examples leave out, to stay short: they list comments and take new ones. */
export const leftOut: Reasons = {
  ...all(['get', 'counts', 'subscribe'], 'it reads comments from lists only'),
  ...all(['orders', 'filters', 'paging: "top" starts with the highest score'], 'it has no other order than by time'),
  notify: 'it sends no messages',
  'replies: nest no deeper than features says': 'nesting is unlimited',
  ...all(
    ['replies: list() pages through the replies to one comment', 'replies: list() counts the replies to one comment'],
    'a page has all replies',
  ),
  ...all(['vote', 'report', 'notices'], 'it takes neither votes nor reports'),
  ...all(
    [
      'edit',
      'remove',
      'restore',
      'permissions',
      'paging: stays consistent while comments are removed',
      'replies: stay when their parent is removed',
      'status: a removed comment reveals nothing',
      'closed: rejects edits and votes',
    ],
    'its comments stay as they are',
  ),
  ...all(
    [
      'pin',
      'setClosed',
      'approve',
      'reject',
      'feature',
      'hide',
      'ban',
      'moderation',
      'decisions',
      'reasons',
      'acknowledgeWarning',
      'submit: rejects a banned person with "blocked"',
    ],
    'it has no moderators',
  ),
  ...all(
    [
      'status: only its author sees a held comment',
      'status: a premoderated discussion hides comments from others',
      'status: a rejected comment is not listed',
    ],
    'it publishes every comment at once',
  ),
  'submit: asks guests to sign in where required': 'guests may post',
  ...all(
    [
      'viewer: changes on sign-in and sign-out',
      'viewer: signing out forgets a recognised guest',
      'viewer: notifies listeners until they unsubscribe',
    ],
    'the page signs in',
  ),
};
