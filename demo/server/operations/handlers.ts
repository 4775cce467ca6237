/** Who answers which operation of the contract. */
import type { Handler } from '../contract/routes.js';
import type { EventHub } from '../events/event-hub.js';
import type { HouseRules } from '../house-rules.js';
import type { Identifier } from '../identity/identify.js';
import type { Store } from '../store.js';
import { countComments } from './count-comments.js';
import { editComment } from './edit-comment.js';
import { followDiscussion } from './follow-discussion.js';
import { getComment, getSource } from './get-comment.js';
import { listComments } from './list-comments.js';
import { openDiscussion } from './open-discussion.js';
import { pinComment } from './pin-comment.js';
import { removeComment, restoreComment } from './remove-comment.js';
import { reportComment, withdrawReport } from './report-comment.js';
import { setClosed } from './set-closed.js';
import { submitComment } from './submit-comment.js';
import { getViewer, signOut } from './viewer.js';
import { vote } from './vote.js';

export interface Services {
  readonly store: Store;
  readonly hub: EventHub;
  readonly identifier: Identifier;
  /** Where readers sign in, as `offers.signIn.href`. */
  readonly signInPage: string;
}

export function createHandlers({ store, hub, identifier, signInPage }: Services): Readonly<Record<string, Handler>> {
  const optional = {
    setClosed: setClosed(store),
    getComment: getComment(store),
    editComment: editComment(store),
    removeComment: removeComment(store),
    getSource: getSource(store),
    restoreComment: restoreComment(store),
    vote: vote(store),
    reportComment: reportComment(store, identifier),
    withdrawReport: withdrawReport(store),
    pinComment: pinComment(store),
    countComments: countComments(store),
    followDiscussion: followDiscussion(store, hub),
    getViewer,
    signOut: signOut(identifier),
  };
  const handlers = {
    ...optional,
    openDiscussion: openDiscussion(store, offersOf(store.rules, Object.keys(optional), signInPage)),
    listComments: listComments(store),
    submitComment: submitComment(store, identifier),
  };
  // The contract's schemas have made sure of what each handler expects.
  return handlers as unknown as Readonly<Record<string, Handler>>;
}

const offersOf = ({ maxDepth, reasons }: HouseRules, operations: readonly string[], href: string): object => ({
  operations,
  sorts: ['oldest', 'newest', 'top'],
  input: 'text',
  nesting: 'tree',
  maxDepth,
  votes: 'up-down',
  votesKnowViewer: true,
  report: { reasons, detail: true },
  signIn: { href },
});
