/** The feed of a discussion. It is outside the contract: any address may be `DiscussionInfo.feedUrl`. */
import { type Author, fragmentOf, safeUrl } from 'article-comments/rules.js';
import type { FastifyInstance } from 'fastify';
import type { CommentRow, DiscussionRow } from '../database/tables.js';
import { discussionId, findDiscussion } from '../discussion/discussion-state.js';
import type { Store } from '../discussion/store.js';
import { anonymous } from '../identity/caller.js';
import type { FeedUrl } from '../operations/api-request.js';
import { Problem } from '../rules/problem.js';
import { rejectMalformedText } from '../rules/valid-text.js';

/** Entries of a feed. */
const LENGTH = 50;

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

/**
 * The newest comments of a discussion as an Atom feed (RFC 4287).
 *
 * @param feedUrl Where the feed is, which is its id, too.
 * @param rows Visible comments, newest first.
 */
export function atomFeed(discussion: DiscussionRow, rows: readonly CommentRow[], feedUrl: string): string {
  // The page's address comes from a reader's browser.
  const page = safeUrl(discussion.url);
  const updated = rows.map(({ edited_at: editedAt, created_at: createdAt }) => editedAt ?? createdAt);
  const newest = new Date(Math.max(discussion.created_at.getTime(), ...updated.map((time) => time.getTime())));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    textElement('id', feedUrl),
    textElement('title', `Comments: ${discussion.title ?? discussion.key}`),
    textElement('updated', newest.toISOString()),
    `<link rel="self" href="${escape(feedUrl)}"/>`,
    ...(page ? [`<link href="${escape(page)}"/>`] : []),
    ...rows.map((row) => entry(row, page, feedUrl)),
    '</feed>',
    '',
  ].join('\n');
}

function entry(row: CommentRow, page: string | undefined, feedUrl: string): string {
  const name = row.author === null ? '' : (JSON.parse(row.author) as Author).name;
  const author = name || 'Anonymous';
  return [
    '<entry>',
    textElement('id', `${feedUrl}#${encodeURIComponent(row.id)}`),
    textElement('title', `Comment by ${author}`),
    `<author>${textElement('name', author)}</author>`,
    textElement('published', row.created_at.toISOString()),
    textElement('updated', (row.edited_at ?? row.created_at).toISOString()),
    ...(page ? [`<link href="${escape(page + fragmentOf(row.id))}"/>`] : []),
    // As text, whatever its format: readers of feeds treat it as such.
    `<content type="text">${escape(row.body)}</content>`,
    '</entry>',
  ].join('\n');
}

const textElement = (name: string, text: string): string => `<${name}>${escape(text)}</${name}>`;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an element or an attribute. What XML cannot hold, escaped or not, is left out. */
const escape = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"]/g, (character) => ESCAPES[character] ?? '');
