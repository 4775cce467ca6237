import { AdapterError, type Author, type Comment, type CommentStatus } from '../../model/adapter.js';

/** A comment as the server hands it out; `time` is in milliseconds, in lists of whole seconds. */
export interface Row {
  readonly objectId?: number | string;
  readonly id?: number | string;
  readonly pid?: number | string | null;
  readonly rid?: number | string | null;
  readonly user_id?: number | string | null;
  readonly nick?: string | null;
  readonly link?: string | null;
  readonly avatar?: string;
  readonly type?: string;
  readonly comment?: string;
  readonly orig?: string;
  readonly status?: string;
  readonly like?: number;
  readonly sticky?: unknown;
  readonly time?: number;
  readonly children?: readonly Row[];
}

/** Who reads. */
export interface Me {
  readonly id: string;
  readonly isAdministrator: boolean;
}

/** Rows of the server's predecessor have no status. */
const STATUSES: Readonly<Record<string, CommentStatus>> = { approved: 'visible', waiting: 'pending', spam: 'rejected', '': 'visible' };

const isSpam = ({ status }: Row): boolean => status === 'spam';

export const idOf = ({ objectId, id }: Row): string => String(objectId ?? id);

export function readComment(value: unknown, me: Me | undefined): Comment {
  const row = Object(value) as Row;
  const { user_id: userId, comment, orig, time, pid, status, like, sticky } = row;
  if ((row.objectId ?? row.id) === undefined || typeof comment !== 'string' || typeof time !== 'number')
    throw new AdapterError('bad-response', `This is no comment: ${`${JSON.stringify(value)}`.slice(0, 80)}`);
  const isMine = me !== undefined && (me.isAdministrator || (userId != null && String(userId) === me.id));
  return {
    id: idOf(row),
    parentId: pid ? String(pid) : null,
    author: authorOf(row),
    body: { format: 'html', value: comment },
    ...(orig !== undefined && { source: orig }),
    createdAt: new Date(time).toISOString(),
    status: STATUSES[status ?? ''] ?? 'hidden',
    votes: { up: Number(like ?? 0) },
    ...(sticky ? { pinned: true } : {}),
    can: { edit: isMine, remove: isMine },
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
 * A top-level comment with its replies, which the server hands over in an order that depends on that of the list. What it
 * has taken for spam, it lists for its author, who was told and still has the text.
 */
export function readBranch(root: Row, me: Me | undefined): Comment[] {
  if (isSpam(root)) return [];
  const replies = (root.children ?? []).filter((row) => !isSpam(row)).map((row) => readComment(row, me));
  const there = new Set([idOf(root), ...replies.map(({ id }) => id)]);
  // Times are of whole seconds, and the numbers of SQL servers go up.
  const older = (one: Comment, other: Comment): number =>
    Date.parse(one.createdAt) - Date.parse(other.createdAt) || Number(one.id) - Number(other.id) || 0;
  return [
    readComment(root, me),
    // Whose parent has been removed stays below the top-level comment.
    ...replies.sort(older).map((reply) => (there.has(reply.parentId ?? '') ? reply : { ...reply, parentId: idOf(root) })),
  ].filter(({ status }) => status !== 'rejected');
}
