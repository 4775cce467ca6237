/** Removes from the texts of a source what the server removes from what is typed. */
import { type Author, normalizeLine, normalizeText } from 'article-comments/rules.js';
import type { SourceComment, SourcePage } from './source.js';
import { authorOf } from './values.js';

/** Ids and addresses remain as they are, except for control characters, which a database may not store. */
const withoutControls = (text: string): string => text.replace(/\p{Cc}/gu, '');

/** A page without control characters, and its title without those that hide or reorder others. */
export function cleanPage(page: SourcePage): SourcePage {
  const { key, url, path, identifier, id, site, title } = page;
  const clean = (text: string | undefined): string | undefined => text && withoutControls(text);
  return {
    ...page,
    key: clean(key),
    url: clean(url),
    path: clean(path),
    identifier: clean(identifier),
    id: clean(id),
    site: clean(site),
    title: title && normalizeLine(title),
  };
}

/** A comment without control characters, and its names without those that hide or reorder others. */
export function cleanComment(comment: SourceComment): SourceComment {
  const { id, parentId, author, body, replyTo } = comment;
  return {
    ...comment,
    id: withoutControls(id),
    parentId: parentId && withoutControls(parentId),
    author: author && cleanAuthor(author),
    body: { format: body.format, value: normalizeText(body.value) },
    replyTo: replyTo && cleanReplyTo(replyTo),
  };
}

/** Without such characters, a name may be empty, or an email address. */
const cleanAuthor = ({ badges = [], ...author }: Author): Author | null =>
  authorOf({
    ...author,
    name: normalizeLine(author.name),
    badges: badges.map((badge) =>
      typeof badge === 'string' ? badge : { id: withoutControls(badge.id), label: normalizeLine(badge.label) },
    ),
  });

function cleanReplyTo({ id, name }: NonNullable<SourceComment['replyTo']>): SourceComment['replyTo'] {
  const author = authorOf({ name: normalizeLine(name) });
  return author ? { ...(id !== undefined && { id: withoutControls(id) }), name: author.name } : undefined;
}
