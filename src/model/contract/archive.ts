/** The members that an archive has, too: what every reader may see of a comment and of a discussion. */
import type { CommentStatus } from '../adapter.js';
import {
  count,
  type Decoder,
  flag,
  id,
  integer,
  lenient,
  lenientList,
  nullable,
  object,
  optional,
  text,
  time,
  word,
  wordOr,
  wordOrLabel,
} from './schema.js';

export const body = object({ format: wordOr('text', 'text markdown html'), value: text });

export const author = object(
  { name: text },
  { id, url: text, avatar: text, badges: lenientList(wordOrLabel('author moderator staff verified guest')) },
);

/** The votes of all readers. */
export const tally = { up: count, down: count, score: integer };

export const knownStatus = word('visible pending rejected deleted hidden');

/** A status that the adapter does not know may be one that readers must not see. Backends may have others in a later version. */
const status: Decoder<CommentStatus | undefined> = (value, place, reading) =>
  lenient(knownStatus, 'hidden')(value, place, typeof value === 'string' ? undefined : reading);

/** Rather than losing the comment, it is shown without its time, if that is reported. */
const createdAt: Decoder<string> = (value, place, reading) =>
  reading?.note ? lenient(time, '')(value ?? '', place, reading)! : time(value, place);

export const strictMembers = {
  id,
  body,
  createdAt,
  parentId: nullable(optional(id)),
  author: nullable(lenient(author)),
};

/** What every reader may see of a comment. */
export const publicMembers = {
  replyTo: object({ name: text }, { id }),
  editedAt: time,
  permalink: text,
  status,
  pinned: flag,
};

/** A comment of an archive. */
export const archivedComment = object(strictMembers, { ...publicMembers, votes: object({}, tally) });

export const state = wordOr('disabled', 'open closed disabled missing');

/** What an archive states about its discussion. */
export const archivedMembers = {
  stateMessage: text,
  closesAt: time,
  closedAt: time,
  opensAt: time,
  policy: object({}, { body, url: text }),
};

export const archivedInfo = object({}, { ...archivedMembers, state });
