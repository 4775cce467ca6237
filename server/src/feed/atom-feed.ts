import { type Author, fragmentOf, safeUrl } from 'article-comments/rules.js';
import type { CommentRow, DiscussionRow } from '../database/tables.js';

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
