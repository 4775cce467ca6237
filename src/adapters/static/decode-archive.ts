import type {
  Author,
  Badge,
  BadgeLabel,
  Body,
  Comment,
  CommentStatus,
  DiscussionInfo,
  Votes,
} from '../../model/adapter.js';
import { fail, Mistakes, type Place } from './errors.js';
import {
  type Decoder,
  decodeEach,
  flag,
  isObject,
  list,
  objectWith,
  number,
  object,
  oneOf,
  placeOf,
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
 * them. Throws `bad-response` for the first few mistakes, whichever discussion they are in.
 */
export function decodeArchive(value: unknown): ArchiveLookup {
  try {
    return decodeFile(value);
  } catch (error) {
    throw error instanceof Mistakes ? error.toAdapterError() : error;
  }
}

function decodeFile(value: unknown): ArchiveLookup {
  if (isObject(value) && value.discussions !== undefined) {
    const discussions = Object.entries(object(value.discussions, 'discussions'));
    const archives = new Map(
      decodeEach(discussions, ([key, item]) => [key, decodeDiscussion(item, `discussions[${JSON.stringify(key)}]`)]),
    );
    return (key) => archives.get(key);
  }
  const archive = decodeDiscussion(value, '');
  return () => archive;
}

function decodeDiscussion(value: unknown, place: Place): Archive {
  const { comments, info: about = {} } = discussion(Array.isArray(value) ? { comments: value } : value, place);
  checkThread(comments, placeOf('comments', place));
  return {
    info: about,
    // Comments that were never published do not belong in the archive.
    comments: comments
      .filter(({ status }) => status !== 'pending' && status !== 'rejected')
      .sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt)),
  };
}

/**
 * Checks that every id is unique and no comment is its own ancestor: otherwise a comment would be shown twice or never.
 */
function checkThread(comments: readonly Comment[], place: Place): void {
  const indexes = new Map<string, number>();
  decodeEach(comments, ({ id }, index) => {
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

const knownBadge = oneOf<Badge>(['author', 'moderator', 'staff', 'verified', 'guest']);

const badgeLabel: Decoder<BadgeLabel> = objectWith({ id: text, label: text });

const badge: Decoder<Badge | BadgeLabel> = (value, place) =>
  isObject(value) ? badgeLabel(value, place) : knownBadge(value, place);

const state = oneOf<DiscussionInfo['state']>(['open', 'closed', 'disabled', 'missing']);

const body: Decoder<Body> = objectWith({ format, value: text });

const namedAuthor: Decoder<Author> = objectWith(
  { name: text },
  { id: text, url: text, avatar: text, badges: list(badge) },
);

const author: Decoder<Author | null> = (value, place) => (value === null ? null : namedAuthor(value, place));

const votes: Decoder<Votes> = objectWith({}, { up: number, down: number, score: number });

const replyTo: Decoder<NonNullable<Comment['replyTo']>> = objectWith({ name: text }, { id: text });

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

const comment: Decoder<Comment> = objectWith(
  { id, body, createdAt: time },
  { parentId, replyTo, author, editedAt: time, permalink: text, status, votes, pinned: flag },
);

const policy: Decoder<NonNullable<DiscussionInfo['policy']>> = objectWith({}, { body, url: text });

const info: Decoder<Partial<DiscussionInfo>> = objectWith(
  {},
  { state, stateMessage: text, closedAt: time, closesAt: time, opensAt: time, policy },
);

const discussion: Decoder<{ readonly comments: readonly Comment[]; readonly info?: Partial<DiscussionInfo> }> =
  objectWith({ comments: list(comment) }, { info });
