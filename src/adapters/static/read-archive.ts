import type { Author, Body, Comment, CommentStatus, DiscussionInfo, Votes } from '../../model/adapter.js';
import { fail, isObject, type Fields, type Place } from './archive-value.js';
import { list, number, object, oneOf, optional, text, time } from './archive-fields.js';

export interface Archive {
  readonly info: Partial<DiscussionInfo>;
  /** Oldest first; comments of the same moment in the order of the file. */
  readonly comments: readonly Comment[];
}

const badges = ['author', 'moderator', 'staff', 'verified', 'guest'] as const;
const statuses: readonly string[] = ['visible', 'pending', 'rejected', 'deleted', 'hidden'] satisfies CommentStatus[];

const body = (value: unknown, place: Place): Body => {
  const fields = object(value, place);
  return { format: oneOf(['text', 'markdown', 'html'], fields.format, `${place}.format`), value: text(fields.value, `${place}.value`) };
};

const author = (value: unknown, place: Place): Author | null => {
  if (value === null) return null;
  const fields = object(value, place);
  return {
    name: text(fields.name, `${place}.name`),
    ...optional(fields, place, { id: text, url: text, avatar: text, badges: list((badge, at) => oneOf(badges, badge, at)) }),
  };
};

const votes = (value: unknown, place: Place): Votes => optional(object(value, place), place, { up: number, down: number, score: number });

const replyTo = (value: unknown, place: Place): NonNullable<Comment['replyTo']> => {
  const fields = object(value, place);
  return { name: text(fields.name, `${place}.name`), ...optional(fields, place, { id: text }) };
};

const parentId = (value: unknown, place: Place): string | null => (value === null ? null : id(value, place));

// A status nobody knows is hidden rather than shown; that it is not even a text is a mistake in the file.
const status = (value: unknown, place: Place): CommentStatus => {
  const word = text(value, place);
  return statuses.includes(word) ? (word as CommentStatus) : 'hidden';
};

const pinned = (value: unknown, place: Place): boolean => (typeof value === 'boolean' ? value : fail(place, value, 'write true or false'));

function id(value: unknown, place: Place): string {
  if (typeof value === 'string' && value !== '') return value;
  const remedy = typeof value === 'number' ? `write it in quotes, "${value}"` : 'write a text of at least one character';
  return fail(place, value, remedy);
}

function comment(value: unknown, place: Place): Comment {
  const fields = object(value, place);
  return {
    id: id(fields.id, `${place}.id`),
    body: body(fields.body, `${place}.body`),
    createdAt: time(fields.createdAt, `${place}.createdAt`),
    ...optional(fields, place, { parentId, replyTo, author, editedAt: time, permalink: text, status, votes, pinned }),
  };
}

const policy = (value: unknown, place: Place): NonNullable<DiscussionInfo['policy']> =>
  optional(object(value, place), place, { body, url: text });

const state = (value: unknown, place: Place): DiscussionInfo['state'] => oneOf(['open', 'closed', 'disabled', 'missing'], value, place);

const info = (value: unknown, place: Place): Partial<DiscussionInfo> =>
  optional(object(value, place), place, {
    state,
    stateMessage: text,
    closedAt: time,
    closesAt: time,
    opensAt: time,
    policy,
  });

/** Every comment has an id of its own, and following the parents ends; else a comment would be drawn twice or never. */
function checkThread(comments: readonly Comment[], place: Place): void {
  const places = new Map<string, number>();
  comments.forEach((item, index) => {
    const first = places.get(item.id);
    if (first !== undefined)
      fail(`${place}[${index}].id`, item.id, `${place}[${first}] has it already; give each comment an id of its own`);
    places.set(item.id, index);
  });
  const ends = new Set<string>();
  comments.forEach((item, index) => {
    const line = new Set<string>();
    for (let at: Comment | undefined = item; at !== undefined && !ends.has(at.id); at = comments[places.get(at.parentId ?? '') ?? -1]) {
      if (line.has(at.id))
        fail(`${place}[${index}].parentId`, item.parentId, 'the comments answer each other in a circle; set the first one to null');
      line.add(at.id);
    }
    line.forEach((known) => ends.add(known));
  });
}

function discussion(value: unknown, place: Place): Archive {
  const fields: Fields = Array.isArray(value) ? { comments: value } : object(value, place);
  const at = place === '' ? 'comments' : `${place}.comments`;
  const comments = list(comment)(fields.comments, at);
  checkThread(comments, at);
  return {
    info: fields.info === undefined ? {} : info(fields.info, place === '' ? 'info' : `${place}.info`),
    // What was never published is not part of the archive, whoever wrote it.
    comments: comments
      .filter(({ status }) => status !== 'pending' && status !== 'rejected')
      .sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt)),
  };
}

/**
 * Checks a parsed file from end to end and answers with the discussion of `key`, or undefined where the file holds
 * several and not this one. Throws `bad-response` for the first mistake, whichever discussion it is in.
 */
export function readArchive(value: unknown): (key: string) => Archive | undefined {
  if (isObject(value) && value.discussions !== undefined) {
    const named = Object.entries(object(value.discussions, 'discussions'));
    const archives = new Map(named.map(([key, item]) => [key, discussion(item, `discussions[${JSON.stringify(key)}]`)]));
    return (key) => archives.get(key);
  }
  const only = discussion(value, '');
  return () => only;
}
