import type { Transaction } from 'kysely';
import type { DiscussionRef } from '../../../src/model/adapter.js';
import type { CommentRow, DiscussionRow, EventRow, Tables } from '../database/tables.js';
import { inTransaction } from '../database/transaction.js';
import { Problem } from '../http/problem.js';
import type { Caller } from '../identity/caller.js';
import type { Store } from '../store.js';
import { discussionId, isOpen } from './discussion-state.js';

/** The discussion that an operation names, for operations that do not tell where its page is. */
export const byKey = (key: string): DiscussionRef => ({ key, url: '' });

/**
 * Changes a discussion under a lock on its row: changes to one discussion come one after the other, at however many
 * instances. That is what makes the numbers of comments and events free of gaps and committed in their order, so that
 * nobody sees the seventh before the sixth.
 */
export async function changeDiscussion<Result>(
  store: Store,
  { key, url, title }: DiscussionRef,
  work: (change: DiscussionChange) => Promise<Result>,
): Promise<Result> {
  const id = discussionId(key);
  const { result, happened } = await inTransaction(store.database, async (trx) => {
    const now = store.now();
    const row = (await lock(trx, id)) ?? (await createDiscussion(store, trx, { id, key, url, title }, now));
    const change = new DiscussionChange(trx, row, now);
    const result = await work(change);
    return { result, happened: await change.store() };
  });
  if (happened) await store.bus.announce(id);
  return result;
}

const lock = (trx: Transaction<Tables>, id: string): Promise<DiscussionRow | undefined> =>
  trx.selectFrom('discussions').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** The first change of all; of two that come at once, one creates the row and the other waits for it. */
async function createDiscussion(
  { rules: { closesAfterDays } }: Store,
  trx: Transaction<Tables>,
  { title, ...names }: { readonly id: string; readonly key: string; readonly url: string; readonly title: string | undefined },
  now: Date,
): Promise<DiscussionRow> {
  const closesAt = closesAfterDays > 0 ? new Date(now.getTime() + closesAfterDays * 86_400_000) : null;
  await trx
    .insertInto('discussions')
    .values({ ...names, title: title ?? null, created_at: now, closes_at: closesAt, closed_at: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const row = await lock(trx, names.id);
  if (!row) throw new Error('The discussion has been deleted while it was written in.');
  return row;
}

/** One change, from the lock to the commit. */
export class DiscussionChange {
  readonly trx: Transaction<Tables>;
  readonly now: Date;
  readonly #before: DiscussionRow;
  readonly #row: { -readonly [Name in keyof DiscussionRow]: DiscussionRow[Name] };
  readonly #events: EventRow[] = [];

  constructor(trx: Transaction<Tables>, row: DiscussionRow, now: Date) {
    this.trx = trx;
    this.now = now;
    this.#before = row;
    this.#row = { ...row };
  }

  get discussion(): DiscussionRow {
    return this.#row;
  }

  requireOpen(): void {
    if (!isOpen(this.#row, this.now)) throw new Problem('closed', 'This discussion is closed.');
  }

  /** The comment, however little is left of it. */
  async find(id: string): Promise<CommentRow> {
    const found = await this.trx
      .selectFrom('comments')
      .selectAll()
      .where('discussion', '=', this.#row.id)
      .where('id', '=', id)
      .executeTakeFirst();
    if (!found) throw new Problem('not-found', 'There is no such comment in this discussion.');
    return found;
  }

  /** Changes a comment and tells of it. Answers with what it is now. */
  async update(comment: CommentRow, changes: Partial<CommentRow>, type: EventRow['type'] = 'changed'): Promise<CommentRow> {
    await this.trx.updateTable('comments').set(changes).where('discussion', '=', this.#row.id).where('id', '=', comment.id).execute();
    this.tell(type, comment.id);
    return { ...comment, ...changes };
  }

  /** Raises how many replies a comment has; of the top level it is nobody's. */
  async countReplies(parent: string, { replies = 0, held = 0 }: { readonly replies?: number; readonly held?: number }): Promise<void> {
    if (parent === '') return;
    await this.trx
      .updateTable('comments')
      .set((eb) => ({ replies: eb('replies', '+', replies), held_replies: eb('held_replies', '+', held) }))
      .where('discussion', '=', this.#row.id)
      .where('id', '=', parent)
      .execute();
  }

  nextNumber(): number {
    return ++this.#row.last_comment;
  }

  countVisible(more: number): void {
    this.#row.total += more;
  }

  setTimes(times: Pick<DiscussionRow, 'closes_at' | 'closed_at'>): void {
    Object.assign(this.#row, times);
    this.tell('discussion', '');
  }

  /** Number of the event that tells of it. */
  tell(type: EventRow['type'], comment: string): number {
    const number = ++this.#row.last_event;
    this.#events.push({ discussion: this.#row.id, number, type, comment, created_at: this.now });
    return number;
  }

  /** Writes down what has been collected. Answers whether there was anything. */
  async store(): Promise<boolean> {
    const { id: _id, key: _key, created_at: _createdAt, ...changes } = this.#row;
    if (this.#events.length > 0) await this.trx.insertInto('events').values(this.#events).execute();
    if (JSON.stringify(this.#row) === JSON.stringify(this.#before)) return false;
    await this.trx.updateTable('discussions').set(changes).where('id', '=', this.#row.id).execute();
    return this.#events.length > 0;
  }
}

/** Refuses whoever may not write at all. */
export function requireMayWrite({ person }: Caller): void {
  if (person?.refusal) throw new Problem('blocked', person.refusal.message ?? 'You may not post here.', { code: person.refusal.reason });
}
