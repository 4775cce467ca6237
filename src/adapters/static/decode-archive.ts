import type { Author, Badge, Body, Comment, CommentStatus, DiscussionInfo, Votes } from '../../model/adapter.js';
import { fail, type Place } from './errors.js';
import {
  type Decoder,
  type Fields,
  flag,
  isObject,
  list,
  number,
  object,
  oneOf,
  optional,
  text,
  time,
} from './value-decoders.js';

/** One discussion of the file. */
export interface Archive {
  readonly info: Partial<DiscussionInfo>;
  /** Oldest first. Comments with the same time keep the order of the file. */
  readonly comments: readonly Comment[];
}

/** Finds a discussion by its key. */
export type ArchiveLookup = (key: string) => Archive | undefined;

/**
 * Decodes a parsed file. The lookup returns undefined if the file holds several discussions and the key is not among
 * them. Throws `bad-response` for the first mistake, whichever discussion it is in.
 */
export function decodeArchive(value: unknown): ArchiveLookup {
  if (isObject(value) && value.discussions !== undefined) {
    const discussions = Object.entries(object(value.discussions, 'discussions'));
    const archives = new Map(
      discussions.map(([key, item]) => [key, decodeDiscussion(item, `discussions[${JSON.stringify(key)}]`)]),
    );
    return (key) => archives.get(key);
  }
  const archive = decodeDiscussion(value, '');
  return () => archive;
}

function decodeDiscussion(value: unknown, place: Place): Archive {
  const fields: Fields = Array.isArray(value) ? { comments: value } : object(value, place);
  const prefix = place === '' ? '' : `${place}.`;
  const comments = list(comment)(fields.comments, `${prefix}comments`);
  checkThread(comments, `${prefix}comments`);
  return {
    info: fields.info === undefined ? {} : info(fields.info, `${prefix}info`),
    // Comments that were never published do not belong in the archive.
    comments: comments
      .filter(({ status }) => status !== 'pending' && status !== 'rejected')
      .sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt)),
  };
}

/**
 * Checks that every id is unique and no comment is its own ancestor: otherwise a comment would be drawn twice or never.
 */
function checkThread(comments: readonly Comment[], place: Place): void {
  const indexes = new Map<string, number>();
  comments.forEach(({ id }, index) => {
    const first = indexes.get(id);
    if (first !== undefined)
      fail(`${place}[${index}].id`, id, `${place}[${first}] has the same id; give each comment its own`);
    indexes.set(id, index);
  });
  const parentOf = ({ parentId }: Comment): Comment | undefined => comments[indexes.get(parentId ?? '') ?? -1];
  /** Comments whose ancestors are known to end at the top level. */
  const checked = new Set<string>();
  comments.forEach((item, index) => {
    const ancestors = new Set<string>();
    for (
      let current: Comment | undefined = item;
      current !== undefined && !checked.has(current.id);
      current = parentOf(current)
    ) {
      if (ancestors.has(current.id))
        fail(
          `${place}[${index}].parentId`,
          item.parentId,
          'the comments reply to each other in a circle; set the first one to null',
        );
      ancestors.add(current.id);
    }
    ancestors.forEach((id) => checked.add(id));
  });
}

const STATUSES: readonly string[] = ['visible', 'pending', 'rejected', 'deleted', 'hidden'] satisfies CommentStatus[];

const format = oneOf<Body['format']>(['text', 'markdown', 'html']);

const badge = oneOf<Badge>(['author', 'moderator', 'staff', 'verified', 'guest']);

const state = oneOf<DiscussionInfo['state']>(['open', 'closed', 'disabled', 'missing']);

const body: Decoder<Body> = (value, place) => {
  const fields = object(value, place);
  return { format: format(fields.format, `${place}.format`), value: text(fields.value, `${place}.value`) };
};

const author: Decoder<Author | null> = (value, place) => {
  if (value === null) return null;
  const fields = object(value, place);
  return {
    name: text(fields.name, `${place}.name`),
    ...optional(fields, place, { id: text, url: text, avatar: text, badges: list(badge) }),
  };
};

const votes: Decoder<Votes> = (value, place) =>
  optional(object(value, place), place, { up: number, down: number, score: number });

const replyTo: Decoder<NonNullable<Comment['replyTo']>> = (value, place) => {
  const fields = object(value, place);
  return { name: text(fields.name, `${place}.name`), ...optional(fields, place, { id: text }) };
};

const id: Decoder<string> = (value, place) => {
  if (typeof value === 'string' && value !== '') return value;
  const remedy =
    typeof value === 'number' ? `write it in quotes, "${value}"` : 'write a string of at least one character';
  return fail(place, value, remedy);
};

const parentId: Decoder<string | null> = (value, place) => (value === null ? null : id(value, place));

/** An unknown status counts as hidden. A status that is not a string is a mistake in the file. */
const status: Decoder<CommentStatus> = (value, place) => {
  const word = text(value, place);
  return STATUSES.includes(word) ? (word as CommentStatus) : 'hidden';
};

const comment: Decoder<Comment> = (value, place) => {
  const fields = object(value, place);
  return {
    id: id(fields.id, `${place}.id`),
    body: body(fields.body, `${place}.body`),
    createdAt: time(fields.createdAt, `${place}.createdAt`),
    ...optional(fields, place, {
      parentId,
      replyTo,
      author,
      editedAt: time,
      permalink: text,
      status,
      votes,
      pinned: flag,
    }),
  };
};

const policy: Decoder<NonNullable<DiscussionInfo['policy']>> = (value, place) =>
  optional(object(value, place), place, { body, url: text });

const info: Decoder<Partial<DiscussionInfo>> = (value, place) =>
  optional(object(value, place), place, {
    state,
    stateMessage: text,
    closedAt: time,
    closesAt: time,
    opensAt: time,
    policy,
  });
