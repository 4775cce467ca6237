import type { Decision, DiscussionRef } from 'article-comments/rules.js';
import type { Transaction } from 'kysely';
import type { CommentRow, DiscussionRow, EventRow, Tables } from '../database/tables.js';
import { inTransaction } from '../database/transaction.js';
import type { Caller } from '../identity/caller.js';
import { lockedStanding } from '../identity/bans-and-warnings.js';
import { Problem } from '../rules/problem.js';
import { closingTime, requireOpen } from './closing.js';
import { discussionId } from './discussion-state.js';
import type { Delivery, Store } from './store.js';
import { commentEvents, decisionEvent, type NewEvent } from './webhook-events.js';

/** What is stored of the page of a discussion. */
export type PageColumns = Pick<
  DiscussionRow,
  'url' | 'title' | 'page_by' | 'page_signed_at' | 'page_suggested' | 'page_due_at' | 'page_failures'
>;

type DiscussionKey = Pick<DiscussionRef, 'key'>;

export const refByKey = (key: string): DiscussionKey => ({ key });

/**
 * Changes a discussion in a transaction that locks its row, which serialises changes across all instances. Comments and
 * events therefore get gapless numbers in commit order.
 *
 * The changes of this instance wait for each other before they take a connection. Otherwise a discussion in which many
 * people write would use up the pool, and nobody could read anything.
 */
export async function changeDiscussion<Result>(
  store: Store,
  { key }: DiscussionKey,
  work: (change: DiscussionChange) => Promise<Result>,
): Promise<Result> {
  const id = discussionId(key);
  const changeRow = () =>
    inTransaction(store.database, async (trx) => {
      const now = store.now();
      const row = (await lock(trx, id)) ?? (await createDiscussion(store, trx, { id, key }, now));
      const change = new DiscussionChange(trx, row, { now, webhooks: store.webhooks });
      const result = await work(change);
      return { result, hasEvents: await change.save() };
    });
  const { result, hasEvents } = await store.changes.run(id, changeRow);
  if (hasEvents) await store.bus.publish(id);
  return result;
}

/**
 * As `changeDiscussion`, for what readers do. `work` gets the caller with the ban and the warning of this moment, which others cannot change
 * until the end: what was checked before the transaction may have changed since, for example while a judge was asked.
 */
export const writeInDiscussion = <Who extends Caller, Result>(
  store: Store,
  ref: DiscussionKey,
  caller: Who,
  work: (change: DiscussionChange, current: Who) => Promise<Result>,
): Promise<Result> =>
  changeDiscussion(store, ref, async (change) => work(change, await lockedStanding(store, change.trx, caller)));

const lock = (trx: Transaction<Tables>, id: string): Promise<DiscussionRow | undefined> =>
  trx.selectFrom('discussions').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** Creates the row on the first change. Of two concurrent ones, the second waits for the first. */
