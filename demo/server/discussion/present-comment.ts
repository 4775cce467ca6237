import type { Author, Comment } from '../../../src/model/adapter.js';
import type { CommentRow } from '../database/tables.js';
import type { HouseRules } from '../house-rules.js';
import { isModerator, isOwn, type Caller } from '../identity/caller.js';

/** What a comment depends on besides itself when it is shown to somebody. */
export interface View {
  readonly caller: Caller;
  readonly isOpen: boolean;
  readonly now: Date;
  readonly rules: HouseRules;
  /** What the caller did, by the id of the comment. */
  readonly votes: ReadonlyMap<string, number>;
  readonly reported: ReadonlySet<string>;
}

/** Whether the caller may know of a comment at all: what is held exists for its author and the moderators only. */
export function isListed(row: Pick<CommentRow, 'status' | 'owner'>, caller: Caller): boolean {
  if (row.status === 'gone') return false;
  return row.status !== 'pending' || isOwn(caller, row) || isModerator(caller);
}

export const editableUntil = ({ created_at: createdAt }: CommentRow, { editMinutes }: HouseRules): Date =>
  new Date(createdAt.getTime() + editMinutes * 60_000);

/** The comment as the caller gets it. Of a removed one nothing is left but its place. */
export function presentComment(row: CommentRow, { caller, isOpen, now, rules, votes, reported }: View): Comment {
  const isVisible = row.status === 'visible';
  const isThere = isVisible || row.status === 'pending';
  const own = isOwn(caller, row);
  const mayWrite = isOpen && !caller.person?.refusal;
  const mayVote = isVisible && !own && mayWrite;
  const until = editableUntil(row, rules);
  return {
    id: row.id,
    parentId: row.parent === '' ? null : row.parent,
    author: isThere && row.author !== null ? (JSON.parse(row.author) as Author) : null,
    body: isThere ? { format: row.format, value: row.body } : { format: 'text', value: '' },
    createdAt: row.created_at.toISOString(),
    status: row.status === 'gone' ? 'deleted' : row.status,
    revision: String(row.revision),
    pinned: isVisible && row.pinned,
    can: {
      reply: isVisible && mayWrite,
      edit: isThere && own && mayWrite && now < until,
      remove: isThere && (own || isModerator(caller)),
      // What a guest could do after signing in is not denied: the page then leads there.
      ...((caller.person || !mayVote) && { vote: mayVote }),
      report: isVisible && !own,
      pin: isVisible && row.parent === '' && isModerator(caller),
    },
    ...(row.reply_to !== null && row.reply_to_name !== null && { replyTo: { id: row.reply_to, name: row.reply_to_name } }),
    ...(isThere && row.edited_at && { editedAt: row.edited_at.toISOString() }),
    ...(isVisible && row.featured && { featured: true }),
    ...(isThere && { votes: { up: row.up, down: row.down, score: row.score, mine: (votes.get(row.id) ?? 0) as -1 | 0 | 1 } }),
    ...(isThere && own && { source: row.body, editableUntil: until.toISOString() }),
    ...(reported.has(row.id) && { reported: true }),
  };
}
