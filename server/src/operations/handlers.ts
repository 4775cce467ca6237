/** The handler of each operation of the contract. */
import type { ApiRequest, Handler } from '../contract/routes.js';
import type { EventHub } from '../events/event-hub.js';
import { StreamSlots } from '../events/stream-slots.js';
import type { LimitedAction } from '../house-rules.js';
import type { PublicOrigin } from '../http/public-origin.js';
import type { Authenticator } from '../identity/authenticator.js';
import type { Caller } from '../identity/caller.js';
import type { FeedUrl, OptionalFeedUrl } from '../feed/feed-route.js';
import type { Store } from '../store.js';
import { admitting } from './admit.js';
import { acknowledgeWarning, banAuthor } from './ban-author.js';
import { countComments } from './count-comments.js';
import { editComment } from './edit-comment.js';
import { featureComment, hideComment } from './feature-comment.js';
import { followDiscussion } from './follow-discussion.js';
import { getComment, getSource } from './get-comment.js';
import { listComments } from './list-comments.js';
import { openDiscussion } from './open-discussion.js';
import { pinComment } from './pin-comment.js';
import { removeComment, restoreComment } from './remove-comment.js';
import { reportComment, withdrawReport } from './report-comment.js';
import { approve, holdComment, rejectComment } from './review-comment.js';
import { setClosed } from './set-closed.js';
import { orders } from '../discussion/orders.js';
import { submitComment } from './submit-comment.js';
import { getViewer, signOut } from './session.js';
import { vote } from './vote.js';

export interface HandlerDependencies {
  readonly store: Store;
  readonly hub: EventHub;
  readonly authenticator: Authenticator;
  /** The address of the site, without a slash at its end. */
  readonly addressOf: PublicOrigin;
  /** URL of the sign-in page, as `offers.signIn.href`. Undefined: the server knows none. */
  readonly signInPage: string | undefined;
  readonly feedUrl: FeedUrl;
}

export function createHandlers({
  store,
  hub,
  authenticator,
  addressOf,
  signInPage,
  feedUrl: urlOfFeed,
}: HandlerDependencies): Readonly<Record<string, Handler>> {
  // Nobody could read the feed of a private discussion.
  const feedUrl: OptionalFeedUrl = (request, key) => (store.keys.isPrivate(key) ? undefined : urlOfFeed(request, key));
  // Before the handler, so that a refused request costs as little as possible.
  const limited =
    <Request extends Pick<ApiRequest, 'caller' | 'request'>, Result>(
      action: LimitedAction,
      handler: (request: Request) => Promise<Result>,
    ) =>
    async (request: Request): Promise<Result> => {
      await store.rateLimiter.consume(action, request.caller, request.request.ip);
      return handler(request);
    };
  const optional = {
    setClosed: setClosed(store, feedUrl),
    getComment: getComment(store),
    editComment: limited('edit', editComment(store)),
    removeComment: limited('remove', removeComment(store)),
    getSource: getSource(store),
    restoreComment: limited('remove', restoreComment(store)),
    vote: limited('vote', vote(store)),
    reportComment: limited('report', reportComment({ store, authenticator, addressOf })),
    withdrawReport: withdrawReport(store),
    pinComment: pinComment(store),
    approveComment: approve(store),
    rejectComment: rejectComment(store),
    holdComment: holdComment(store),
    featureComment: featureComment(store),
    hideComment: hideComment(store),
    banAuthor: banAuthor(store),
    acknowledgeWarning: acknowledgeWarning(store),
    countComments: countComments(store),
    followDiscussion: followDiscussion(store, hub, new StreamSlots(store.rules)),
    getViewer,
  };
  const operations = Object.keys(optional);
  const offers = capabilities(store, operations, signInPage);
  const offersWithSignOut = capabilities(store, [...operations, 'signOut'], signInPage);
  const offersTo = (caller: Caller): object => (authenticator.canSignOut(caller) ? offersWithSignOut : offers);
  const handlers = {
    removeWithReasons: limited('remove', removeComment(store)),
    signOut: signOut(authenticator),
    ...optional,
    openDiscussion: openDiscussion(store, offersTo, feedUrl),
    listComments: listComments(store),
    submitComment: submitComment(store, authenticator),
  };
  // The contract's schemas guarantee the types that handlers expect.
  const all = Object.entries(handlers as unknown as Readonly<Record<string, Handler>>);
  return Object.fromEntries(all.map(([name, handler]) => [name, admitting(name, handler, store.keys, offersTo)]));
}

const capabilities = (
  { rules: { maxDepth, reasons, eventStreams }, retentionDays }: Store,
  operations: readonly string[],
  href: string | undefined,
): object => ({
  operations: operations.filter((operation) => {
    switch (operation) {
      case 'restoreComment':
        // Without retention, there is nothing left to restore.
        return retentionDays > 0;
      case 'followDiscussion':
        return eventStreams.total > 0;
      default:
        return true;
    }
  }),
  sorts: orders,
  filters: ['featured'],
  input: 'text',
  nesting: 'tree',
  maxDepth,
  votes: 'up-down',
  votesKnowViewer: true,
  report: { reasons, detail: true },
  ...(href !== undefined && { signIn: { href } }),
});
