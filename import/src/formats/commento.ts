/** Commento (version 1) and Comentario (versions 1 and 3): one JSON object with lists of comments, commenters and pages. */
import { parseWebUrl } from 'article-comments/rules.js';
import { isObject, type JsonObject, readJson } from '../json.js';
import type { Input } from '../input.js';
import { ImportError, type Receiver, silentReceiver, type SourcePage, type SourceStatus } from '../source.js';
import { addressed, authorOf, type AuthorParts, filled, idText, isoTime, numberOf } from '../values.js';
import type { Reader } from './reader.js';

/** What is needed before the comments can be read. */
interface Directory {
  version: number | undefined;
  readonly authors: Map<string, AuthorParts>;
  readonly pages: Map<string, SourcePage>;
}

export const commento: Reader = async (input, receiver) => {
  const directory = await readDirectory(input);
  await readJson(input, ['{}', 'comments[]', 'pages[]', 'commenters[]'], receiver, (path, value, line) => {
    if (path !== 'comments[]') return;
    if (!isObject(value)) return receiver.problem('not a comment', { line });
    if (directory.version === 3) readNew(value, line, directory, receiver);
    else readOld(value, line, directory, receiver);
  });
};

async function readDirectory(input: Input): Promise<Directory> {
  const directory: Directory = { version: undefined, authors: new Map(), pages: new Map() };
  await readJson(input, ['{}', 'comments[]', 'commenters[]', 'pages[]'], silentReceiver, (path, value) => {
    if (path === 'version') directory.version = numberOf(value);
    if (!isObject(value)) return;
    const id = idText(value.commenterHex ?? value.id);
    if (id === undefined) return;
    if (path === 'commenters[]') directory.authors.set(id, commenterOf(id, value));
    if (path === 'pages[]')
      directory.pages.set(id, {
        id,
        path: filled(value.path),
        title: filled(value.title),
        closed: value.isReadonly === true,
      });
  });
  if (directory.version !== 1 && directory.version !== 3)
    throw new ImportError(`${input.path} has version ${directory.version ?? 'none'} of the export, not 1 or 3.`);
  return directory;
}

/** The ids are random, so they tell nothing about a person. */
const commenterOf = (id: string, value: JsonObject): AuthorParts => ({
  id,
  name: value.name,
  url: value.link ?? value.websiteUrl,
  badges: [value.isModerator === true && 'moderator'],
});

const isNobody = (id: string | undefined): boolean => id === undefined || id === 'anonymous' || /^[0-]+$/.test(id);

function readOld(value: JsonObject, line: number, { authors }: Directory, receiver: Receiver): void {
  const id = idText(value.commentHex);
  const address = filled(value.url) ?? filled(value.path);
  if (id === undefined || address === undefined)
    return receiver.problem('the comment has no commentHex or no url', { line, record: `comment ${id ?? ''}`.trim() });
  const host = filled(value.domain) ?? filled(value.host);
  const isWhole = host === undefined || parseWebUrl(address);
  const page = addressed(isWhole ? address : `https://${host}${address.startsWith('/') ? '' : '/'}${address}`);
  const parentId = idText(value.parentHex);
  const commenter = idText(value.commenterHex);
  const text = filled(value.markdown) ?? '';
  const isDeleted = value.deleted === true || (text === '[deleted]' && isNobody(commenter));
  const status = filled(value.state) ?? 'approved';
  receiver.comment(receiver.page(page), {
    id,
    parentId: parentId === undefined || parentId === 'root' ? null : parentId,
    author: isNobody(commenter) ? null : authorOf(authors.get(commenter!) ?? {}),
    body: { format: 'markdown', value: text },
    createdAt: isoTime(value.creationDate),
    votes: scoreOf(value),
    status: isDeleted ? 'deleted' : status === 'approved' ? 'visible' : 'held',
  });
}

function readNew(value: JsonObject, line: number, { authors, pages }: Directory, receiver: Receiver): void {
  const id = idText(value.id);
  const page = pages.get(idText(value.pageId) ?? '');
  if (id === undefined || !page)
    return receiver.problem('the comment has no id, or its page is missing', {
      line,
      record: `comment ${id ?? ''}`.trim(),
    });
  const author = idText(value.userCreated);
  const markdown = filled(value.markdown);
  receiver.comment(receiver.page(page), {
    id,
    parentId: isNobody(idText(value.parentId)) ? null : idText(value.parentId)!,
    author: authorOf(
      isNobody(author) ? { name: value.authorName } : (authors.get(author!) ?? { name: value.authorName }),
    ),
    body:
      markdown === undefined
        ? { format: 'html', value: filled(value.html) ?? '' }
        : { format: 'markdown', value: markdown },
    createdAt: isoTime(value.createdTime),
    editedAt: isoTime(value.editedTime),
    votes: scoreOf(value),
    pinned: value.isSticky === true,
    status: newStatus(value, author),
  });
}

function newStatus(value: JsonObject, author: string | undefined): SourceStatus {
  if (value.isDeleted === true) return idText(value.userDeleted) === author ? 'deleted' : 'hidden';
  if (value.isPending === true) return 'held';
  return value.isApproved === true ? 'visible' : 'trashed';
}

function scoreOf({ score }: JsonObject): { readonly score: number } | undefined {
  const number = numberOf(score);
  return number ? { score: number } : undefined;
}
