import { AdapterError, type Author, type Comment, type CommentStatus, type Viewer } from '../../model/adapter.js';

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

/** Rows imported from Valine have no status. */
const STATUSES: Readonly<Record<string, CommentStatus>> = {
  approved: 'visible',
  waiting: 'pending',
  spam: 'rejected',
  '': 'visible',
};

const isSpam = ({ status }: Row): boolean => status === 'spam';

export const rowId = ({ objectId, id }: Row): string => String(objectId ?? id);

/** Anonymous if the response names no user: the token has expired, or its owner is banned. */
export function mapViewer(value: unknown): Viewer {
  const { objectId, display_name: name, avatar, type } = Object(value) as Record<string, string | number | undefined>;
  if (objectId === undefined) return { state: 'anonymous' };
  return {
    state: 'signed-in',
    author: { id: String(objectId), name: String(name ?? ''), ...(avatar !== undefined && { avatar: String(avatar) }) },
    moderator: type === 'administrator',
  };
}

export function mapComment(value: unknown, viewer: Viewer | undefined): Comment {
  const row = Object(value) as Row;
  const { user_id: userId, comment, orig, time, pid, status, like, sticky } = row;
  if ((row.objectId ?? row.id) === undefined || typeof comment !== 'string' || typeof time !== 'number')
    throw new AdapterError(
      'bad-response',
      `Waline sent ${`${JSON.stringify(value)}`.slice(0, 80)} instead of a comment`,
    );
  const canChange = viewer?.moderator || (userId != null && String(userId) === viewer?.author?.id);
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
export function mapBranch(root: Row, viewer: Viewer | undefined): Comment[] {
  if (isSpam(root)) return [];
  const replies = (root.children ?? []).filter((row) => !isSpam(row)).map((row) => mapComment(row, viewer));
  const ids = new Set([rowId(root), ...replies.map(({ id }) => id)]);
  // Times are rounded to seconds. On SQL servers, ids are ascending numbers.
  const byAge = (a: Comment, b: Comment): number =>
    Date.parse(a.createdAt) - Date.parse(b.createdAt) || Number(a.id) - Number(b.id) || 0;
  return [
    mapComment(root, viewer),
    // A reply whose parent was removed moves below the top-level comment.
    ...replies
      .sort(byAge)
      .map((reply) => (ids.has(reply.parentId ?? '') ? reply : { ...reply, parentId: rowId(root) })),
  ];
}
