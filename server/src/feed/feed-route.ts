/** The feed of a discussion. It is outside the contract: any address may be `DiscussionInfo.feedUrl`. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { rejectMalformedText } from '../contract/malformed-text.js';
import { discussionId, findDiscussion } from '../discussion/discussion-state.js';
import { Problem } from '../http/problem.js';
import { anonymous } from '../identity/caller.js';
import type { Store } from '../store.js';
import { atomFeed } from './atom-feed.js';

/** Entries of a feed. */
const LENGTH = 50;

/** The address of a discussion's feed, by its key. */
export type FeedUrl = (request: Pick<FastifyRequest, 'protocol' | 'host'>, key: string) => string;

/** Undefined for a discussion without a feed. */
export type OptionalFeedUrl = (...args: Parameters<FeedUrl>) => string | undefined;

export function addFeed(app: FastifyInstance, store: Store, feedUrl: FeedUrl): void {
  app.addHook('preValidation', async (request) => rejectMalformedText(request));
  app.get<{ Querystring: { discussion: string } }>(
    '/feed',
    {
      config: { isPublic: true },
      schema: {
        querystring: {
          type: 'object',
          required: ['discussion'],
          properties: { discussion: { type: 'string', minLength: 1, maxLength: 2000 } },
        },
      },
    },
    async (request, reply) => {
      // Programs that read feeds have no token.
      const admission = await store.keys.admit(request.query.discussion, anonymous);
      const key = admission.state === 'open' ? admission.key : '';
      const discussion = await findDiscussion(store, discussionId(key));
      if (!discussion) throw new Problem('not-found', 'There are no comments yet.');
      const rows = await store.database
        .selectFrom('comments')
        .selectAll()
        .where('discussion', '=', discussion.id)
        .where('status', '=', 'visible')
        .orderBy('number', 'desc')
        .limit(LENGTH)
        .execute();
      return reply.type('application/atom+xml; charset=utf-8').send(atomFeed(discussion, rows, feedUrl(request, key)));
    },
  );
}