async function createDiscussion(
  { rules }: Store,
  trx: Transaction<Tables>,
  names: { readonly id: string; readonly key: string },
  now: Date,
): Promise<DiscussionRow> {
  await trx
    .insertInto('discussions')
    .values({ ...names, url: '', title: null, created_at: now, closes_at: closingTime(rules, now), closed_at: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const row = await lock(trx, names.id);
  if (!row) throw new Error('The discussion was deleted during the change.');
  return row;
}

/** A change in progress: the locked row, its pending updates and events. */
export class DiscussionChange {
  readonly trx: Transaction<Tables>;
  readonly now: Date;
  readonly #webhooks: Delivery['webhooks'];
  readonly #before: DiscussionRow;
  readonly #row: { -readonly [Name in keyof DiscussionRow]: DiscussionRow[Name] };
  readonly #events: EventRow[] = [];
  /** For webhooks: comments by id, before and after this change, and decisions on notices by comment. */
  readonly #comments = new Map<string, { readonly before: CommentRow | null; readonly after: CommentRow }>();
  readonly #decisions = new Map<string, NewEvent>();

  constructor(
    trx: Transaction<Tables>,
    row: DiscussionRow,
    { now, webhooks }: { readonly now: Date; readonly webhooks: Delivery['webhooks'] },
  ) {
    this.trx = trx;
    this.now = now;
    this.#webhooks = webhooks;
    this.#before = row;
    this.#row = { ...row };
  }

  get discussion(): DiscussionRow {
    return this.#row;
  }

  requireOpen(): void {
    requireOpen(this.#row, this.now);
  }

  /** Finds a comment in any status, removed ones included. */
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

  /** Updates a comment, records an event and returns the new row. */
  async update(
    comment: CommentRow,
    changes: Partial<CommentRow>,
    type: EventRow['type'] = 'changed',
  ): Promise<CommentRow> {
    await this.trx
      .updateTable('comments')
      .set(changes)
      .where('discussion', '=', this.#row.id)
      .where('id', '=', comment.id)
      .execute();
    this.recordEvent(type, comment.id);
    const after = { ...comment, ...changes };
    this.#comments.set(comment.id, { before: this.#beforeOf(comment), after });
    return after;
  }

  #beforeOf(comment: CommentRow): CommentRow | null {
    const known = this.#comments.get(comment.id);
    return known ? known.before : comment;
  }

  /** Notes a comment that this change has inserted. */
  noteNew(comment: CommentRow): void {
    this.#comments.set(comment.id, { before: null, after: comment });
  }

  /** Notes the decision on a notice of illegal content. Other decisions are noted by `update`. */
  noteDecision(comment: CommentRow, decision: Decision, notice: string): void {
    this.#decisions.set(comment.id, decisionEvent([this.#row, comment], decision, notice));
  }

  /** Adds to the reply counts of a parent. Does nothing at the top level. */
  async addReplies(
    parent: string,
    { replies = 0, held = 0 }: { readonly replies?: number; readonly held?: number },
  ): Promise<void> {
    if (parent === '') return;
    await this.trx
      .updateTable('comments')
      .set((eb) => ({ replies: eb('replies', '+', replies), held_replies: eb('held_replies', '+', held) }))
      .where('discussion', '=', this.#row.id)
      .where('id', '=', parent)
      .execute();
  }

  nextCommentNumber(): number {
    return ++this.#row.last_comment;
  }

  addVisible(count: number): void {
    this.#row.total += count;
  }

  setClosing(times: Pick<DiscussionRow, 'closes_at' | 'closed_at'>): void {
    Object.assign(this.#row, times);
    this.recordEvent('discussion', '');
  }

  /** Sets what is known of the page. `notePage` and `check-pages` decide what that is. */
  setPage(page: Partial<PageColumns>): void {
    Object.assign(this.#row, page);
  }

  /** Sets the editors' message, and which comments are held. Null: none, and those that the rules of the site hold. */
  setByEditors(settings: Pick<DiscussionRow, 'message' | 'hold'>): void {
    Object.assign(this.#row, settings);
    this.recordEvent('discussion', '');
  }

  /** Records an event and returns its number. */
  recordEvent(type: EventRow['type'], comment: string): number {
    const number = ++this.#row.last_event;
    this.#events.push({ discussion: this.#row.id, number, type, comment, created_at: this.now });
    return number;
  }

  /** What webhooks report of this change. */
  #webhookEvents(): readonly NewEvent[] {
    const ofComments = [...this.#comments.values()].flatMap(({ before, after }) => [
      ...commentEvents(this.#row, before, after),
      ...this.#newDecision(before, after),
    ]);
    return [...ofComments, ...this.#decisions.values()];
  }

  #newDecision(before: CommentRow | null, after: CommentRow): readonly NewEvent[] {
    const { decision } = after;
    if (decision === null || decision === before?.decision || this.#decisions.has(after.id)) return [];
    return [decisionEvent([this.#row, after], JSON.parse(decision) as Decision, null)];
  }

  /** Writes the pending updates and events. Returns whether there were events. */
  async save(): Promise<boolean> {
    const events = this.#webhookEvents();
    await this.#webhooks.enqueue(this.trx, { discussion: this.#row.id, now: this.now, events });
    const { id: _id, key: _key, created_at: _createdAt, ...changes } = this.#row;
    if (this.#events.length > 0) await this.trx.insertInto('events').values(this.#events).execute();
    if (JSON.stringify(this.#row) === JSON.stringify(this.#before)) return false;
    await this.trx.updateTable('discussions').set(changes).where('id', '=', this.#row.id).execute();
    return this.#events.length > 0;
  }
}
