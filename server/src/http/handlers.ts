/** The handler of each operation of the contract. */
import type { Viewer } from 'article-comments/rules.js';
import { orders } from '../discussion/cursor.js';
import type { EventHub } from '../discussion/event-hub.js';
import type { Store } from '../discussion/store.js';
import type { Authenticator } from '../identity/authenticator.js';
import { type Caller, viewerOf } from '../identity/caller.js';
import type { PublicOrigin } from '../identity/cookies.js';
import { reportComment, withdrawReport } from '../notices/report-comment.js';
import { admitting } from '../operations/admit-to-discussion.js';
import type { ApiRequest, FeedUrl, Handler, OptionalFeedUrl } from '../operations/api-request.js';
import { acknowledgeWarning, banAuthor } from '../operations/ban-author.js';
import { editComment } from '../operations/edit-comment.js';
import { featureComment, hideComment, pinComment } from '../operations/feature-comment.js';
import { followDiscussion, StreamSlots } from '../operations/follow-discussion.js';
import { getComment, getSource } from '../operations/get-comment.js';
import { countComments, listComments, openDiscussion } from '../operations/read-discussion.js';
import { removeComment, restoreComment } from '../operations/remove-comment.js';
import { approve, holdComment, rejectComment } from '../operations/review-comment.js';
import { setClosed } from '../operations/set-closed.js';
import { submitComment } from '../operations/submit-comment.js';
import { vote } from '../operations/vote.js';
import type { LimitedAction } from '../rules/house-rules.js';

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

export const getViewer = async ({ caller }: ApiRequest): Promise<Viewer> => viewerOf(caller);

export const signOut =
  (authenticator: Authenticator) =>
  async ({ request, reply }: ApiRequest): Promise<void> => {
    await authenticator.endSession(request, reply);
    void reply.code(204);
  };
