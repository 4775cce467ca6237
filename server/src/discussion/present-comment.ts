import type { Author, Ban, Comment, Decision } from 'article-comments/rules.js';
import type { CommentRow } from '../database/tables.js';
import { type Caller, isModerator, isOwn, refusalOf } from '../identity/caller.js';
import type { HouseRules } from '../rules/house-rules.js';
import type { DiscussionChange } from './change-discussion.js';
import { isReviewed } from './review-rules.js';

/** Everything besides its row that decides how a caller sees a comment. */
export interface CommentView {
  readonly caller: Caller;
  readonly isOpen: boolean;
  readonly now: Date;
  /** Of the discussion. */
  readonly rules: HouseRules;
  /** The caller's votes by comment id. */
  readonly votes: ReadonlyMap<string, number>;
  readonly reported: ReadonlySet<string>;
  /** Current bans by identity. Loaded for moderators. */
  readonly bans: ReadonlyMap<string, Ban>;
}

export const editableUntil = ({ created_at: createdAt }: CommentRow, { editMinutes }: HouseRules): Date =>
  new Date(createdAt.getTime() + editMinutes * 60_000);

/** The comment as sent to the caller. A removed one is reduced to a tombstone. */
export function presentComment(
  row: CommentRow,
  { caller, isOpen, now, rules, votes, reported, bans }: CommentView,
): Comment {
  const isVisible = row.status === 'visible';
  const isHeld = row.status === 'pending';
  const isPresent = isVisible || isHeld;
  const moderates = isModerator(caller);
  const isReadable = isPresent || (isHidden(row) && moderates);
  const own = isOwn(caller, row);
  const mayWrite = isOpen && !refusalOf(caller);
  const mayVote = isVisible && !own && mayWrite;
  const until = editableUntil(row, rules);
  return {
    id: row.id,
    parentId: row.parent === '' ? null : row.parent,
    author: isReadable && row.author !== null ? (JSON.parse(row.author) as Author) : null,
    body: isReadable ? { format: row.format, value: row.body } : { format: 'text', value: '' },
    createdAt: row.created_at.toISOString(),
    status: shownStatus(row),
    revision: String(row.revision),
    pinned: isVisible && row.pinned,
    can: {
      reply: isVisible && mayWrite,
      // What a moderator has read stays as it is.
      edit: (isHeld || (isVisible && !isReviewed(rules, caller))) && own && mayWrite && now < until,
      remove: isPresent && (own || moderates),
      // Left undefined for guests who could vote after signing in, so that the page offers the sign-in.
      ...((caller.person || !mayVote) && { vote: mayVote }),
      report: isVisible && !own,
      pin: isVisible && row.parent === '' && moderates,
      ...(moderates && {
        approve: isHeld,
        reject: isHeld,
        feature: isVisible,
        hide: isVisible || isHidden(row),
        ban: row.owner !== null && !own,
      }),
    },
    ...(row.reply_to !== null &&
      row.reply_to_name !== null && { replyTo: { id: row.reply_to, name: row.reply_to_name } }),
    ...(isPresent && row.edited_at && { editedAt: row.edited_at.toISOString() }),
    ...(isVisible && row.featured && { featured: true }),
    ...(isPresent && {
      votes: { up: row.up, down: row.down, score: row.score, mine: (votes.get(row.id) ?? 0) as -1 | 0 | 1 },
    }),
    ...(isPresent && own && { source: row.body, editableUntil: until.toISOString() }),
    ...(moderates && row.owner !== null && bans.has(row.owner) && { ban: bans.get(row.owner) }),
    ...(reported.has(row.id) && { reported: true }),
    ...(row.decision !== null && (own || isModerator(caller)) && { decision: JSON.parse(row.decision) as Decision }),
  };
}

function shownStatus({ status }: CommentRow): NonNullable<Comment['status']> {
  switch (status) {
    case 'gone':
      return 'deleted';
    case 'withheld':
      return 'hidden';
    default:
      return status;
  }
}

/** Whether a moderator has hidden the comment and nobody has removed it. Only moderators read it then. */
export const isHidden = ({ status, removed_at: removedAt, erased_at: erasedAt }: CommentRow): boolean =>
  status === 'hidden' && !removedAt && !erasedAt;

/** Hides a visible comment, with the statement of reasons, or shows a hidden one again. */
export function setHidden(
  change: DiscussionChange,
  before: CommentRow,
  hidden: boolean,
  decision?: Decision,
): Promise<CommentRow> {
  change.addVisible(hidden ? -1 : 1);
  return change.update(before, {
    ...(hidden ? { status: 'hidden', pinned: false } : { status: 'visible' }),
    decision: decision ? JSON.stringify(decision) : null,
    decided_at: decision ? change.now : null,
  });
}
