import type { Author, Comment, CommentStatus, Viewer } from '../../model/adapter.js';
import { unexpectedValue } from './errors.js';

/** A comment as the server sends it. */
export interface Row {
  readonly objectId?: number | string;
  readonly id?: number | string;
  /** Id of the parent. */
  readonly pid?: number | string | null;
  readonly user_id?: number | string | null;
  readonly nick?: string | null;
  readonly link?: string | null;
  readonly avatar?: string;
  readonly type?: string;
  /** HTML. */
  readonly comment?: string;
  /** The text as typed. */
  readonly orig?: string;
  readonly status?: string;
  readonly like?: number;
  readonly sticky?: unknown;
  /** In milliseconds; lists round it to seconds. */
  readonly time?: number;
  readonly children?: readonly Row[];
}

/** The signed-in user. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly avatar?: string;
  readonly isAdministrator: boolean;
}

/** Rows imported from Valine have no status. */
const STATUSES: Readonly<Record<string, CommentStatus>> = {
  approved: 'visible',
  waiting: 'pending',
  spam: 'rejected',
  '': 'visible',
};

const isSpam = ({ status }: Row): boolean => status === 'spam';

export const rowId = ({ objectId, id }: Row): string => String(objectId ?? id);

/** Undefined if the response names no user: the token has expired, or its owner is banned. */
export function mapUser(value: unknown): User | undefined {
  const { objectId, display_name: name, avatar, type } = Object(value) as Record<string, string | number | undefined>;
  if (objectId === undefined) return undefined;
  return {
    id: String(objectId),
    name: String(name ?? ''),
    ...(avatar !== undefined && { avatar: String(avatar) }),
    isAdministrator: type === 'administrator',
  };
}

export function mapViewer(user: User | undefined): Viewer {
  if (!user) return { state: 'anonymous' };
  const { isAdministrator, ...author } = user;
  return { state: 'signed-in', author, moderator: isAdministrator };
}

export function mapComment(value: unknown, user: User | undefined): Comment {
  const row = Object(value) as Row;
  const { user_id: userId, comment, orig, time, pid, status, like, sticky } = row;
  if ((row.objectId ?? row.id) === undefined || typeof comment !== 'string' || typeof time !== 'number')
    throw unexpectedValue(value, 'a comment');
  const canChange = user !== undefined && (user.isAdministrator || (userId != null && String(userId) === user.id));
  return {
    id: rowId(row),
    parentId: pid ? String(pid) : null,
    author: authorOf(row),
    body: { format: 'html', value: comment },
    ...(orig !== undefined && { source: orig }),
    createdAt: new Date(time).toISOString(),
    status: STATUSES[status ?? ''] ?? 'hidden',
    votes: { up: Number(like ?? 0) },
    ...(sticky ? { pinned: true } : {}),
    can: { edit: canChange, remove: canChange },
  };
}

function authorOf({ user_id: userId, nick, link, avatar, type }: Row): Author | null {
  if (!nick) return null;
  return {
    ...(userId != null && { id: String(userId) }),
    name: nick,
    ...(link && { url: link }),
    ...(avatar && { avatar }),
    ...(type === 'administrator' && { badges: ['moderator'] }),
  };
}

/**
 * Maps a top-level comment and its replies, oldest reply first; the server's order of replies varies with the
 * order of the list. Omits spam, which the server lists for its author, although `submit` has reported it as rejected.
 */
export function mapBranch(root: Row, user: User | undefined): Comment[] {
  if (isSpam(root)) return [];
  const replies = (root.children ?? []).filter((row) => !isSpam(row)).map((row) => mapComment(row, user));
  const ids = new Set([rowId(root), ...replies.map(({ id }) => id)]);
  // Times are rounded to seconds. On SQL servers, ids are ascending numbers.
  const byAge = (a: Comment, b: Comment): number =>
    Date.parse(a.createdAt) - Date.parse(b.createdAt) || Number(a.id) - Number(b.id) || 0;
  return [
    mapComment(root, user),
    // A reply whose parent was removed moves below the top-level comment.
    ...replies
      .sort(byAge)
      .map((reply) => (ids.has(reply.parentId ?? '') ? reply : { ...reply, parentId: rowId(root) })),
  ];
}
