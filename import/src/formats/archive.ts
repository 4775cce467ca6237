/** This project's own archives: the folder that an import or an export writes, or a JSON file with several discussions. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Author, type Badge, type BadgeLabel, type Body, parseWebUrl } from 'article-comments/rules.js';
import { openInput } from '../input.js';
import { isObject, type JsonObject } from '../json.js';
import { ImportError, type Receiver, type SourceComment, type SourcePage, type SourceStatus } from '../source.js';
import { authorOf, filled, idText, isoTime, numberOf } from '../values.js';
import { INDEX, isIndex, partNames } from '../archive-folder.js';
import type { Reader } from './reader.js';

export const archive: Reader = async ({ path }, receiver) => {
  if ((await stat(path)).isDirectory()) return readFolder(path, receiver);
  const file = await readObject(path);
  if (!isObject(file.discussions))
    throw new ImportError(`${path} has no "discussions". Name the folder with ${INDEX} instead of a single archive.`);
  for (const [key, discussion] of Object.entries(file.discussions)) {
    const page = { key, url: parseWebUrl(key) && key };
    readDiscussion(page, Array.isArray(discussion) ? { comments: discussion } : discussion, path, receiver);
  }
};

async function readFolder(folder: string, receiver: Receiver): Promise<void> {
  const path = join(folder, INDEX);
  const index: unknown = await readObject(path);
  if (!isIndex(index))
    throw new ImportError(`${path} was not written by an import. Name a folder that one has written.`);
  for (const { key, url, title, site, file, parts, createdAt } of index.articles) {
    const page: SourcePage = { key, url, title, site, createdAt };
    let info: unknown;
    for (const name of partNames(file, parts)) {
      const part = await readObject(join(folder, name));
      // Only the first one has it.
      info ??= part.info;
      readDiscussion(page, { ...part, info }, join(folder, name), receiver);
    }
  }
}

async function readObject(path: string): Promise<JsonObject> {
  let value: unknown;
  try {
    const text = [];
    for await (const piece of openInput(path).text()) text.push(piece);
    value = JSON.parse(text.join(''));
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(`${path} cannot be read: ${(error as Error).message}`, { cause: error });
  }
  if (!isObject(value)) throw new ImportError(`${path} is not an archive: it is not a JSON object.`);
  return value;
}

function readDiscussion(page: SourcePage, discussion: unknown, path: string, receiver: Receiver): void {
  if (!isObject(discussion) || !Array.isArray(discussion.comments))
    return receiver.problem(`${path} has no comments`, { record: page.key ?? '' });
  const closed = isObject(discussion.info) && discussion.info.state === 'closed';
  const ref = receiver.page({ ...page, closed });
  for (const value of discussion.comments) {
    const id = isObject(value) ? idText(value.id) : undefined;
    if (!isObject(value) || id === undefined) receiver.problem(`${path}: a comment has no id`);
    else receiver.comment(ref, commentOf(id, value));
  }
}

const statuses: Readonly<Record<string, SourceStatus>> = {
  visible: 'visible',
  pending: 'held',
  rejected: 'trashed',
  deleted: 'deleted',
};

function commentOf(id: string, value: JsonObject): SourceComment {
  const votes = isObject(value.votes) ? value.votes : {};
  const [up, down, score] = [numberOf(votes.up), numberOf(votes.down), numberOf(votes.score)];
  const hasVotes = up !== undefined || down !== undefined || score !== undefined;
  const replyName = isObject(value.replyTo) ? filled(value.replyTo.name) : undefined;
  const replyId = isObject(value.replyTo) ? idText(value.replyTo.id) : undefined;
  return {
    id,
    parentId: idText(value.parentId) ?? null,
    author: isObject(value.author) ? authorFrom(value.author) : null,
    body: bodyFrom(value.body),
    createdAt: isoTime(value.createdAt),
    editedAt: isoTime(value.editedAt),
    votes: hasVotes
      ? { ...(up !== undefined && { up }), ...(down !== undefined && { down }), ...(score !== undefined && { score }) }
      : undefined,
    pinned: value.pinned === true,
    replyTo: replyName === undefined ? undefined : { ...(replyId !== undefined && { id: replyId }), name: replyName },
    status: statuses[filled(value.status) ?? 'visible'] ?? 'hidden',
  };
}

const authorFrom = (author: JsonObject): Author | null =>
  authorOf({
    id: idText(author.id),
    name: author.name,
    url: author.url,
    badges: Array.isArray(author.badges) ? author.badges.map(badgeFrom) : [],
  });

const known = ['author', 'moderator', 'staff', 'verified', 'guest'];

function badgeFrom(badge: unknown): Badge | BadgeLabel | undefined {
  if (typeof badge === 'string') return known.includes(badge) ? (badge as Badge) : undefined;
  const [id, label] = isObject(badge) ? [filled(badge.id), filled(badge.label)] : [];
  return id !== undefined && label !== undefined ? { id, label } : undefined;
}

function bodyFrom(body: unknown): Body {
  const format = isObject(body) && (body.format === 'markdown' || body.format === 'html') ? body.format : 'text';
  return { format, value: isObject(body) && typeof body.value === 'string' ? body.value : '' };
}
